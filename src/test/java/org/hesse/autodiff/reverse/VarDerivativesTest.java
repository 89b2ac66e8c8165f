package org.hesse.autodiff.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.Expression;
import org.hesse.autodiff.graph.Function;
import org.hesse.objective.Curved;
import org.hesse.objective.Objective;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of {@link Var}: value to 1e-14, first derivatives to 1e-13, second derivatives to 1e-12, relative to
 * numbers of 160 digits ({@link Dfp}). Its derivatives are central differences with a step of 1e-30·|x|, whose error is of
 * the order 1e-40 even where x is within 1e-10 of a singularity.
 */
class VarDerivativesTest {
    /** The texts of what is not a function of x by its name, or a text itself. */
    private static final Map<String, String> TEXTS = Map.of(
            "negate",
            "-x",
            "a + b",
            "x+y",
            "a - b",
            "x-y",
            "ab",
            "x*y",
            "a/b",
            "x/y",
            "pow",
            "x^y",
            "atan2",
            "atan2(x, y)",
            "hypot",
            "hypot(x, y)",
            "min",
            "min(x, y)",
            "max",
            "max(x, y)");

    private static final DfpField FIELD = new DfpField(160);
    private static final Dfp H = FIELD.newDfp("1e-30");

    private final List<DynamicTest> tests = new ArrayList<>();

    private void unary(String name, UnaryOperator<Var> f, UnaryOperator<Dfp> exact, double... points) {
        for (double x : points) {
            tests.add(DynamicTest.dynamicTest(name + "(" + x + ")", () -> {
                Dfp at = FIELD.newDfp(x);
                Dfp h = at.abs().multiply(H);
                Dfp y = exact.apply(at);
                Dfp right = exact.apply(at.add(h));
                Dfp left = exact.apply(at.subtract(h));
                Dfp second = right.subtract(y).subtract(y.subtract(left)).divide(h.multiply(h));
                for (Objective form : forms(Differentiable.of(1, v -> f.apply(v[0])), name)) {
                    check(
                            form,
                            new double[] {x},
                            y,
                            new Dfp[] {right.subtract(left).divide(h).divide(2)},
                            new Dfp[][] {{second}},
                            new double[][] {{noise(y, h, h)}});
                }
            }));
        }
    }

    private void binary(String name, BinaryOperator<Var> f, BinaryOperator<Dfp> exact, double[]... points) {
        for (double[] x : points) {
            tests.add(DynamicTest.dynamicTest(name + "(" + x[0] + ", " + x[1] + ")", () -> {
                Dfp a = FIELD.newDfp(x[0]);
                Dfp b = FIELD.newDfp(x[1]);
                Dfp h = a.abs().multiply(H);
                Dfp k = b.abs().multiply(H);
                Dfp y = exact.apply(a, b);
                Dfp[] e = {
                    exact.apply(a.add(h), b),
                    exact.apply(a.subtract(h), b),
                    exact.apply(a, b.add(k)),
                    exact.apply(a, b.subtract(k))
                };
                Dfp mixed = exact.apply(a.add(h), b.add(k))
                        .subtract(exact.apply(a.add(h), b.subtract(k)))
                        .subtract(exact.apply(a.subtract(h), b.add(k)))
                        .add(exact.apply(a.subtract(h), b.subtract(k)))
                        .divide(h.multiply(k))
                        .divide(4);
                for (Objective form : forms(Differentiable.of(2, v -> f.apply(v[0], v[1])), name)) {
                    check(
                            form,
                            x,
                            y,
                            new Dfp[] {
                                e[0].subtract(e[1]).divide(h).divide(2),
                                e[2].subtract(e[3]).divide(k).divide(2)
                            },
                            new Dfp[][] {
                                {e[0].subtract(y).subtract(y.subtract(e[1])).divide(h.multiply(h)), mixed},
                                {
                                    mixed,
                                    e[2].subtract(y).subtract(y.subtract(e[3])).divide(k.multiply(k))
                                }
                            },
                            new double[][] {{noise(y, h, h), noise(y, h, k)}, {noise(y, h, k), noise(y, k, k)}});
                }
            }));
        }
    }

