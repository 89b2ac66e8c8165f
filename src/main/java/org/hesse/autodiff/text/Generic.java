package org.hesse.autodiff.text;

import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hesse.autodiff.graph.Scalar;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.FastMath;

/** The functions and operations over any field of numbers. */
final class Generic {
    private Generic() {}

    static <T extends CalculusFieldElement<T>> T value(Function f, T a) {
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
            case LOG2 -> log2(a);
            case SQRT -> a.sqrt();
            case CBRT -> a.cbrt();
            case SQUARE -> a.square();
            case RECIPROCAL -> a.reciprocal();
            case ABS -> a.abs();
            case SIGN -> a.sign();
            case FLOOR -> a.floor();
            case CEIL -> a.ceil();
            case RINT -> a.rint();
        };
    }

    /** A field of Hipparchus has no logarithm to the base 2; that of Scalars is exact for powers of two. */
    @SuppressWarnings("unchecked")
    private static <T extends CalculusFieldElement<T>> T log2(T a) {
        return a instanceof Scalar<?> s ? (T) s.log2() : a.log().divide(FastMath.log(2));
    }

    /** An operation whose second argument does not depend on x. */
    static <T extends CalculusFieldElement<T>> T value(Operation o, T a, double b) {
        return switch (o) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b);
            case POW -> power(a, b);
            default -> value(o, a, a.newInstance(b));
        };
    }

    /** A whole power is one of negative numbers too, and a square is known to be one. */
    private static <T extends CalculusFieldElement<T>> T power(T a, double b) {
        if (b == 2) {
            return a.square();
        }
        return b == (int) b ? a.pow((int) b) : a.pow(b);
    }

    static <T extends CalculusFieldElement<T>> T value(Operation o, T a, T b) {
        return switch (o) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b);
            case POW -> a.pow(b);
            case ATAN2 -> a.atan2(b);
            case HYPOT -> a.hypot(b);
            case MIN -> min(a, b);
            case MAX -> min(a.negate(), b.negate()).negate();
            case COPY_SIGN -> a.copySign(b);
            case REMAINDER -> a.remainder(b);
            case ROOT -> a.rootN((int) b.getReal());
        };
    }

    /** The smaller one, of equal ones the first; NaN if one is. A Scalar finds it without looking at the numbers. */
    private static <T extends CalculusFieldElement<T>> T min(T a, T b) {
        if (a instanceof Scalar<?>) {
            return scalarMin(a, b);
        }
        return a.getReal() <= b.getReal() || Double.isNaN(a.getReal()) ? a : b;
    }

    /** Of numbers that are scalars, and of the same field. */
    @SuppressWarnings("unchecked")
    private static <T, S extends Scalar<S>> T scalarMin(T a, T b) {
        return (T) ((S) a).min((S) b);
    }
}
