package org.hesse.autodiff.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;
import org.hesse.autodiff.reverse.ScalarFunction;
import org.hesse.autodiff.series.HigherDerivatives.Directional;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GraphSeriesTest {
    private static final double[] S = {0.7, -1.3};

    /** x, y, ½, xy, a = xy + x, b = y + ½, and φ(a) or a ∘ b; the fifth root of a for a root. */
    private record Small(double[] values, Function function, Operation operation) implements Graph {
        static Small of(Function f, Operation o, double x, double y) {
            double[] v = {x, y, 0.5, x * y, x * y + x, y + 0.5, 0};
            v[6] = f != null ? f.value(v[4]) : o.value(v[4], o == Operation.ROOT ? 5 : v[5]);
            if (o == Operation.ROOT) {
                v[2] = 5;
            }
            return new Small(v, f, o);
        }

        @Override
        public int variables() {
            return 2;
        }

        @Override
        public int size() {
            return 7;
        }

        @Override
        public int result() {
            return 6;
        }

        @Override
        public Function function(int k) {
            return k == 6 ? function : null;
        }

        @Override
        public Operation operation(int k) {
            return switch (k) {
                case 3 -> Operation.MULTIPLY;
                case 4, 5 -> Operation.ADD;
                case 6 -> operation;
                default -> null;
            };
        }

        @Override
        public int a(int k) {
            return new int[] {0, 0, 0, 0, 3, 1, 4}[k];
        }

        @Override
        public int b(int k) {
            return k == 6 && operation == Operation.ROOT ? 2 : new int[] {0, 0, 0, 1, 0, 2, 5}[k];
        }

        @Override
        public double value(int k) {
            return values[k];
        }

        @Override
        public boolean branches() {
            return false;
        }
    }

    private static DerivativeStructure apply(Function f, DerivativeStructure a) {
        return switch (f) {
            case NEGATE -> a.negate();
            case SIN -> a.sin();
            case COS -> a.cos();
            case TAN -> a.tan();
            case ASIN -> a.asin();
            case ACOS -> a.acos();
            case ATAN -> a.atan();
            case SINH -> a.sinh();
            case COSH -> a.cosh();
            case TANH -> a.tanh();
            case ASINH -> a.asinh();
            case ACOSH -> a.acosh();
            case ATANH -> a.atanh();
            case EXP -> a.exp();
            case EXPM1 -> a.expm1();
            case LOG, LN -> a.log();
            case LOG1P -> a.log1p();
            case LOG10 -> a.log10();
            case LOG2 -> a.log().divide(Math.log(2));
            case SQRT -> a.sqrt();
            case CBRT -> a.cbrt();
            case SQUARE -> a.multiply(a);
            case RECIPROCAL -> a.reciprocal();
            case ABS -> a.getValue() < 0 ? a.negate() : a;
            case SIGN, FLOOR, CEIL, RINT -> a.multiply(0).add(f.value(a.getValue()));
        };
    }

    private static DerivativeStructure apply(Operation o, DerivativeStructure a, DerivativeStructure b) {
        return switch (o) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b);
            case POW -> a.pow(b);
            case ATAN2 -> a.atan2(b);
            case HYPOT -> a.multiply(a).add(b.multiply(b)).sqrt();
            case MIN -> a.getValue() < b.getValue() ? a : b;
            case MAX -> a.getValue() > b.getValue() ? a : b;
            case COPY_SIGN -> a.getValue() < 0 == b.getValue() < 0 ? a : a.negate();
            case REMAINDER -> a.subtract(b.multiply(FastMath.rint(a.getValue() / b.getValue())));
            case ROOT -> a.log().divide(5).exp();
        };
    }

    private static void agree(Directional d, DerivativeStructure e) {
        assertClose(d.value(), e.getValue(), e);
        assertClose(d.slope(), tensor(e, 1, 0, 0), e);
        assertClose(d.curvature(), tensor(e, 2, 0, 0), e);
        assertClose(d.third(), tensor(e, 3, 0, 0), e);
        assertClose(d.fourth(), tensor(e, 4, 0, 0), e);
        for (int i = 0; i < 2; i++) {
            assertClose(d.gradient()[i], tensor(e, 0, 1 - i, i), e);
            assertClose(d.product()[i], tensor(e, 1, 1 - i, i), e);
            assertClose(d.thirdProduct()[i], tensor(e, 2, 1 - i, i), e);
        }
    }

    private static void assertClose(double given, double expected, DerivativeStructure e) {
        double size = Arrays.stream(e.getAllDerivatives()).map(Math::abs).max().orElseThrow();
        assertThat(given).isCloseTo(expected, within(1e-13 * (1 + size)));
    }

    /** Derivative k times along S, and i times by x, j by y. */
    private static double tensor(DerivativeStructure e, int k, int i, int j) {
        double sum = 0;
        double binomial = 1;
        for (int m = 0; m <= k; m++) {
            sum += binomial * Math.pow(S[0], m) * Math.pow(S[1], k - m) * e.getPartialDerivative(m + i, k - m + j);
            binomial = binomial * (k - m) / (m + 1);
        }
        return sum;
    }

    private static DerivativeStructure[] structures(double x, double y) {
        DSFactory factory = new DSFactory(2, 4);
        DerivativeStructure dx = factory.variable(0, x);
        DerivativeStructure dy = factory.variable(1, y);
        return new DerivativeStructure[] {dx.multiply(dy).add(dx), dy.add(0.5)};
    }

    @ParameterizedTest
    @EnumSource
    void everyFunctionAgreesWithDerivativeStructures(Function f) {
        for (double[] x : new double[][] {{0.3, 0.4}, {0.9, 0.8}, {-0.3, 0.2}, {3, 2.4}}) {
            double a = x[0] * x[1] + x[0];
            if (Double.isNaN(f.value(a)) || Double.isInfinite(f.value(a))) {
                continue;
            }
            agree(GraphSeries.along(Small.of(f, null, x[0], x[1]), S), apply(f, structures(x[0], x[1])[0]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationAgreesWithDerivativeStructures(Operation o) {
        for (double[] x : new double[][] {{0.3, 0.4}, {0.9, 0.8}, {3, -2.5}, {2, 2.5}, {-3, 0.25}}) {
            double a = x[0] * x[1] + x[0];
            if (a < 0 && (o == Operation.POW || o == Operation.ROOT)) {
                continue;
            }
            DerivativeStructure[] ab = structures(x[0], x[1]);
            agree(GraphSeries.along(Small.of(null, o, x[0], x[1]), S), apply(o, ab[0], ab[1]));
        }
    }

    private static Directional along(int n, ScalarFunction f, double[] x, double... s) {
        return Differentiable.of(n, f).as(HigherDerivatives.class).orElseThrow().along(x, s);
    }

    /** The k-th power at 0 has nothing but its k-th derivative, k!. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 6", "4, 24", "5, 0"})
    void powersOfZero(int k, double derivative) {
        for (Directional d : new Directional[] {
            along(1, x -> x[0].pow(k), new double[1], 1), along(1, x -> x[0].pow((double) k), new double[1], 1)
        }) {
            double[] all = {d.value(), d.slope(), d.curvature(), d.third(), d.fourth()};
            double[] expected = new double[5];
            if (k < 5) {
                expected[k] = derivative;
            }
            assertThat(all).containsExactly(expected);
            assertThat(d.thirdProduct()).containsExactly(k == 3 ? 6 : 0);
        }
    }

    @Test
    void whereADerivativeDoesNotExistItIsNotANumber() {
        Directional kink = along(2, x -> x[0].abs().add(x[1].pow(3)), new double[] {0, 1}, 1, 1);
        assertThat(kink.value()).isEqualTo(1);
        assertThat(kink.slope()).isNaN();
        assertThat(kink.fourth()).isNaN();
        // not reached along y
        Directional along = along(2, x -> x[0].abs().add(x[1].pow(3)), new double[] {0, 1}, 0, 1);
        assertThat(new double[] {along.slope(), along.curvature(), along.third(), along.fourth()})
                .containsExactly(3, 6, 6, 0);
        assertThat(along.gradient()[0]).isNaN();
        assertThat(along.thirdProduct()[1]).isEqualTo(6);

        Directional root = along(1, x -> x[0].pow(2.5), new double[1], 1);
        assertThat(new double[] {root.value(), root.slope(), root.curvature()}).containsExactly(0, 0, 0);
        assertThat(root.third()).isInfinite();
        assertThat(along(1, x -> x[0].sqrt(), new double[1], 1).slope()).isInfinite();
        assertThat(along(1, x -> x[0].log(), new double[] {-1}, 1).gradient()[0])
                .isNaN();
    }

    /** f(x) = exp(x₀)·cos(x₁) is the real part of exp(z): its derivatives along s are those of exp(z)(s₀ + is₁)ᵏ. */
    @Test
    void anAnalyticFunctionInClosedForm() {
        double[] x = {0.4, 1.1};
        Directional d = along(2, v -> v[0].exp().multiply(v[1].cos()), x, 0.6, 0.8);
        double angle = Math.atan2(0.8, 0.6);
        double[] all = {d.value(), d.slope(), d.curvature(), d.third(), d.fourth()};
        for (int k = 0; k < 5; k++) {
            assertThat(all[k]).isCloseTo(Math.exp(0.4) * Math.cos(1.1 + k * angle), within(1e-14));
        }
        assertThat(d.thirdProduct()[0]).isCloseTo(Math.exp(0.4) * Math.cos(1.1 + 2 * angle), within(1e-14));
        assertThat(d.thirdProduct()[1]).isCloseTo(-Math.exp(0.4) * Math.sin(1.1 + 2 * angle), within(1e-14));
        assertThatThrownBy(() -> along(2, v -> v[0], x, 1)).hasMessage("s of length 1, expected 2");
    }

    /** The gradient and the product are those of the Hessian. */
    @Test
    void agreesWithGradientAndProducts() {
        Differentiable f = Differentiable.of(
                3, v -> v[0].multiply(v[1]).sin().add(v[2].pow(4).multiply(v[0]).exp()));
        double[] x = {0.3, -0.5, 0.7};
        double[] s = {1, 2, -0.5};
        Directional d = f.as(HigherDerivatives.class).orElseThrow().along(x, s);
        double[] g = new double[3];
        f.valueAndGradient(x, g);
        double[] hs = new double[3];
        f.hessianAt(x).times(s, hs);
        assertThat(d.gradient()).containsExactly(g, within(1e-14));
        assertThat(d.product()).containsExactly(hs, within(1e-13));
        double third = 0;
        for (int i = 0; i < 3; i++) {
            third += s[i] * d.thirdProduct()[i];
        }
        assertThat(third).isCloseTo(d.third(), within(1e-12));
        assertThat(d.toString()).startsWith("along s: ");
    }
}
