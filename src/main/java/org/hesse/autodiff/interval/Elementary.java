package org.hesse.autodiff.interval;

import org.hesse.autodiff.graph.Function;

/**
 * Bounds of the elementary functions at one double, by StrictMath and a margin.
 *
 * <p>{@link Math} states an error for each of its functions: 1 ulp for sin, cos, tan, asin, acos, atan, exp, expm1, log,
 * log1p, log10, cbrt and pow, 2.5 ulp for sinh, cosh and tanh, 2 ulp for atan2. StrictMath is the algorithm (fdlibm)
 * that those are written for, and the one that no intrinsic replaces. An ulp is at most two steps between doubles, as at
 * a power of two. The other functions are composed of these, each part rounded the same way. Results known to be exact,
 * such as exp(0), have no margin.
 */
final class Elementary {
    private static final double LARGE = 0x1p30; // above it asinh and acosh are log(2x) but for less than 1/(3x²)
    private static final double LOG_2 = 0.6931471805599453; // below log 2, and the next double is above
    private static final double TINY = 0x1p-60;

    private Elementary() {}

    /** A bound of f(x), x in the domain of f; where x is infinite, of the limit. */
    static double bound(Function f, double x, int way) {
        return switch (f) {
            case EXP -> Math.max(0, near(StrictMath.exp(x), 2, x == 0, way));
            case EXPM1 -> Math.max(-1, near(StrictMath.expm1(x), 2, x == 0, way));
            case LOG, LN -> near(StrictMath.log(x), 2, x == 1 || x == 0, way);
            case LOG1P -> near(StrictMath.log1p(x), 2, x == 0 || x == -1, way);
            case LOG10 -> log10(x, way);
            case LOG2 -> log2(x, way);
            case SIN -> unit(near(StrictMath.sin(x), 2, x == 0, way));
            case COS -> unit(near(StrictMath.cos(x), 2, x == 0, way));
            case TAN -> near(StrictMath.tan(x), 2, x == 0, way);
            case ASIN -> near(StrictMath.asin(x), 2, x == 0, way);
            case ACOS -> near(StrictMath.acos(x), 2, x == 1, way);
            case ATAN -> Rounding.move(StrictMath.atan(x), x == 0 ? 0 : 2, way);
            case SINH -> near(StrictMath.sinh(x), 5, x == 0, way);
            case COSH -> Math.max(1, near(StrictMath.cosh(x), 5, x == 0, way));
            case TANH -> unit(near(StrictMath.tanh(x), 5, x == 0 || Double.isInfinite(x), way));
            case ASINH -> x < 0 ? -asinh(-x, -way) : asinh(x, way);
            case ACOSH -> acosh(x, way);
            case ATANH -> x < 0 ? -atanh(-x, -way) : atanh(x, way);
            case SQRT -> Rounding.sqrt(x, way);
            case CBRT -> cbrt(x, way);
            default -> f.value(x); // the whole-number functions, which are exact
        };
    }

    /** A bound of xⁿ or x^y, x ≥ 0, with the limits at 0 and ∞; 0⁰ = ∞⁰ = 1^∞ = 1. */
    static double power(double x, double y, int way) {
        if (x == 1 || y == 0) {
            return 1;
        } else if (y == 1) {
            return x;
        } else if (x == 0 || Double.isInfinite(x) || Double.isInfinite(y)) {
            return StrictMath.pow(x, y);
        } else if (y == 2 || y == 3 || y == 4) {
            double square = Rounding.multiply(x, x, way);
            return y == 2 ? square : Rounding.multiply(square, y == 3 ? x : square, way);
        } else if (y == -1 || y == -2 || y == -3 || y == -4) {
            return Rounding.divide(1, power(x, -y, -way), way);
        } else if (y == 0.5) {
            return Rounding.sqrt(x, way);
        }
        double v = StrictMath.pow(x, y);
        return v <= 0x1p53 && y > 0 && y == Math.rint(y) && x == Math.rint(x)
                ? product(x, (int) y)
                : Math.max(0, near(v, 2, false, way));
    }

