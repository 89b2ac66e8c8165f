package org.hesse.search;

/**
 * The next trial of the line search of Moré and Thuente (1994), section 4, cases 1 to 4, as safeguarded in MINPACK-2's
 * {@code dcstep}.
 */
final class TrialValue {
    private TrialValue() {}

    /**
     * Interpolates.
     *
     * @param lo the end of the interval with the least value; its slope points towards {@code t}
     * @param hi the other end; null if no minimum is bracketed yet
     * @param t the present trial, between the ends
     * @param min the least step length allowed while no minimum is bracketed
     * @param max the greatest
     * @return the next step length
     */
    static double of(Trial lo, Trial hi, Trial t, double min, double max) {
        double stride = lo.alpha() - t.alpha();
        if (t.value() > lo.value()) { // case 1: between the two
            double cubic = cubic(lo, t);
            double quadratic = 0.5 * lo.slope() / ((lo.value() - t.value()) / -stride + lo.slope());
            double r = Math.abs(cubic) <= Math.abs(quadratic) ? cubic : cubic + (quadratic - cubic) / 2;
            return lo.alpha() - r * stride;
        }
        double cubic = cubic(t, lo);
        double secant = t.slope() / (t.slope() - lo.slope());
        if (lo.slope() < 0 == t.slope() > 0) { // case 2: slopes of opposite sign
            return t.alpha() + (Math.abs(cubic) > Math.abs(secant) ? cubic : secant) * stride;
        }
        double limit = stride < 0 ? max : min;
        if (Math.abs(t.slope()) < Math.abs(lo.slope())) { // case 3: the slope gets smaller, the minimum is beyond t
            double byCubic = cubic < 0 ? t.alpha() + cubic * stride : limit;
            double bySecant = t.alpha() + secant * stride;
            boolean cubicNearer = Math.abs(byCubic - t.alpha()) < Math.abs(bySecant - t.alpha());
            if (hi == null) {
                return Math.max(min, Math.min(max, cubicNearer ? bySecant : byCubic));
            }
            double guard = t.alpha() + 0.66 * (hi.alpha() - t.alpha());
            double next = cubicNearer ? byCubic : bySecant;
            return stride < 0 ? Math.min(guard, next) : Math.max(guard, next);
        }
        return hi == null
                ? limit
                : t.alpha() + cubic(t, hi) * (hi.alpha() - t.alpha()); // case 4: the slope gets steeper
    }

    /** Where from a (0) to b (1) the minimum of the cubic lies that has their values and slopes; 0 if it has none. */
    static double cubic(Trial a, Trial b) {
        double theta = 3 * (a.value() - b.value()) / (b.alpha() - a.alpha()) + a.slope() + b.slope();
        double s = Math.max(Math.abs(theta), Math.max(Math.abs(a.slope()), Math.abs(b.slope())));
        double root = s * Math.sqrt(Math.max(0, (theta / s) * (theta / s) - (a.slope() / s) * (b.slope() / s)));
        double gamma = b.alpha() > a.alpha() ? root : -root;
        return gamma == 0 ? 0 : (gamma - a.slope() + theta) / (gamma + (b.slope() - a.slope()) + gamma);
    }
}
