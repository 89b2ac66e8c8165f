package org.hesse.autodiff.interval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hesse.autodiff.graph.Scalar;
import org.hipparchus.Field;

/**
 * A closed interval [lo, hi] of real numbers, for enclosures that rounding cannot break: each operation returns an
 * interval that holds every result of the operation on numbers in its arguments. As a field element it goes through any
 * generic function.
 *
 * <p>The meaning is that of IEEE 1788-2015, set-based: an interval is a set of real numbers; bounds may be infinite, but
 * ∞ is in no interval; a function with a domain is taken over the part of its argument in the domain, so log[−1, 1] is
 * [−∞, 0] and log[−2, −1] is {@link #EMPTY}; division by an interval around 0 is {@link #ENTIRE}, by one that ends in 0 a
 * half-line. In place of decorations an interval remembers the first operation on its way that was not defined and
 * continuous on all of its argument ({@link #obstacle}): then nothing can be concluded from a continuous map into it.
 *
 * <p>Sums, products, quotients and square roots are rounded to the neighbouring double, and are exact where the result
 * is a double; the others are within a few ulps at both ends. What has no single answer, such as {@link #getReal} of more
 * than one number, throws an {@link UndecidedException}. {@link #equals} compares sets. Immutable.
 */
public final class Interval extends Scalar<Interval> {
    /** No number at all; its bounds are NaN. */
    public static final Interval EMPTY = new Interval(Double.NaN, Double.NaN, null);

