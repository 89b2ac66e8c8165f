package org.hesse.autodiff.interval;

/**
 * Arithmetic rounded down or up, to the neighbouring double of the exact result, and to the result itself where it is a
 * double: the sign of the rounding error is known exactly from TwoSum for sums and from a fused multiply-add for the
 * others (Muller et al., Handbook of Floating-Point Arithmetic, 2nd edition 2018, sections 4.3 and 5.2.6), except so
 * near to underflow that the error itself is no double; there the next double is taken.
 *
 * <p>Everywhere {@code way} is −1 for down and +1 for up. An overflow ends at the largest double or at infinity, as the
 * way is; 0·∞ is 0, the rule for end points of intervals.
 */
final class Rounding {
    /** Above it a residual of products is exact: 2⁻⁹⁶⁰ times the square of 2⁻⁵³ is still a double. */
    private static final double SAFE = 0x1p-960;

    private Rounding() {}

    /** v moved by {@code steps} doubles. */
    static double move(double v, int steps, int way) {
        double r = v;
        for (int i = 0; i < steps; i++) {
            r = way < 0 ? Math.nextDown(r) : Math.nextUp(r);
        }
        return r;
    }

    static double add(double a, double b, int way) {
        double s = a + b;
        double v = s - a;
        double error = (a - (s - v)) + (b - v);
        return error * way <= 0 ? s : move(s, 1, way);
    }

    static double multiply(double a, double b, int way) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double p = a * b;
        return settle(p, Math.fma(a, b, -p), Math.abs(p) >= SAFE, a > 0 == b > 0, way);
    }

    static double divide(double a, double b, int way) {
        if (Double.isInfinite(b)) {
            return 0;
        }
        double q = a / b;
        double residual = Math.fma(-q, b, a);
        return settle(q, b < 0 ? -residual : residual, Math.abs(a) >= SAFE || a == 0, a > 0 == b > 0, way);
    }

    static double sqrt(double a, int way) {
        double s = Math.sqrt(a);
        return settle(s, Math.fma(-s, s, a), a >= SAFE || a == 0, true, way);
    }

    /** The value r of which the error, exact minus r, is known; NaN, where r is infinite, counts as unknown. */
    private static double settle(double r, double error, boolean trusted, boolean positive, int way) {
        if (error * way < 0 || error == 0 && trusted) {
            return r;
        }
        return r == 0 && positive == way < 0 ? 0 : move(r, 1, way); // an underflow keeps its sign
    }
}
