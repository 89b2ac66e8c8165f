package org.hesse.autodiff.interval;

import static org.hesse.autodiff.interval.Elementary.bound;

import org.hesse.autodiff.graph.Function;

/**
 * The range of a {@link Function} over an interval: {@link #lo} and {@link #hi}, both NaN where it is empty, and whether
 * the function is defined and continuous on the whole interval. One object serves for many ranges, so that a sweep over
 * a graph allocates nothing. A function with a domain is taken over the part of the interval that lies in it.
 *
 * <p>Sine and cosine on less than a half-turn have one extremum or none, and the signs of the derivative at the ends
 * tell which: StrictMath reduces any argument exactly, so there is no reduction here to lose digits.
 */
final class Bounds {
    double lo;
    double hi;
    boolean regular;

    private static final double HALF_TURN = 3.14; // a little less

    /** The range of f over [a, b]. */
    void range(Function f, double a, double b) {
        regular = true;
        if (a != a) { // empty
            set(a, a);
            return;
        }
        switch (f) {
            case NEGATE -> set(-b, -a);
            case SIN, COS -> wave(f, a, b);
            case TAN -> tan(a, b);
            case ASIN -> rising(f, a, b, -1, 1);
            case ACOS -> {
                rising(f, a, b, -1, 1);
                if (lo == lo) { // it falls: the ends change places
                    set(bound(f, Math.min(b, 1), -1), bound(f, Math.max(a, -1), 1));
                }
            }
            case COSH -> set(bound(f, mignitude(a, b), -1), bound(f, magnitude(a, b), 1));
            case ATANH -> open(f, a, b, -1, 1);
            case ACOSH -> rising(f, a, b, 1, Double.POSITIVE_INFINITY);
            case LOG, LN, LOG2, LOG10 -> open(f, a, b, 0, Double.POSITIVE_INFINITY);
            case LOG1P -> open(f, a, b, -1, Double.POSITIVE_INFINITY);
            case SQRT -> rising(f, a, b, 0, Double.POSITIVE_INFINITY);
            case SQUARE -> square(a, b);
            case RECIPROCAL -> reciprocal(a, b);
            case ABS -> set(mignitude(a, b), magnitude(a, b));
            case SIGN, FLOOR, CEIL, RINT -> {
                set(bound(f, a, -1), bound(f, b, 1));
                regular = !jumps(f, a, b);
            }
            case ATAN, SINH, TANH, ASINH, EXP, EXPM1, CBRT -> set(bound(f, a, -1), bound(f, b, 1));
        }
    }

    void set(double lower, double upper) {
        lo = lower;
        hi = upper;
    }

    void undefined() {
        regular = false;
        set(Double.NaN, Double.NaN);
    }

    void entire() {
        regular = false;
        set(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The range over the part of [a, b] that is in [from, to], bounds of a rising function; regular if that is all. */
    private void rising(Function f, double a, double b, double from, double to) {
        if (b < from || a > to) {
            undefined();
        } else {
            set(bound(f, Math.max(a, from), -1), bound(f, Math.min(b, to), 1));
            regular = a >= from && b <= to;
        }
    }

    /** The same with (from, to). */
    private void open(Function f, double a, double b, double from, double to) {
        if (b <= from || a >= to) {
            undefined();
        } else {
            rising(f, a, b, from, to);
            regular = a > from && (b < to || Double.isInfinite(to));
        }
    }

    /** Sine or cosine; on up to two half-turns in two parts, beyond them all of [−1, 1]. */
    private void wave(Function f, double a, double b) {
        double middle = middle(a, b);
        if (a == b) {
            set(bound(f, a, -1), bound(f, a, 1));
        } else if (!longer(a, b)) {
            turning(f, a, b, rises(f, a, 1), rises(f, b, -1));
        } else if (longer(a, middle) || longer(middle, b)) {
            set(-1, 1);
        } else {
            wave(f, a, middle);
            double lower = lo;
            double upper = hi;
            wave(f, middle, b);
            set(Math.min(lo, lower), Math.max(hi, upper));
        }
    }

    /** Whether f rises from x in the direction of {@code side}; of the doubles only 0 is an extremum, of cosine. */
    private static boolean rises(Function f, double x, int side) {
        return f == Function.SIN ? StrictMath.cos(x) > 0 : x == 0 ? side < 0 : StrictMath.sin(x) < 0;
    }

    /** A function with at most one extremum in [a, b], ±1, that rises after a, or falls; and so before b. */
    private void turning(Function f, double a, double b, boolean risesFirst, boolean risesLast) {
        double lower = Math.min(bound(f, a, -1), bound(f, b, -1));
        double upper = Math.max(bound(f, a, 1), bound(f, b, 1));
        set(!risesFirst && risesLast ? -1 : lower, risesFirst && !risesLast ? 1 : upper);
    }

    private void tan(double a, double b) {
        if (longer(a, b) || StrictMath.cos(a) > 0 != StrictMath.cos(b) > 0) {
            entire();
        } else {
            set(bound(Function.TAN, a, -1), bound(Function.TAN, b, 1));
        }
    }

    private void square(double a, double b) {
        double small = mignitude(a, b);
        double large = magnitude(a, b);
        set(Rounding.multiply(small, small, -1), Rounding.multiply(large, large, 1));
    }

    private void reciprocal(double a, double b) {
        if (a == 0 && b == 0) {
            undefined();
        } else if (a < 0 && b > 0) {
            entire();
        } else {
            set(
                    b == 0 ? Double.NEGATIVE_INFINITY : Rounding.divide(1, b, -1),
                    a == 0 ? Double.POSITIVE_INFINITY : Rounding.divide(1, a, 1));
            regular = a > 0 || b < 0;
        }
    }

    private static boolean jumps(Function f, double a, double b) {
        if (f == Function.SIGN) {
            return a <= 0 && b >= 0;
        } else if (f == Function.RINT) {
            return Math.rint(a) != Math.rint(b)
                    || Math.abs(a - Math.rint(a)) == 0.5
                    || Math.abs(b - Math.rint(b)) == 0.5;
        }
        return Math.floor(b) >= a;
    }

    /** Whether b − a may be longer than a half-turn; of an infinite one, true. */
    private static boolean longer(double a, double b) {
        return !(Rounding.add(b, -a, 1) <= HALF_TURN);
    }

    static double middle(double a, double b) {
        return a * 0.5 + b * 0.5;
    }

    /** The least absolute value in [a, b]. */
    static double mignitude(double a, double b) {
        return a > 0 ? a : b < 0 ? -b : 0;
    }

    /** The largest absolute value in [a, b]. */
    static double magnitude(double a, double b) {
        return Math.max(Math.abs(a), Math.abs(b));
    }
}
