package org.hesse.autodiff.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hesse.objective.Seeds;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.util.MathArrays;
import org.junit.jupiter.api.Test;

/** Enclosures of value, gradient and Hessian against Hipparchus's forward mode in 40 digits, at points of the boxes. */
class EnclosureTest {
    private static final int GRAPHS = Integer.getInteger("hesse.graphs", 1000);
    private static final DfpField DIGITS = new DfpField(40);
    private static final Dfp RELATIVE = DIGITS.newDfp("1e-22");

    /** One function or operation of x, y at a time, then graphs of up to eight. */
    @Test
    void holdEveryValueGradientAndHessian() {
        RandomGenerator random = Seeds.random(20261125);
        int checked = 0;
        int smooth = 0;
        for (int i = 0; i < GRAPHS; i++) {
            Slots f = graph(random, i % 3 == 0 ? 1 : 1 + random.nextInt(8));
            double scale = Math.pow(10, random.nextDouble(-6, 0.3));
            Interval[] box = {around(random, scale), around(random, scale)};
            Enclosure e = new Enclosing(f).over(box);
            smooth += e.obstacle().isEmpty() ? 1 : 0;
            for (int k = 0; k < 3; k++) {
                double[] x = {inside(box[0], random), inside(box[1], random)};
                checked += holds(f, e, x) ? 1 : 0;
            }
        }
        assertThat(checked).isGreaterThan(GRAPHS);
        assertThat(smooth).isGreaterThan(GRAPHS / 3);
    }

    private static boolean holds(Slots f, Enclosure e, double[] x) {
        FDSFactory<Dfp> factory = new FDSFactory<>(DIGITS, 2, 2);
        FieldDerivativeStructure<Dfp> y;
        try {
            FieldDerivativeStructure<Dfp>[] at = MathArrays.buildArray(factory.getDerivativeField(), 2);
            Arrays.setAll(at, i -> factory.variable(i, x[i]));
            y = f.value(at);
        } catch (ArithmeticException | MathRuntimeException notDefinedHere) {
            return false;
        }
        Dfp[] all = y.getAllDerivatives();
        if (Arrays.stream(all).anyMatch(d -> d.isNaN() || d.isInfinite())) {
            return false;
        }
        Interval[] g = e.gradient();
        Interval[][] h = e.hessian();
        String where = f + " at " + Arrays.toString(x);
        in(e.value(), y.getValue(), where);
        in(e.meanValue(), y.getValue(), where);
        in(g[0], y.getPartialDerivative(1, 0), where);
        in(g[1], y.getPartialDerivative(0, 1), where);
        in(h[0][0], y.getPartialDerivative(2, 0), where);
        in(h[0][1], y.getPartialDerivative(1, 1), where);
        in(h[1][0], y.getPartialDerivative(1, 1), where);
        in(h[1][1], y.getPartialDerivative(0, 2), where);
        return true;
    }

    private static void in(Interval y, Dfp exact, String what) {
        Dfp slack = exact.abs().multiply(RELATIVE).add(DIGITS.newDfp("1e-25"));
        boolean above = y.lo() == Double.NEGATIVE_INFINITY
                || !DIGITS.newDfp(y.lo()).subtract(slack).greaterThan(exact);
        boolean below = y.hi() == Double.POSITIVE_INFINITY
                || !DIGITS.newDfp(y.hi()).add(slack).lessThan(exact);
        if (y.isEmpty() || !above || !below) {
            throw new AssertionError(what + ": " + exact + " is not in " + y);
        }
    }