    /** The angle of the point (x, y), which is not the origin and not on the cut; 0 on the positive x axis. */
    static double atan2(double y, double x, int way) {
        return y == 0 && x > 0 ? 0 : Rounding.move(StrictMath.atan2(y, x), 4, way);
    }

    /** √(x² + y²), x, y ≥ 0. */
    static double hypot(double x, double y, int way) {
        double large = Math.max(x, y);
        double small = Math.min(x, y);
        if (small == 0 || Double.isInfinite(large)) {
            return large;
        }
        int scale = Math.max(-1000, Math.min(1000, Math.getExponent(large))); // so that no square leaves the range
        double a = Math.scalb(large, -scale);
        double b = Math.scalb(small, -scale); // where it underflows it is rounded, and then below 2⁻¹⁰⁷⁴
        double b2 = b < 0x1p-1000 ? (way < 0 ? 0 : 0x1p-1000) : Rounding.multiply(b, b, way);
        double r = Rounding.sqrt(Rounding.add(Rounding.multiply(a, a, way), b2, way), way);
        return Rounding.multiply(r, Math.scalb(1.0, scale), way);
    }

    private static double near(double v, int steps, boolean exact, int way) {
        return exact || Double.isInfinite(v) && v > 0 == way > 0 ? v : Rounding.move(v, steps, way);
    }

    private static double unit(double v) {
        return Math.max(-1, Math.min(1, v));
    }

    private static double log10(double x, int way) {
        double v = StrictMath.log10(x);
        boolean exact = x == 0 || v == Math.rint(v) && v >= 0 && v <= 22 && x == product(10, (int) v);
        return near(v, 2, exact, way);
    }

    private static double log2(double x, int way) {
        if (x == 0 || Double.isInfinite(x)) {
            return StrictMath.log(x);
        }
        int k = (int) Math.rint(StrictMath.log(x) / LOG_2);
        double v = bound(Function.LOG, x, way);
        double log2 = v > 0 == way > 0 ? LOG_2 : Math.nextUp(LOG_2);
        return x == Math.scalb(1.0, k) ? k : Rounding.divide(v, log2, way);
    }

    private static double log2x(double x, int way) {
        return Rounding.add(bound(Function.LOG, x, way), way < 0 ? LOG_2 : Math.nextUp(LOG_2), way);
    }

    /** log(1 + x + x²/(1 + √(1 + x²))), x ≥ 0. */
    private static double asinh(double x, int way) {
        if (x > LARGE) {
            return way < 0 ? log2x(x, way) : Rounding.add(log2x(x, way), TINY, way);
        }
        double root = Rounding.sqrt(Rounding.add(1, Rounding.multiply(x, x, -way), -way), -way);
        double part = Rounding.divide(Rounding.multiply(x, x, way), Rounding.add(1, root, -way), way);
        return bound(Function.LOG1P, Rounding.add(x, part, way), way);
    }

    /** log(1 + t + √(t·(x + 1))), t = x − 1. */
    private static double acosh(double x, int way) {
        if (x > LARGE) {
            return way > 0 ? log2x(x, way) : Rounding.add(log2x(x, way), -TINY, way);
        }
        double t = Rounding.add(x, -1, way);
        double root = Rounding.sqrt(Rounding.multiply(t, Rounding.add(x, 1, way), way), way);
        return bound(Function.LOG1P, Rounding.add(t, root, way), way);
    }

    /** ½·log(1 + 2x/(1 − x)), x ≥ 0. */
    private static double atanh(double x, int way) {
        double ratio = x == 1 ? Double.POSITIVE_INFINITY : Rounding.divide(2 * x, Rounding.add(1, -x, -way), way);
        return Rounding.multiply(0.5, bound(Function.LOG1P, ratio, way), way);
    }

    private static double cbrt(double x, int way) {
        double v = StrictMath.cbrt(x);
        boolean exact = Math.fma(v, v, -(v * v)) == 0 && Math.fma(v * v, v, -x) == 0 && Math.abs(x) > 0x1p-900;
        return near(v, 2, exact || x == 0 || Double.isInfinite(x), way);
    }

    /** xⁿ by products that are exact. */
    private static double product(double x, int n) {
        double p = 1;
        for (int i = 0; i < n; i++) {
            p *= x;
        }
        return p;
    }
}
