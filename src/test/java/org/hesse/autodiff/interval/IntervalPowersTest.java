package org.hesse.autodiff.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;

/**
 * Cube roots, hypotenuses and linear combinations of doubles against decimal numbers without any rounding (a root is
 * compared by its power), real powers against 160 digits. A root by logarithms would be wrong in its last digit, and deny
 * the points that the roots of cubes are. {@code -Dhesse.containments=1000000} makes as many checks of
 * each; less is the default.
 */
class IntervalPowersTest {
    private static final int CHECKS = Integer.getInteger("hesse.containments", 6_000);
    private static final DfpField FIELD = new DfpField(160);
    private static final Dfp RELATIVE = FIELD.newDfp("1e-130"); // of the reference itself

    @Test
    void cubeRoots() {
        RandomGenerator random = Seeds.random(20261125);
        for (int i = 0; i < CHECKS; i++) {
            double x = number(random, -323, 308);
            if (i % 3 == 0) { // exact ones and their neighbours
                double root = Math.rint(number(random, 0, 5));
                x = root * root * root + random.nextInt(-1, 2) * Math.ulp(root * root * root);
            }
            Interval y = Interval.of(x).cbrt();
            assertOrdered(exact(y.lo()).pow(3), exact(x), exact(y.hi()).pow(3), "cbrt " + x, y);
            assertThat(y.width()).isLessThanOrEqualTo(8 * Math.ulp(y.magnitude()));
        }
    }

    @Test
    void hypotenuses() {
        RandomGenerator random = Seeds.random(20261126);
        for (int i = 0; i < CHECKS; i++) {
            double a = number(random, -323, 307);
            double b = i % 2 == 0 ? number(random, -323, 307) : a * number(random, -20, 1);
            if (i % 3 == 0) { // nearly a whole number: all roundings but one are none
                a = random.nextInt(1, 1000);
                double c = a + random.nextInt(1, 400);
                b = i % 2 == 0 ? Math.sqrt(c * c - a * a) : number(random, -323, -300);
            }
            Interval y = Interval.of(a).hypot(Interval.of(b));
            BigDecimal squares = exact(a).pow(2).add(exact(b).pow(2));
            assertOrdered(exact(y.lo()).pow(2), squares, exact(y.hi()).pow(2), "hypot " + a + ", " + b, y);
            assertThat(y.lo()).isNotNegative();
            assertThat(y.width()).isLessThanOrEqualTo(8 * Math.ulp(y.magnitude()));
        }
    }

    @Test
    void linearCombinations() {
        RandomGenerator random = Seeds.random(20261127);
        for (int i = 0; i < CHECKS; i++) {
            int spread = i % 2 == 0 ? 3 : 150; // 150: underflow of products
            double[] a = new double[4];
            Interval[] b = new Interval[4];
            BigDecimal[] sums = new BigDecimal[4];
            BigDecimal sum = BigDecimal.ZERO;
            for (int k = 0; k < 4; k++) {
                a[k] = number(random, -spread, Math.min(spread, 9));
                double factor = k == 3 && i % 3 == 0 ? -sum.doubleValue() / a[3] : number(random, -spread, 9);
                b[k] = Interval.of(factor); // the last of them cancels
                sum = sum.add(exact(a[k]).multiply(exact(factor)));
                sums[k] = sum;
            }
            Interval[] c = new Interval[4];
            for (int k = 0; k < 4; k++) {
                c[k] = Interval.of(a[k]);
            }
            Interval two = b[0].linearCombination(a[0], b[0], a[1], b[1]);
            Interval three = b[0].linearCombination(a[0], b[0], a[1], b[1], a[2], b[2]);
            assertHolds(two, sums[1]);
            assertHolds(three, sums[2]);
            assertHolds(b[0].linearCombination(a[0], b[0], a[1], b[1], a[2], b[2], a[3], b[3]), sums[3]);
            assertHolds(b[0].linearCombination(a, b), sums[3]);
            assertHolds(b[0].linearCombination(c, b), sums[3]);
            assertHolds(b[0].linearCombination(c[0], b[0], c[1], b[1], c[2], b[2], c[3], b[3]), sums[3]);
        }
    }

    /** Of points, and of boxes at a point inside. */
    @Test
    void realPowers() {
        RandomGenerator random = Seeds.random(20261128);
        for (int i = 0; i < CHECKS / 40; i++) {
            double x = Math.abs(i % 2 == 0 ? number(random, -323, 308) : 1 + number(random, -16, 0));
            double y = i % 3 == 0 ? random.nextInt(-40, 41) / 4.0 : number(random, -3, 3);
            Dfp power = FIELD.newDfp(x).log().multiply(FIELD.newDfp(y)).exp();
            if (Math.abs(y * Math.log(x)) < 700) {
                double w = x * random.nextDouble(1e-3);
                assertHolds(Interval.of(x).pow(Interval.of(y)), power, x + "^" + y);
                assertHolds(Interval.of(x).pow(y), power, x + "^" + y);
                assertHolds(Interval.of(x - w, x + w).pow(Interval.of(y - w, y)), power, x + "^" + y + " and around");
                assertThat(Interval.of(x).pow(y).width()).isLessThanOrEqualTo(8 * Math.ulp(Math.pow(x, y)));
            }
        }
    }

    private static double number(RandomGenerator random, double from, double to) {
        return (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(from, to));
    }

    private static BigDecimal exact(double v) {
        return new BigDecimal(v);
    }

    private static void assertHolds(Interval y, BigDecimal exact) {
        assertOrdered(exact(y.lo()), exact, exact(y.hi()), "linear combination", y);
    }

    private static void assertOrdered(BigDecimal lo, BigDecimal exact, BigDecimal hi, String what, Interval y) {
        if (lo.compareTo(exact) > 0 || exact.compareTo(hi) > 0) {
            throw new AssertionError(what + " is not in " + y);
        }
    }

    private static void assertHolds(Interval y, Dfp exact, String what) {
        assertThat(exact.isNaN()).isFalse(); // to which nothing would compare
        Dfp slack = exact.multiply(RELATIVE);
        if (FIELD.newDfp(y.lo()).subtract(slack).greaterThan(exact)
                || FIELD.newDfp(y.hi()).add(slack).lessThan(exact)) {
            throw new AssertionError(what + ": " + exact + " is not in " + y);
        }
    }
}