    /** All real numbers. */
    public static final Interval ENTIRE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, null);

    /** The number 0. */
    public static final Interval ZERO = new Interval(0, 0, null);

    /** The number 1. */
    public static final Interval ONE = new Interval(1, 1, null);

    /** The two doubles around π. */
    public static final Interval PI = new Interval(Math.PI, Math.nextUp(Math.PI), null);

    private static final Interval DEGREES = ONE.multiply(180).divide(PI);
    private static final Interval RADIANS = PI.divide(180);

    private final double lo;
    private final double hi;
    private final String obstacle;

    private Interval(double lo, double hi, String obstacle) {
        this.lo = lo + 0.0; // no −0
        this.hi = hi + 0.0;
        this.obstacle = obstacle;
    }

    /** Without a check: lo ≤ hi, or both NaN. */
    static Interval raw(double lo, double hi) {
        return new Interval(lo, hi, null);
    }

    /**
     * The interval [lo, hi].
     *
     * @param lo the lower bound, perhaps −∞
     * @param hi the upper bound, perhaps ∞, not below {@code lo}
     * @return the interval
     * @throws IllegalArgumentException if lo &gt; hi, or one is NaN, or the interval holds no real number
     */
    public static Interval of(double lo, double hi) {
        if (!(lo <= hi) || lo == Double.POSITIVE_INFINITY || hi == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "bounds " + lo + " and " + hi + ": expected lo <= hi around real numbers");
        }
        return raw(lo, hi);
    }

    /**
     * The interval of one number. A double that is infinite after an overflow becomes all numbers beyond the largest
     * double, and NaN becomes the empty interval, with an obstacle.
     *
     * @param x a double
     * @return [x, x]
     */
    public static Interval of(double x) {
        if (Double.isInfinite(x)) {
            return x > 0 ? raw(Double.MAX_VALUE, x) : raw(x, -Double.MAX_VALUE);
        }
        return new Interval(x, x, x != x ? "NaN" : null);
    }

    /**
     * The lower bound.
     *
     * @return the lower bound, perhaps −∞; NaN where the interval is empty
     */
    public double lo() {
        return lo;
    }

    /**
     * The upper bound.
     *
     * @return the upper bound, perhaps ∞; NaN where the interval is empty
     */
    public double hi() {
        return hi;
    }

    /**
     * What on the way to this interval was not defined, or not continuous, on all numbers of its argument.
     *
     * @return such as "log of [-1.0, 1.0]", or empty
     */
    public Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    @Override
    protected Interval apply(Function f) {
        Bounds r = new Bounds();
        r.range(f, lo, hi);
        return new Interval(r.lo, r.hi, obstacle != null || r.regular ? obstacle : f.text() + " of " + this);
    }

    @Override
    protected Interval apply(Operation o, Interval b) {
        Bounds r = new Bounds();
        Pairs.range(o, lo, hi, b.lo, b.hi, r);
        String before = obstacle != null ? obstacle : b.obstacle;
        return new Interval(r.lo, r.hi, before != null || r.regular ? before : o.text() + " of " + this + ", " + b);
    }

    @Override
    protected Interval apply(Operation o, double b) {
        return apply(o, of(b));
    }

    // Sets

    /**
     * Whether there is no number in it.
     *
     * @return true for the empty interval
     */
    public boolean isEmpty() {
        return lo != lo;
    }

    /**
     * Whether there is exactly one number in it.
     *
     * @return true where the bounds are equal
     */
    public boolean isPoint() {
        return lo == hi;
    }

    /**
     * Whether a number is in it.
     *
     * @param x a real number
     * @return true where lo ≤ x ≤ hi; false for an infinite x
     */
    public boolean contains(double x) {
        return lo <= x && x <= hi && !Double.isInfinite(x);
    }

    /**
     * Whether another interval is a part of this one.
     *
     * @param other an interval; the empty one is a part of each
     * @return true where each number of {@code other} is in this interval
     */
    public boolean contains(Interval other) {
        return other.isEmpty() || lo <= other.lo && other.hi <= hi;
    }

    /**
     * Whether this interval lies in the interior of another one: the test of Krawczyk and Newton operators.
     *
     * @param other an interval
     * @return true where no end touches, or this one is empty; an infinite end lies inside an infinite end
     */
    public boolean inside(Interval other) {
        return isEmpty()
                || (other.lo < lo || other.lo == Double.NEGATIVE_INFINITY)
                        && (hi < other.hi || other.hi == Double.POSITIVE_INFINITY);
    }

    /**
     * The numbers in both intervals.
     *
     * @param other an interval
     * @return the intersection, perhaps empty, with the obstacle of this interval, or else of the other
     */
    public Interval intersect(Interval other) {
        double lower = Math.max(lo, other.lo);
        double upper = Math.min(hi, other.hi);
        boolean some = lower <= upper;
        return new Interval(some ? lower : Double.NaN, some ? upper : Double.NaN, first(other));
    }

    /**
     * The smallest interval around both intervals.
     *
     * @param other an interval
     * @return the hull, with the obstacle of this interval, or else of the other
     */
    public Interval hull(Interval other) {
        if (isEmpty() || other.isEmpty()) {
            return new Interval(isEmpty() ? other.lo : lo, isEmpty() ? other.hi : hi, first(other));
        }
        return new Interval(Math.min(lo, other.lo), Math.max(hi, other.hi), first(other));
    }

    private String first(Interval other) {
        return obstacle != null ? obstacle : other.obstacle;
    }

    /**
     * A double in the middle: of a half-line the largest double, of all numbers 0.
     *
     * @return a finite number in the interval, or NaN where it is empty
     */
    public double midpoint() {
        if (lo == Double.NEGATIVE_INFINITY || hi == Double.POSITIVE_INFINITY) {
            return lo == -hi ? 0 : hi == Double.POSITIVE_INFINITY ? Double.MAX_VALUE : -Double.MAX_VALUE;
        }
        return Math.max(lo, Math.min(hi, Bounds.middle(lo, hi)));
    }

    /**
     * hi − lo, rounded up.
     *
     * @return the width, perhaps ∞; NaN where the interval is empty
     */
    public double width() {
        return Rounding.add(hi, -lo, 1);
    }

    /**
     * The largest distance of a number from {@link #midpoint}, rounded up.
     *
     * @return the radius, perhaps ∞; NaN where the interval is empty
     */
    public double radius() {
        double middle = midpoint();
        return Math.max(Rounding.add(hi, -middle, 1), Rounding.add(middle, -lo, 1));
    }

    /**
     * The least absolute value.
     *
     * @return 0 where 0 is in the interval; NaN where it is empty
     */
    public double mignitude() {
        return isEmpty() ? lo : Bounds.mignitude(lo, hi);
    }

    /**
     * The largest absolute value.
     *
     * @return the magnitude, perhaps ∞; NaN where the interval is empty
     */
    public double magnitude() {
        return Bounds.magnitude(lo, hi);
    }

    /**
     * The halves, which share the midpoint.
     *
     * @return [lo, m] and [m, hi]
     */
    public Interval[] bisect() {
        double middle = midpoint();
        return new Interval[] {new Interval(lo, middle, obstacle), new Interval(middle, hi, obstacle)};
    }

    // What needs one answer

    @Override
    public double getReal() {
        if (!isPoint() && !isEmpty()) {
            throw new UndecidedException("the real value", this);
        }
        return lo;
    }

    @Override
    public boolean isZero() {
        if (!isPoint() && contains(0)) {
            throw new UndecidedException("whether 0", this);
        }
        return lo == 0;
    }

    @Override
    public boolean isNaN() {
        return isEmpty();
    }

    @Override
    public boolean isInfinite() {
        if (Double.isInfinite(lo) || Double.isInfinite(hi)) {
            throw new UndecidedException("whether infinite", this);
        }
        return false;
    }

    /**
     * Whether both ends are finite, which is one answer for the interval as a whole, unlike {@link #isFinite}.
     *
     * @return false also for the empty interval
     */
    public boolean isBounded() {
        return Double.isFinite(lo) && Double.isFinite(hi);
    }

    @Override
    public boolean isFinite() {
        return !isEmpty() && !isInfinite();
    }

    @Override
    public int getExponent() {
        if (!isEmpty() && (contains(0) && !isPoint() || Math.getExponent(lo) != Math.getExponent(hi))) {
            throw new UndecidedException("the exponent", this);
        }
        return Math.getExponent(lo);
    }

    @Override
    public long round() {
        if (Math.round(lo) != Math.round(hi)) {
            throw new UndecidedException("the nearest whole number", this);
        }
        return Math.round(lo);
    }

    @Override
    public double norm() {
        return abs().getReal();
    }

    // The field

    @Override
    public Interval newInstance(double value) {
        return of(value);
    }

    @Override
    public Interval getPi() {
        return PI;
    }

    @Override
    public Field<Interval> getField() {
        return Numbers.FIELD;
    }

    private enum Numbers implements Field<Interval> {
        FIELD;

        @Override
        public Interval getZero() {
            return ZERO;
        }

        @Override
        public Interval getOne() {
            return ONE;
        }

        @Override
        public Class<Interval> getRuntimeClass() {
            return Interval.class;
        }
    }

    @Override
    public Interval toDegrees() {
        return multiply(DEGREES);
    }

    @Override
    public Interval toRadians() {
        return multiply(RADIANS);
    }

    @Override
    public Interval scalb(int n) {
        if (n < -2000) {
            return multiply(raw(0, Double.MIN_VALUE));
        }
        int half = n / 2; // two powers of two, as one may be no double
        return multiply(Math.scalb(1.0, half)).multiply(Math.scalb(1.0, n - half));
    }

    @Override
    public Interval ulp() {
        double least = Math.ulp(mignitude());
        double most = Math.ulp(Math.min(magnitude(), Double.MAX_VALUE));
        return new Interval(least, most, obstacle == null && least < most ? "ulp of " + this : obstacle);
    }

    // Text

    /**
     * Whether the sets are the same; what stood in the way of them does not matter.
     *
     * @param other any object
     * @return true for the same bounds
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Interval o && Double.compare(lo, o.lo) == 0 && Double.compare(hi, o.hi) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(lo) + Double.hashCode(hi);
    }

    /**
     * The bounds as doubles are written: reading them back gives the same bounds.
     *
     * @return such as "[0.1, 2.0]", or "[empty]"
     */
    @Override
    public String toString() {
        return isEmpty() ? "[empty]" : "[" + lo + ", " + hi + "]";
    }

    /**
     * The bounds with fewer digits, rounded outward from their exact values.
     *
     * @param digits how many significant digits, at least 1
     * @return such as "[3.14, 3.15]" for π with three digits
     * @throws IllegalArgumentException if {@code digits} &lt; 1
     */
    public String toString(int digits) {
        if (digits < 1) {
            throw new IllegalArgumentException("digits " + digits + ": expected at least 1");
        }
        return isEmpty()
                ? "[empty]"
                : "[" + decimal(lo, digits, RoundingMode.FLOOR) + ", " + decimal(hi, digits, RoundingMode.CEILING)
                        + "]";
    }

    private static String decimal(double v, int digits, RoundingMode way) {
        return Double.isInfinite(v)
                ? Double.toString(v)
                : new BigDecimal(v).round(new MathContext(digits, way)).toString();
    }
}
