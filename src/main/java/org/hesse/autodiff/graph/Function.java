package org.hesse.autodiff.graph;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/**
 * The functions of one argument: y = f(a), with f' as a function of a and y, and f'' as a function of a and d = f'(a).
 * In a text a function goes by its name in lower case. Where f has a kink (abs at 0) the derivatives are 0.
 */
public enum Function {
    /** Minus, written as a sign. */
    NEGATE(a -> -a, (a, y) -> -1, (a, d) -> 0),
    /** Sine. */
    SIN(Math::sin, (a, y) -> Math.cos(a), (a, d) -> -Math.sin(a)),
    /** Cosine. */
    COS(Math::cos, (a, y) -> -Math.sin(a), (a, d) -> -Math.cos(a)),
    /** Tangent. */
    TAN(Math::tan, (a, y) -> 1 + y * y, (a, d) -> 2 * Math.tan(a) * d),
    /** Inverse sine. */
    ASIN(Math::asin, (a, y) -> 1 / Math.sqrt((1 - a) * (1 + a)), (a, d) -> a * d * d * d),
    /** Inverse cosine. */
    ACOS(Math::acos, (a, y) -> -1 / Math.sqrt((1 - a) * (1 + a)), (a, d) -> a * d * d * d),
    /** Inverse tangent. */
    ATAN(Math::atan, (a, y) -> 1 / (1 + a * a), (a, d) -> -2 * (a * d) * d),
    /** Hyperbolic sine. */
    SINH(Math::sinh, (a, y) -> Math.cosh(a), (a, d) -> Math.sinh(a)),
    /** Hyperbolic cosine. */
    COSH(Math::cosh, (a, y) -> Math.sinh(a), (a, d) -> Math.cosh(a)),
    /** Hyperbolic tangent; 1 − y² is taken as 1/cosh², which does not cancel. */
    TANH(Math::tanh, (a, y) -> square(1 / Math.cosh(a)), (a, d) -> -2 * Math.tanh(a) * d),
    /** Inverse hyperbolic sine. */
    ASINH(FastMath::asinh, (a, y) -> 1 / Math.hypot(1, a), (a, d) -> -(a * d) * d * d),
    /** Inverse hyperbolic cosine. */
    ACOSH(Function::acosh, (a, y) -> 1 / (Math.sqrt(a - 1) * Math.sqrt(a + 1)), (a, d) -> -(a * d) * d * d),
    /** Inverse hyperbolic tangent. */
    ATANH(FastMath::atanh, (a, y) -> 1 / ((1 - a) * (1 + a)), (a, d) -> 2 * a * d * d),
    /** Exponential. */
    EXP(Math::exp, (a, y) -> y, (a, d) -> d),
    /** exp(a) − 1. */
    EXPM1(Math::expm1, (a, y) -> Math.exp(a), (a, d) -> d),
    /** Natural logarithm. */
    LOG(Math::log, (a, y) -> 1 / a, (a, d) -> -d * d),
    /** Natural logarithm, under its other name. */
    LN(Math::log, (a, y) -> 1 / a, (a, d) -> -d * d),
    /** log(1 + a). */
    LOG1P(Math::log1p, (a, y) -> 1 / (1 + a), (a, d) -> -d * d),
    /** Logarithm to the base 10. */
    LOG10(Math::log10, (a, y) -> 1 / (a * Math.log(10)), (a, d) -> -d / a),
    /** Logarithm to the base 2. */
    LOG2(Function::log2, (a, y) -> 1 / (a * Math.log(2)), (a, d) -> -d / a),
    /** Square root. */
    SQRT(Math::sqrt, (a, y) -> 0.5 / y, (a, d) -> -0.5 * d / a),
    /** Cube root. */
    CBRT(Math::cbrt, (a, y) -> 1 / (3 * y * y), (a, d) -> -2 * d / (3 * a)),
    /** a². */
    SQUARE(a -> a * a, (a, y) -> 2 * a, (a, d) -> 2),
    /** 1/a. */
    RECIPROCAL(a -> 1 / a, (a, y) -> -y * y, (a, d) -> -2 * d / a),
    /** Absolute value. */
    ABS(Math::abs, (a, y) -> Math.signum(a), (a, d) -> 0),
    /** −1, 0 or 1. */
    SIGN(Math::signum, (a, y) -> 0, (a, d) -> 0),
    /** The largest whole number that is not above. */
    FLOOR(Math::floor, (a, y) -> 0, (a, d) -> 0),
    /** The smallest whole number that is not below. */
    CEIL(Math::ceil, (a, y) -> 0, (a, d) -> 0),
    /** The nearest whole number, the even one of two. */
    RINT(Math::rint, (a, y) -> 0, (a, d) -> 0);

    private final DoubleUnaryOperator value;
    private final DoubleBinaryOperator first;
    private final DoubleBinaryOperator second;

    Function(DoubleUnaryOperator value, DoubleBinaryOperator first, DoubleBinaryOperator second) {
        this.value = value;
        this.first = first;
        this.second = second;
    }

    private static double square(double a) {
        return a * a;
    }

    /** By log1p, which does not cancel near 1; for large a by the logarithm, which does not overflow. */
    private static double acosh(double a) {
        return a < 0x1p27 ? Math.log1p(a - 1 + Math.sqrt(a - 1) * Math.sqrt(a + 1)) : Math.log(a) + Math.log(2);
    }

    /** From a = 2ᵉm with m from √½ to √2: exact for powers of two, and without cancellation near 1. */
    private static double log2(double a) {
        if (!(a >= Double.MIN_NORMAL && a <= Double.MAX_VALUE)) {
            return Math.log(a) / Math.log(2);
        }
        int e = Math.getExponent(a * Math.sqrt(0.5)) + 1;
        return e + Math.log(Math.scalb(a, -e)) / Math.log(2);
    }

    /**
     * The name in a text.
     *
     * @return the name in lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The function.
     *
     * @param a the argument
     * @return f(a), NaN outside the domain
     */
    public double value(double a) {
        return value.applyAsDouble(a);
    }

    /**
     * The first derivative.
     *
     * @param a the argument
     * @param y f(a)
     * @return f'(a)
     */
    public double first(double a, double y) {
        return first.applyAsDouble(a, y);
    }

    /**
     * The second derivative.
     *
     * @param a the argument
     * @param d f'(a)
     * @return f''(a)
     */
    public double second(double a, double d) {
        return second.applyAsDouble(a, d);
    }
}