    /** As code, and as text where the name is one: then its value and gradient are compiled. */
    private static List<Objective> forms(Differentiable code, String name) {
        boolean isFunction = Stream.of(Function.values()).anyMatch(f -> f.text().equals(name));
        boolean isText = name.matches("(x|[0-9.]+) ?[-+/^] ?-?(x|[0-9.]+)");
        String text = TEXTS.getOrDefault(name, isFunction ? name + "(x)" : isText ? name : "");
        return text.isEmpty() ? List.of(code) : List.of(code, Expression.parse(text));
    }

    /** What rounding to 160 digits makes of a second difference. */
    private static double noise(Dfp y, Dfp h, Dfp k) {
        return y.abs().multiply(FIELD.newDfp("1e-155")).divide(h.multiply(k)).toDouble();
    }

    private static void check(Objective f, double[] x, Dfp y, Dfp[] first, Dfp[][] second, double[][] noise) {
        int n = x.length;
        double[] g = new double[n];
        close(f.value(x), y, 1e-14, 0, "value");
        assertThat(f.valueAndGradient(x, g)).isEqualTo(f.value(x));
        Curved curved = f.as(Curved.class).orElseThrow();
        double[][] h = curved.hessianAt(x).dense();
        double[] hv = new double[n];
        for (int j = 0; j < n; j++) {
            close(g[j], first[j], 1e-13, 0, "first derivative " + j);
            double[] e = new double[n];
            e[j] = 1;
            curved.hessianAt(x).times(e, hv);
            for (int i = 0; i < n; i++) {
                close(h[i][j], second[i][j], 1e-12, noise[i][j], "second derivative " + i + j);
                assertThat(hv[i]).isEqualTo(h[i][j]);
            }
        }
    }

    /** Differences of what does not vary leave 1e-60 of it; numbers below the normal ones have fewer digits. */
    private static void close(double actual, Dfp exact, double tolerance, double noise, String what) {
        double expected = exact.toDouble();
        if (actual == expected || Math.abs(expected) < 1e-60 && actual == 0) {
            return;
        }
        assertThat(Math.abs(actual - expected))
                .as("%s = %s, expected %s", what, actual, expected)
                .isLessThanOrEqualTo(tolerance * Math.abs(expected) + noise + Double.MIN_NORMAL);
    }

    private static double[] at(double... x) {
        return x;
    }

