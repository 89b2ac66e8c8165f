package org.hesse.autodiff.interval;

import static org.hesse.autodiff.interval.Bounds.magnitude;
import static org.hesse.autodiff.interval.Bounds.mignitude;

import org.hesse.autodiff.graph.Operation;

/**
 * The range of an {@link Operation} over a pair of intervals [a, A] and [b, B], written into {@link Bounds}. A division
 * by an interval around 0 gives all numbers, by one that ends in 0 a half-line. Zero has no sign here: where IEEE 754
 * looks at it (copySign, atan2 on its cut) the values for both signs are enclosed.
 */
final class Pairs {
    private Pairs() {}

    static void range(Operation o, double a, double aa, double b, double bb, Bounds r) {
        r.regular = true;
        if (a != a || b != b) {
            r.set(Double.NaN, Double.NaN);
            return;
        }
        switch (o) {
            case ADD -> r.set(Rounding.add(a, b, -1), Rounding.add(aa, bb, 1));
            case SUBTRACT -> r.set(Rounding.add(a, -bb, -1), Rounding.add(aa, -b, 1));
            case MULTIPLY -> multiply(a, aa, b, bb, r);
            case DIVIDE -> divide(a, aa, b, bb, r);
            case POW -> Powers.range(a, aa, b, bb, r);
            case ROOT -> Powers.root(a, aa, b, bb, r);
            case ATAN2 -> atan2(a, aa, b, bb, r);
            case HYPOT ->
                r.set(
                        Elementary.hypot(mignitude(a, aa), mignitude(b, bb), -1),
                        Elementary.hypot(magnitude(a, aa), magnitude(b, bb), 1));
            case MIN -> r.set(Math.min(a, b), Math.min(aa, bb));
            case MAX -> r.set(Math.max(a, b), Math.max(aa, bb));
            case COPY_SIGN -> copySign(a, aa, b, bb, r);
            case REMAINDER -> remainder(a, aa, b, bb, r);
        }
    }

    static void multiply(double a, double aa, double b, double bb, Bounds r) {
        if (a >= 0) {
            r.set(Rounding.multiply(b >= 0 ? a : aa, b, -1), Rounding.multiply(bb >= 0 ? aa : a, bb, 1));
        } else if (aa <= 0) {
            r.set(Rounding.multiply(bb <= 0 ? aa : a, bb, -1), Rounding.multiply(b <= 0 ? a : aa, b, 1));
        } else if (b >= 0) {
            r.set(Rounding.multiply(a, bb, -1), Rounding.multiply(aa, bb, 1));
        } else if (bb <= 0) {
            r.set(Rounding.multiply(aa, b, -1), Rounding.multiply(a, b, 1));
        } else {
            r.set(
                    Math.min(Rounding.multiply(a, bb, -1), Rounding.multiply(aa, b, -1)),
                    Math.max(Rounding.multiply(a, b, 1), Rounding.multiply(aa, bb, 1)));
        }
    }

    private static void divide(double a, double aa, double b, double bb, Bounds r) {
        if (b == 0 && bb == 0) {
            r.undefined();
        } else if (a == 0 && aa == 0) {
            r.set(0, 0);
            r.regular = b > 0 || bb < 0;
        } else if (b < 0 && bb > 0) {
            r.entire();
        } else if (b >= 0) {
            byPositive(a, aa, b, bb, r);
        } else {
            byPositive(-aa, -a, -bb, -b, r);
        }
    }

    private static void byPositive(double a, double aa, double b, double bb, Bounds r) {
        double lower = a >= 0 ? bb : b;
        double upper = aa >= 0 ? b : bb;
        r.set(
                lower == 0 ? Double.NEGATIVE_INFINITY : Rounding.divide(a, lower, -1),
                upper == 0 ? aa == 0 ? 0 : Double.POSITIVE_INFINITY : Rounding.divide(aa, upper, 1));
        r.regular = b > 0;
    }

    /** The angles of the points of [b, B] × [a, A]. */
    private static void atan2(double a, double aa, double b, double bb, Bounds r) {
        double half = Math.nextUp(Math.PI / 2);
        boolean cut = a <= 0 && aa >= 0 && b < 0;
        boolean origin = a <= 0 && aa >= 0 && b <= 0 && bb >= 0;
        if (cut) {
            r.set(-Math.nextUp(Math.PI), Math.nextUp(Math.PI));
        } else if (origin) { // in the right half-plane
            r.set(a < 0 ? -half : 0, aa > 0 ? half : 0);
        } else {
            r.set(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            corner(a, b, r);
            corner(a, bb, r);
            corner(aa, b, r);
            corner(aa, bb, r);
        }
        r.regular = !cut && !origin;
    }

    private static void corner(double y, double x, Bounds r) {
        r.set(Math.min(r.lo, Elementary.atan2(y, x, -1)), Math.max(r.hi, Elementary.atan2(y, x, 1)));
    }

    private static void copySign(double a, double aa, double b, double bb, Bounds r) {
        double small = mignitude(a, aa);
        double large = magnitude(a, aa);
        if (b > 0) {
            r.set(small, large);
        } else if (bb < 0) {
            r.set(-large, -small);
        } else {
            r.set(-large, large);
            r.regular = large == 0;
        }
    }

    /** a − b·n where the whole number n = rint(a/b) is the same for all; else up to half of b either way. */
    private static void remainder(double a, double aa, double b, double bb, Bounds r) {
        if (b == 0 && bb == 0) {
            r.undefined();
            return;
        }
        double n = turns(a, aa, b, bb, r);
        if (a == aa && b == bb) {
            r.set(Math.IEEEremainder(a, b), Math.IEEEremainder(a, b)); // exact
        } else if (n == n) {
            multiply(n, n, b, bb, r);
            r.set(Rounding.add(a, -r.hi, -1), Rounding.add(aa, -r.lo, 1));
        } else {
            double most = Math.min(Rounding.multiply(0.5, magnitude(b, bb), 1), magnitude(a, aa));
            r.set(-most, most);
        }
        r.regular = n == n;
    }

    /** rint(a/b), or NaN where it is not the same for all of the numbers. */
    static double turns(double a, double aa, double b, double bb, Bounds r) {
        divide(a, aa, b, bb, r);
        double n = Math.rint(r.lo);
        boolean one = r.regular && n == Math.rint(r.hi) && Math.abs(n) < 0x1p52;
        return one && Math.abs(r.lo - n) < 0.5 && Math.abs(r.hi - n) < 0.5 ? n : Double.NaN;
    }
}
