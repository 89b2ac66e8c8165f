package org.hesse.autodiff.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hesse.objective.Seeds;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;

/**
 * Every function and operation at points of random intervals, against 60 digits where a value is near a
 * bound and against doubles elsewhere. {@code -Dhesse.containments=1000000} makes as many checks; less is the default.
 */
class IntervalSoundnessTest {
    private static final long CHECKS = Long.getLong("hesse.containments", 60_000);
    private static final Dfp RELATIVE = Exact.FIELD.newDfp("1e-42");

    @Test
    void functionsHoldTheirValues() {
        RandomGenerator random = Seeds.random(20261121);
        long each = CHECKS * 2 / 3 / Function.values().length;
        for (Function f : Function.values()) {
            long count = 0;
            while (count < each) {
                Interval x = interval(random);
                Interval y = x.apply(f);
                for (double p : points(x, random)) {
                    if (within(y, f.value(p))) {
                        count++;
                        continue;
                    }
                    Dfp exact = Exact.value(f, p);
                    if (exact != null) {
                        assertHolds(y, exact, f + " at " + p + " in " + x);
                        count++;
                    }
                }
            }
        }
    }

    @Test
    void operationsHoldTheirValues() {
        RandomGenerator random = Seeds.random(20261122);
        long each = CHECKS / 3 / Operation.values().length;
        for (Operation o : Operation.values()) {
            long count = 0;
            while (count < each) {
                Interval x = interval(random);
                Interval z = o == Operation.ROOT ? Interval.of(random.nextInt(1, 9)) : second(o, random);
                Interval y = x.apply(o, z);
                double[] as = points(x, random);
                double[] bs = points(z, random);
                for (int i = 0; i < as.length; i++) {
                    double b = bs[(i * 3 + 1) % bs.length];
                    if (within(y, o.value(as[i], b))) {
                        count++;
                        continue;
                    }
                    Dfp exact = Exact.value(o, as[i], b);
                    if (exact != null) {
                        assertHolds(y, exact, o + " at " + as[i] + ", " + b + " in " + x + ", " + z);
                        count++;
                    }
                }
            }
        }
    }

    /** The four operations and the root are the neighbouring doubles of the exact result, both being it where it is one. */
    @Test
    void arithmeticIsTight() {
        RandomGenerator random = Seeds.random(20261123);
        for (int i = 0; i < 5000; i++) {
            double a = random.nextDouble(-100, 100);
            double b = i % 2 == 0 ? random.nextInt(1, 100) : random.nextDouble(-100, 100);
            double c = i % 3 == 0 ? Math.rint(a) : a;
            for (Operation o :
                    new Operation[] {Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY, Operation.DIVIDE}) {
                assertTight(Interval.of(c).apply(o, Interval.of(b)), Exact.value(o, c, b));
            }
            assertTight(Interval.of(b * b).sqrt(), Exact.of(b * b).sqrt());
        }
    }

    private static void assertTight(Interval y, Dfp exact) {
        double rounded = exact.toDouble();
        boolean whole = Exact.of(rounded).subtract(exact).isZero();
        assertThat(y.hi()).isEqualTo(whole ? y.lo() : Math.nextUp(y.lo()));
        assertHolds(y, exact, "tight");
    }

    /** At points the other functions are within a few ulps. */
    @Test
    void functionsAreNearlyTight() {
        RandomGenerator random = Seeds.random(20261124);
        for (Function f : Function.values()) {
            for (int i = 0; i < 300; i++) {
                double x = f == Function.ACOSH ? 1 + random.nextDouble(5) : random.nextDouble(0.01, 0.99);
                Interval y = Interval.of(x).apply(f);
                assertThat(y.width()).as(f + " " + x).isLessThanOrEqualTo(16 * Math.ulp(y.magnitude()));
            }
        }
    }

    /** Whether the double is so far inside that its own error does not matter. */
    private static boolean within(Interval y, double value) {
        double margin = 64 * Math.ulp(value);
        return y.lo() <= value - margin && value + margin <= y.hi();
    }

    private static void assertHolds(Interval y, Dfp exact, String what) {
        Dfp slack = exact.abs().multiply(RELATIVE);
        boolean above = y.lo() == Double.NEGATIVE_INFINITY
                || !Exact.of(y.lo()).subtract(slack).greaterThan(exact) && !y.isEmpty();
        boolean below = y.hi() == Double.POSITIVE_INFINITY
                || !Exact.of(y.hi()).add(slack).lessThan(exact) && !y.isEmpty();
        if (!above || !below) {
            throw new AssertionError(what + ": " + exact + " is not in " + y);
        }
    }

    /** Points, narrow, wide and half-infinite intervals, around 0, extrema, poles, whole numbers, tiny and huge numbers. */
    static Interval interval(RandomGenerator random) {
        double c = switch (random.nextInt(9)) {
            case 0 -> random.nextInt(-20, 21) * Math.PI / 2;
            case 1 -> random.nextInt(-5, 6);
            case 2 -> random.nextInt(-9, 10) / 2.0;
            case 3 -> (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-323, 308));
            case 4 -> (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(1, 15));
            case 5 -> random.nextBoolean() ? 1 : -1;
            case 6 -> random.nextDouble(-1, 1);
            default -> random.nextDouble(-10, 10);
        };
        double w = switch (random.nextInt(7)) {
            case 0 -> 0;
            case 1 -> Math.ulp(c) * random.nextInt(1, 5);
            case 2 -> Math.abs(c) * Math.pow(10, random.nextDouble(-15, 0));
            case 3 -> Math.pow(10, random.nextDouble(-320, 300));
            default -> random.nextDouble(8);
        };
        double part = random.nextInt(3) * 0.5;
        double lo = random.nextInt(40) == 0 ? Double.NEGATIVE_INFINITY : c - w * part;
        double hi = random.nextInt(40) == 0 ? Double.POSITIVE_INFINITY : c + w * (1 - part);
        return Interval.of(lo, hi);
    }

    private static Interval second(Operation o, RandomGenerator random) {
        if (o != Operation.POW || random.nextInt(4) == 0) {
            return interval(random);
        }
        double c = random.nextBoolean() ? random.nextInt(-7, 8) : random.nextInt(-20, 21) / 4.0;
        return Interval.of(c, random.nextBoolean() ? c : c + random.nextDouble(2));
    }

    private static double[] points(Interval x, RandomGenerator random) {
        double lo = Math.max(x.lo(), -Double.MAX_VALUE);
        double hi = Math.min(x.hi(), Double.MAX_VALUE);
        double t = random.nextDouble();
        double near = random.nextBoolean() ? lo : hi;
        double[] p = {
            lo,
            hi,
            x.midpoint(),
            lo * t + hi * (1 - t),
            near + (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-20, 2)),
            Math.rint(x.midpoint()),
            0
        };
        return Arrays.stream(p).filter(x::contains).distinct().toArray();
    }
}
