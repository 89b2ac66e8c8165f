package org.hesse.autodiff.interval;

import static org.hesse.autodiff.interval.Bounds.magnitude;
import static org.hesse.autodiff.interval.Bounds.mignitude;
import static org.hesse.autodiff.interval.Elementary.power;

import org.hesse.autodiff.graph.Function;

/**
 * The range of a power x^y over [a, A] × [b, B], and of a root.
 *
 * <p>A whole exponent is one for all x (but for 1/0). Else x ≥ 0, where x^y is monotone in x for each y and in y for
 * each x, so that its extremes are at corners; where the exponents hold whole numbers the powers of negative x are
 * enclosed too, though the function has no derivative there. 0⁰ is 1, as it is for doubles.
 */
final class Powers {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private Powers() {}

    static void range(double a, double aa, double b, double bb, Bounds r) {
        if (b == bb && b == Math.rint(b)) {
            whole(a, aa, b, r);
            return;
        }
        r.set(INFINITE, -INFINITE);
        if (aa > 0 || aa == 0 && bb >= 0) { // 0 has no negative powers
            double least = Math.max(a, 0) + 0.0; // no −0
            corner(least, b, r);
            corner(least, bb, r);
            corner(aa + 0.0, b, r);
            corner(aa + 0.0, bb, r);
            if (least == 0 && b <= 0 && bb >= 0) {
                r.set(Math.min(r.lo, 1), Math.max(r.hi, 1));
            }
        }
        if (a < 0 && Math.floor(bb) >= b) {
            double lower = r.lo;
            double upper = r.hi;
            range(Math.max(-aa, 0), -a, b, bb, r);
            r.set(Math.min(lower, -r.hi), Math.max(upper, r.hi));
        }
        if (r.lo > r.hi) {
            r.undefined();
        }
        r.regular = a > 0 || a == 0 && b > 0;
    }

    private static void corner(double x, double y, Bounds r) {
        r.set(Math.min(r.lo, Elementary.power(x, y, -1)), Math.max(r.hi, Elementary.power(x, y, 1)));
    }

    /** xⁿ. */
    private static void whole(double a, double aa, double n, Bounds r) {
        double small = mignitude(a, aa);
        double large = magnitude(a, aa);
        boolean even = n % 2 == 0;
        if (n < 0 && large == 0) {
            r.undefined();
        } else if (even) {
            r.set(power(n > 0 ? small : large, n, -1), power(n > 0 ? large : small, n, 1));
        } else if (n > 0) {
            r.set(odd(a, n, -1), odd(aa, n, 1));
        } else if (a < 0 && aa > 0) {
            r.entire();
        } else {
            r.set(aa == 0 ? -INFINITE : odd(aa, n, -1), a == 0 ? INFINITE : odd(a, n, 1));
        }
        r.regular = n >= 0 || small > 0;
    }

    private static double odd(double x, double n, int way) {
        return x < 0 ? -power(-x, n, -way) : power(x + 0.0, n, way);
    }

    /** The b-th root, b one whole number: of negative numbers where it is odd; 1/root(a, −b) where it is negative. */
    static void root(double a, double aa, double b, double bb, Bounds r) {
        double n = Math.abs(b);
        boolean even = n % 2 == 0;
        if (b != bb || b != Math.rint(b) || b == 0 || even && aa < 0) {
            r.undefined();
            return;
        }
        r.set(root(even ? Math.max(a, 0) : a, n, -1), root(aa, n, 1));
        boolean all = !even || a >= 0;
        if (b < 0) {
            r.range(Function.RECIPROCAL, r.lo, r.hi);
        }
        r.regular &= all;
    }

    private static double root(double x, double n, int way) {
        if (x < 0) {
            return -root(-x, n, -way);
        } else if (n == 3) {
            return Elementary.bound(Function.CBRT, x, way);
        }
        double inverse = Rounding.divide(1, n, x < 1 ? -way : way); // falling in the exponent below 1
        return power(x + 0.0, inverse, way);
    }
}