    private static Slots graph(RandomGenerator random, int operations) {
        Slots f = new Slots(2);
        int first = f.constant(random.nextInt(-3, 4));
        int whole = f.constant(random.nextInt(1, 6));
        int real = f.constant(random.nextDouble(-2, 3));
        for (int i = 0; i < operations; i++) {
            int a = i == 0 ? random.nextInt(2) : random.nextInt(4) == 0 ? random.nextInt(2) : f.size() - 1;
            int b = random.nextInt(f.size());
            if (random.nextBoolean()) {
                f.apply(Function.values()[random.nextInt(Function.values().length)], a);
            } else {
                Operation o = Operation.values()[random.nextInt(Operation.values().length)];
                int[] constants = {first, whole, real};
                f.apply(o, a, o == Operation.ROOT ? whole : random.nextInt(4) == 0 ? constants[random.nextInt(3)] : b);
            }
        }
        return f;
    }

    private static Interval around(RandomGenerator random, double scale) {
        double c = random.nextInt(3) == 0 ? random.nextInt(-2, 3) : random.nextDouble(-3, 3);
        double w = scale * random.nextDouble();
        double part = random.nextDouble();
        return Interval.of(c - part * w, c + (1 - part) * w);
    }

    private static double inside(Interval x, RandomGenerator random) {
        double t = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
        return Math.max(x.lo(), Math.min(x.hi(), x.lo() * t + x.hi() * (1 - t)));
    }

    /** exp(x)·sin(y) + x/(1 + y²). */
    private static Slots smooth() {
        Slots f = new Slots(2);
        int product = f.apply(Operation.MULTIPLY, f.apply(Function.EXP, 0), f.apply(Function.SIN, 1));
        int below = f.apply(Operation.ADD, f.constant(1), f.apply(Operation.MULTIPLY, 1, 1));
        f.apply(Operation.ADD, product, f.apply(Operation.DIVIDE, 0, below));
        return f;
    }

    private static Enclosure around(Slots f, double h) {
        return new Enclosing(f).over(new Interval[] {Interval.of(0.7 - h, 0.7 + h), Interval.of(0.4 - h, 0.4 + h)});
    }

    /** Widths are O(h); the excess of the mean value form is O(h²), measured against 41 × 41 points. */
    @Test
    void shrinkAtTheExpectedRate() {
        Slots f = smooth();
        for (double h = 0.05; h > 1e-3; h /= 2) {
            Enclosure wide = around(f, h);
            Enclosure narrow = around(f, h / 2);
            assertThat(wide.value().width() / narrow.value().width()).isBetween(1.9, 2.2);
            assertThat(wide.gradient()[1].width() / narrow.gradient()[1].width())
                    .isBetween(1.9, 2.2);
            assertThat(wide.hessian()[0][1].width() / narrow.hessian()[0][1].width())
                    .isBetween(1.9, 2.2);
            assertThat(excess(f, h) / excess(f, h / 2)).isBetween(3.5, 4.5);
            assertThat(wide.value().contains(wide.meanValue())).isTrue();
        }
    }

    private static double excess(Slots f, double h) {
        Interval range = Interval.EMPTY;
        for (int i = -20; i <= 20; i++) {
            for (int j = -20; j <= 20; j++) {
                Interval[] x = {Interval.of(0.7 + h * i / 20), Interval.of(0.4 + h * j / 20)};
                range = range.hull(new Enclosing(f).over(x).value());
            }
        }
        return around(f, h).meanValue().width() - range.width();
    }

    @Test
    void structuralZerosAreExactAndSquaresAreNotNegative() {
        Slots f = new Slots(3); // x0² + x0·x1, and x2 is not in it
        f.apply(Operation.ADD, f.apply(Operation.MULTIPLY, 0, 0), f.apply(Operation.MULTIPLY, 0, 1));
        Enclosure e = new Enclosing(f).over(new Interval[] {Interval.of(-1, 2), Interval.of(3), Interval.ENTIRE});
        assertThat(e.value()).isEqualTo(Interval.of(-3, 10));
        assertThat(e.gradient()).containsExactly(Interval.of(1, 7), Interval.of(-1, 2), Interval.ZERO);
        assertThat(e.hessian()).isDeepEqualTo(new Interval[][] {
            {Interval.of(2), Interval.ONE, Interval.ZERO},
            {Interval.ONE, Interval.ZERO, Interval.ZERO},
            {Interval.ZERO, Interval.ZERO, Interval.ZERO}
        });
        assertThat(e.obstacle()).isEmpty();
    }