    @TestFactory
    Stream<DynamicTest> functions() {
        double[] everywhere = {-300, -20.5, -1.7, -0.9, -1e-10, 1e-10, 1e-3, 0.3, 1, 2.5, 19, 100};
        double[] angles = {-1e5, -20.5, -1.5707, -1e-10, 1e-10, 0.3, 1, 1.5, 3.1, 1e5};
        double[] positive = {1e-200, 1e-10, 0.5, 0.999999, 1, 1.0000001, 2, 1e10, 1e200};
        double[] unit = {-1 + 1e-10, -0.5, -1e-10, 1e-10, 1e-3, 0.7, 0.999, 1 - 1e-10};
        double[] wide = {-1e60, -2, -1e-10, 1e-10, 1e-4, 0.4, 1, 50, 1e60, 1e100};
        double[] aboveOne = {1 + 1e-10, 1.001, 1.5, 10, 1e8, 1.4e8, 1e100, 1e160};
        unary("negate", Var::negate, Dfp::negate, everywhere);
        unary("sin", Var::sin, Dfp::sin, angles);
        unary("cos", Var::cos, Dfp::cos, angles);
        unary("tan", Var::tan, Dfp::tan, angles);
        unary("sinCos.sin", x -> x.sinCos().sin(), Dfp::sin, angles);
        unary("sinCos.cos", x -> x.sinCos().cos(), Dfp::cos, angles);
        unary("asin", Var::asin, Dfp::asin, unit);
        unary("acos", Var::acos, Dfp::acos, unit);
        unary("atan", Var::atan, VarDerivativesTest::atan, -1e40, -2, -1e-10, 1e-10, 1e-4, 0.4, 1, 50, 1e40);
        unary("sinh", Var::sinh, Dfp::sinh, everywhere);
        unary("cosh", Var::cosh, Dfp::cosh, everywhere);
        unary("sinhCosh.sinh", x -> x.sinhCosh().sinh(), Dfp::sinh, everywhere);
        unary("sinhCosh.cosh", x -> x.sinhCosh().cosh(), Dfp::cosh, everywhere);
        unary("tanh", Var::tanh, x -> x.sinh().divide(x.cosh()), -20, -1.7, -1e-10, 1e-10, 1e-3, 0.3, 1, 19, 40);
        unary("asinh", Var::asinh, VarDerivativesTest::asinh, wide);
        unary("acosh", Var::acosh, x -> x.square().subtract(1).sqrt().add(x).log(), aboveOne);
        unary("atanh", Var::atanh, x -> x.add(1).divide(x.negate().add(1)).log().divide(2), unit);
        unary("exp", Var::exp, Dfp::exp, -700, -20.5, -1, -1e-10, 1e-10, 1, 10, 700);
        unary("expm1", Var::expm1, x -> x.exp().subtract(1), -30, -1, -1e-5, -1e-10, 1e-10, 1e-3, 1, 700);
        unary("log", Var::log, Dfp::log, 1e-100, 1e-10, 0.5, 0.999999, 1.0000001, 2, 1e10, 1e100);
        unary("log10", Var::log10, Dfp::log10, 1e-100, 1e-10, 0.5, 0.999999, 1.0000001, 2, 1e10, 1e100);
        unary("log1p", Var::log1p, x -> x.add(1).log(), -1 + 1e-10, -0.5, -1e-10, 1e-10, 1e-3, 1, 1e10, 1e100);
        unary("sqrt", Var::sqrt, VarDerivativesTest::sqrt, positive);
        unary("cbrt", Var::cbrt, x -> x.rootN(3), 1e-100, 1e-10, 0.5, 1, 8, 1e10, 1e100);
        unary("square", Var::square, x -> x.multiply(x), wide);
        unary("reciprocal", Var::reciprocal, Dfp::reciprocal, -1e80, -3, -1e-80, 1e-80, 0.1, 3, 1e80);
        unary("abs", Var::abs, Dfp::abs, everywhere);
        unary("sign", Var::sign, Dfp::sign, everywhere);
        unary("floor", Var::floor, Dfp::floor, -1.7, -0.9, 0.3, 2.5, 100.4);
        unary("ceil", Var::ceil, Dfp::ceil, -1.7, 0.3, 2.5, 100.4);
        unary("rint", Var::rint, Dfp::rint, -1.7, -0.9, 0.3, 2.6, 100.4);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> withNumbers() {
        double[] some = {-1e100, -3.7, -0.2, 1e-9, 0.5, 1, 4.2, 1e100};
        double[] positive = {1e-20, 1e-9, 0.5, 1, 4.2, 1e20, 1e60};
        unary("x + 3", x -> x.add(3.0), x -> x.add(3), some);
        unary("x - 3", x -> x.subtract(3.0), x -> x.subtract(3), some);
        unary("3x", x -> x.multiply(3), x -> x.multiply(3), some);
        unary("0.1x", x -> x.multiply(0.1), x -> x.multiply(FIELD.newDfp(0.1)), some);
        unary("x/7", x -> x.divide(7.0), x -> x.divide(7), some);
        unary("7/x", x -> x.newInstance(7).divide(x), x -> FIELD.newDfp(7).divide(x), some);
        unary("2 - x", x -> x.newInstance(2).subtract(x), x -> FIELD.newDfp(2).subtract(x), some);
        unary("2 + x", x -> x.newInstance(2).add(x), x -> FIELD.newDfp(2).add(x), some);
        unary("pi·x", x -> x.getPi().multiply(x), x -> FIELD.newDfp(Math.PI).multiply(x), some);
        unary("x^0", x -> x.pow(0), x -> FIELD.getOne(), some);
        unary("x^1", x -> x.pow(1), x -> x, some);
        unary("x^2", x -> x.pow(2), x -> x.multiply(x), some);
        unary("x^2.0", x -> x.pow(2.0), x -> x.multiply(x), some);
        unary("x^3", x -> x.pow(3), x -> x.pow(3), some);
        unary("x^-2", x -> x.pow(-2), x -> x.multiply(x).reciprocal(), -1e30, -3.7, 1e-20, 4.2);
        unary("x^7.0", x -> x.pow(7.0), x -> x.pow(7), -1e30, -3.7, -1e-9, 1e-20, 4.2);
        unary("x^0.3", x -> x.pow(0.3), x -> x.pow(FIELD.newDfp(0.3)), positive);
        unary("x^-1.7", x -> x.pow(-1.7), x -> x.pow(FIELD.newDfp(-1.7)), positive);
        unary("1.3^x", x -> x.newInstance(1.3).pow(x), x -> FIELD.newDfp(1.3).pow(x), -300, -3.7, 1e-9, 1, 4.2, 200);
        unary("root 2", x -> x.rootN(2), Dfp::sqrt, positive);
        unary("root 3", x -> x.rootN(3), x -> x.rootN(3), positive);
        unary("root 4", x -> x.rootN(4), x -> x.sqrt().sqrt(), positive);
        unary("root 5", x -> x.rootN(5), x -> x.rootN(5), positive);
        unary("root 5 of -x", x -> x.rootN(5), x -> x.negate().rootN(5).negate(), -1e60, -32, -1e-9);
        unary("root -2", x -> x.rootN(-2), x -> x.sqrt().reciprocal(), positive);
        unary("toDegrees", Var::toDegrees, x -> x.multiply(FIELD.newDfp(180 / Math.PI)), some);
        unary("toRadians", Var::toRadians, x -> x.multiply(FIELD.newDfp(Math.PI / 180)), some);
        unary("scalb 5", x -> x.scalb(5), x -> x.multiply(32), some);
        unary("scalb 1030", x -> x.scalb(1030), x -> x.multiply(FIELD.getTwo().pow(1030)), 1e-20, -1e-30);
        unary("scalb -1040", x -> x.scalb(-1040), x -> x.divide(FIELD.getTwo().pow(1040)), 1e30, -1e40);
        unary("copySign -1", x -> x.copySign(-1), x -> x.abs().negate(), some);
        unary(
                "remainder 3",
                x -> x.remainder(3),
                x -> x.subtract(x.divide(3).rint().multiply(3)),
                -7.7,
                0.5,
                4.2,
                1e9);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> operations() {
        double[][] some = {
            at(1, 2), at(-3.5, 0.7), at(-1e-3, -20), at(1e90, -1e95), at(1e-80, 1e-85), at(0.5, 0.5), at(1e-5, 1e5)
        };
        double[][] bases = {
            at(1e-10, 0.5), at(0.3, -2.5), at(1, 3), at(2, 1), at(7, 1e-5), at(1.0001, 1000), at(50, 20.1)
        };
        binary("a + b", Var::add, Dfp::add, some);
        binary("a - b", Var::subtract, Dfp::subtract, some);
        binary("ab", Var::multiply, Dfp::multiply, some);
        binary("a/b", Var::divide, Dfp::divide, some);
        binary("pow", Var::pow, (a, b) -> b.multiply(a.log()).exp(), bases);
        binary(
                "atan2",
                Var::atan2,
                VarDerivativesTest::atan2,
                at(1, 2),
                at(-3.5, 0.7),
                at(0.1, -4),
                at(1e90, -1e95),
                at(1e-90, 1e-92),
                at(1e-10, 1),
                at(-2, -3));
        binary(
                "hypot",
                Var::hypot,
                (a, b) -> a.square().add(b.square()).sqrt(),
                at(1, 2),
                at(-3.5, 0.7),
                at(0.1, -4),
                at(1e90, -1e95),
                at(1e-90, 1e-92),
                at(-2, -3));
        binary("min", Var::min, (a, b) -> a.lessThan(b) ? a : b, at(1, 2), at(2, -1));
        binary("max", Var::max, (a, b) -> a.lessThan(b) ? b : a, at(1, 2), at(2, -1));
        binary(
                "copySign",
                Var::copySign,
                (a, b) -> b.strictlyNegative() ? a.abs().negate() : a.abs(),
                at(1, 2),
                at(2, -1),
                at(-3, 1),
                at(-3, -0.5));
        binary(
                "remainder",
                Var::remainder,
                (a, b) -> a.subtract(b.multiply(a.divide(b).rint())),
                at(7.3, 2),
                at(-5.2, 3.3),
                at(0.1, 4));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> linearCombinations() {
        double[][] some = {at(1, 2), at(-3.5, 0.7), at(1e-5, 1e5)};
        BinaryOperator<Dfp> quartic =
                (a, b) -> a.multiply(a).multiply(b).add(b.square().multiply(3));
        binary("of two", (a, b) -> a.linearCombination(a.square(), b, b.multiply(3), b), quartic, some);
        binary("of three", (a, b) -> a.linearCombination(a.square(), b, b, b, b.multiply(2), b), quartic, some);
        binary("of four", (a, b) -> a.linearCombination(a.square(), b, b, b, b, b, b, b), quartic, some);
        binary(
                "of an array",
                (a, b) -> a.linearCombination(new Var[] {a.square(), b, b}, new Var[] {b, b, b.multiply(2)}),
                quartic,
                some);
        binary("two numbers", (a, b) -> a.linearCombination(1, a.square().multiply(b), 3, b.square()), quartic, some);
        binary(
                "three numbers",
                (a, b) -> a.linearCombination(1, a.square().multiply(b), 2, b.square(), 1, b.square()),
                quartic,
                some);
        binary(
                "four numbers",
                (a, b) -> a.linearCombination(1, a.square().multiply(b), 1, b.square(), 1, b.square(), 1, b.square()),
                quartic,
                some);
        binary(
                "numbers in an array",
                (a, b) -> a.linearCombination(
                        new double[] {1, 3}, new Var[] {a.square().multiply(b), b.square()}),
                quartic,
                some);
        return tests.stream();
    }

    /** Dfp.sqrt stops early near 1: one more Newton step each way. */
    private static Dfp sqrt(Dfp x) {
        Dfp y = x.sqrt();
        for (int i = 0; i < 3; i++) {
            y = y.add(x.divide(y)).divide(2);
        }
        return y;
    }

    /** Dfp.atan is inaccurate near 1: of a quarter of the angle. */
    private static Dfp atan(Dfp x) {
        Dfp half = x.divide(sqrt(x.square().add(1)).add(1));
        return half.divide(sqrt(half.square().add(1)).add(1)).atan().multiply(4);
    }

    private static Dfp asinh(Dfp x) {
        Dfp y = x.abs().add(x.square().add(1).sqrt()).log();
        return x.strictlyNegative() ? y.negate() : y;
    }

    /** The inverse tangent in its quadrant. */
    private static Dfp atan2(Dfp a, Dfp b) {
        Dfp angle = atan(a.divide(b));
        return b.strictlyPositive()
                ? angle
                : a.strictlyNegative() ? angle.subtract(FIELD.getPi()) : angle.add(FIELD.getPi());
    }
}
