package org.hesse.autodiff.graph;

import java.util.Locale;

/** The operations on two arguments. Where two arguments of min or max are equal the first one is differentiated. */
public enum Operation {
    /** a + b. */
    ADD,
    /** a − b. */
    SUBTRACT,
    /** a·b. */
    MULTIPLY,
    /** a/b. */
    DIVIDE,
    /** aᵇ; derivatives by a are exact at 0 where b is a whole number. */
    POW,
    /** The angle of the point (b, a). */
    ATAN2,
    /** √(a² + b²). */
    HYPOT,
    /** The smaller one. */
    MIN,
    /** The larger one. */
    MAX,
    /** |a| with the sign of b. */
    COPY_SIGN,
    /** a − b·rint(a/b), as IEEE 754 defines it. */
    REMAINDER,
    /** The b-th root of a, b a whole number; of a negative a where b is odd. */
    ROOT;

    /**
     * The name in a text, for those that are written as functions.
     *
     * @return the name in lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The operation.
     *
     * @param a the first argument
     * @param b the second argument
     * @return y, NaN outside the domain
     */
    public double value(double a, double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POW -> power(a, b);
            case ATAN2 -> Math.atan2(a, b);
            case HYPOT -> Math.hypot(a, b);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case COPY_SIGN -> Math.copySign(a, b);
            case REMAINDER -> Math.IEEEremainder(a, b);
            case ROOT -> root(a, (int) b);
        };
    }

    /**
     * First derivatives.
     *
     * @param a the first argument
     * @param b the second argument
     * @param y the value
     * @param fixed whether b is a constant, so that no derivative by it is needed
     * @param d receives ∂y/∂a in {@code d[0]} and ∂y/∂b in {@code d[1]}, <em>modified</em>
     */
    public void first(double a, double b, double y, boolean fixed, double[] d) {
        switch (this) {
            case ADD -> set(d, 1, 1);
            case SUBTRACT -> set(d, 1, -1);
            case MULTIPLY -> set(d, b, a);
            case DIVIDE -> set(d, 1 / b, -y / b);
            case POW -> set(d, powerTimes(b, a, b - 1), fixed ? 0 : logTimes(y, a, 1));
            case ATAN2 -> {
                double h = Math.hypot(a, b); // its square may overflow
                set(d, b / h / h, -a / h / h);
            }
            case HYPOT -> set(d, a / y, b / y);
            case MIN -> set(d, a <= b ? 1 : 0, a <= b ? 0 : 1);
            case MAX -> set(d, a >= b ? 1 : 0, a >= b ? 0 : 1);
            case COPY_SIGN -> set(d, a == 0 ? 0 : Math.signum(a) * Math.copySign(1, b), 0);
            case REMAINDER -> set(d, 1, -Math.rint((a - y) / b));
            case ROOT -> set(d, a == 0 ? rootAtZero(b) : y / a / b, 0);
        }
    }

    /**
     * Second derivatives.
     *
     * @param a the first argument
     * @param b the second argument
     * @param y the value
     * @param fixed whether b is a constant, so that no derivative by it is needed
     * @param d receives ∂²y/∂a², ∂²y/∂a∂b and ∂²y/∂b², <em>modified</em>
     */
    public void second(double a, double b, double y, boolean fixed, double[] d) {
        switch (this) {
            case ADD, SUBTRACT, MIN, MAX, COPY_SIGN, REMAINDER -> set(d, 0, 0, 0);
            case MULTIPLY -> set(d, 0, 1, 0);
            case DIVIDE -> set(d, 0, -1 / b / b, 2 * (y / b) / b);
            case POW ->
                set(
                        d,
                        powerTimes(b * (b - 1), a, b - 2),
                        fixed ? 0 : Math.pow(a, b - 1) + logTimes(powerTimes(b, a, b - 1), a, 1),
                        fixed ? 0 : logTimes(y, a, 2));
            case ATAN2 -> {
                double h = Math.hypot(a, b);
                double bb = 2 * (a / h) * (b / h) / h / h;
                set(d, -bb, (a - b) / h * ((a + b) / h) / h / h, bb);
            }
            case HYPOT -> set(d, b / y * (b / y) / y, -(a / y) * (b / y) / y, a / y * (a / y) / y);
            case ROOT -> set(d, (1 / b - 1) * (y / a / b / a), 0, 0);
        }
    }

    /** aᵇ: the powers 2, 3 and 4 are products, the same bits everywhere. */
    private static double power(double a, double b) {
        if (b == 2) {
            return a * a;
        }
        if (b == 3) {
            return a * a * a;
        }
        return b == 4 ? (a * a) * (a * a) : Math.pow(a, b);
    }

    /** The root by a power, whose exponent is rounded, and one Newton step. */
    private static double root(double a, int b) {
        if (b == 2 || b == 3) {
            return b == 2 ? Math.sqrt(a) : Math.cbrt(a);
        }
        double y = Math.copySign(Math.pow(b % 2 == 0 ? a : Math.abs(a), 1.0 / b), a);
        double step = y * (Math.pow(y, b) / a - 1) / b;
        return Math.abs(step) < Math.abs(y) ? y - step : y; // no step from 0, infinity or NaN
    }

    /** The slope of the b-th root at 0. */
    private static double rootAtZero(double b) {
        return b == 1 ? 1 : b > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    /**
     * c·aᵇ, 0 where c is 0 even if aᵇ is infinite: the derivatives of a⁰ and a¹ at a = 0.
     *
     * @param c the factor
     * @param a the base
     * @param b the exponent
     * @return c·aᵇ
     */
    public static double powerTimes(double c, double a, double b) {
        return c == 0 ? 0 : c * power(a, b);
    }

    /**
     * c·log(a)ᵏ, 0 where c is 0: the limit of 0ᵇ·log 0.
     *
     * @param c the factor
     * @param a the number whose logarithm is taken
     * @param k 1 or 2
     * @return c·log(a)ᵏ
     */
    public static double logTimes(double c, double a, int k) {
        return c == 0 ? 0 : c * (k == 1 ? Math.log(a) : Math.log(a) * Math.log(a));
    }

    private static void set(double[] d, double first, double second) {
        d[0] = first;
        d[1] = second;
    }

    private static void set(double[] d, double aa, double ab, double bb) {
        set(d, aa, ab);
        d[2] = bb;
    }
}