    private static Enclosure of(Function g, double lo, double hi) {
        Slots f = new Slots(1);
        f.apply(g, 0);
        return new Enclosing(f).over(new Interval[] {Interval.of(lo, hi)});
    }

    @Test
    void aKinkHasTheGradientOfClarkeAndNoHessian() {
        Enclosure e = of(Function.ABS, -1, 2);
        assertThat(e.value()).isEqualTo(Interval.of(0, 2));
        assertThat(e.gradient()).containsExactly(Interval.of(-1, 1));
        assertThat(e.obstacle(1)).isEmpty();
        assertThat(e.obstacle()).contains("abs is without a bounded second derivative on [-1.0, 2.0]");
        assertThat(of(Function.ABS, 1, 2).obstacle()).isEmpty();
    }

    @Test
    void whatIsNotDefinedOrJumpsIsAnObstacle() {
        assertThat(of(Function.LOG, -1, 1).obstacle(0)).contains("log is not defined and continuous on [-1.0, 1.0]");
        assertThat(of(Function.LOG, -1, 1).value().hi()).isEqualTo(0);
        assertThat(of(Function.FLOOR, 0.5, 1).obstacle(0)).isPresent();
        assertThat(of(Function.FLOOR, 0.5, 0.9).obstacle()).isEmpty();
        assertThat(of(Function.SQRT, 0, 1).obstacle(0)).isEmpty();
        assertThat(of(Function.SQRT, 0, 1).obstacle(1)).contains("sqrt is without a bounded derivative on [0.0, 1.0]");
        Enclosure nowhere = of(Function.LOG, -2, -1);
        assertThat(nowhere.value()).isEqualTo(Interval.EMPTY);
        assertThat(nowhere.gradient()).containsExactly(Interval.EMPTY);
        assertThat(nowhere.hessian()[0]).containsExactly(Interval.EMPTY);
        assertThat(nowhere.obstacle(0)).isPresent();
    }

    @Test
    void whatDoesNotReachTheResultIsNoObstacle() {
        Slots f = new Slots(1);
        f.apply(Function.LOG, 0);
        f.apply(Function.SIN, 0);
        assertThat(new Enclosing(f).over(new Interval[] {Interval.of(-1, 1)}).obstacle())
                .isEmpty();
    }

    @Test
    void aFunctionThatBranchesIsNotEnclosed() {
        Slots f = smooth();
        f.branches = true;
        Enclosure e = around(f, 0.1);
        assertThat(e.value()).isEqualTo(Interval.ENTIRE);
        assertThat(e.meanValue()).isEqualTo(Interval.ENTIRE);
        assertThat(e.gradient()).containsOnly(Interval.ENTIRE);
        assertThat(e.hessian()[1]).containsOnly(Interval.ENTIRE);
        assertThat(e.obstacle(0).orElseThrow()).contains("looks at the number of a variable");
    }

    @Test
    void aRecordedFunctionIsRecordedOnce() {
        int[] times = new int[1];
        OnIntervals f = OnIntervals.recorded(x -> {
            times[0]++;
            assertThat(x).containsExactly(1, 2);
            return smooth();
        });
        Interval[] box = Boxes.of(new double[] {0, 1}, new double[] {2, 3});
        assertThat(f.over(box).value())
                .isEqualTo(f.over(box).value())
                .isEqualTo(new Enclosing(smooth()).over(box).value());
        assertThat(times[0]).isEqualTo(1);
    }

    @Test
    void misuseIsNamed() {
        Enclosing f = new Enclosing(smooth());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.over(new Interval[1]))
                .withMessage("a box of 1 intervals: expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> around(smooth(), 0.1).obstacle(3))
                .withMessageContaining("order 3");
        assertThat(f.metered(null)).isSameAs(f);
    }
}
