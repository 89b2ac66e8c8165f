package org.hesse.search;

/**
 * The strong Wolfe conditions by bracketing and zooming, the search of the textbook.
 *
 * <p>φ(α) ≤ φ(0) + c₁αφ'(0) and |φ'(α)| ≤ c₂|φ'(0)|. While φ falls, α grows; between a low end with sufficient decrease
 * and a high one, the interval shrinks.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, Algorithms 3.5 and 3.6, interpolating by
 * (3.59).
 *
 * <p>Departs from the source: where it leaves the choice open, α grows to the minimum of the cubic through the last two
 * trials, at least 2α and at most 10α, and in the interval the cubic keeps a tenth of the width from both ends and gives
 * way to the middle after a step that left more than 0.66 of the width. A trial that is not finite is a high end. A value
 * less than its noise above another counts as equal, so that slopes decide, and the approximate Wolfe condition is enough;
 * where more noise shows, the search goes on as {@link HagerZhang} ({@link Noise}). A search without success says so.
 *
 * @param c1 c₁, sufficient decrease, in (0, ½)
 * @param c2 c₂, curvature, in (c₁, 1)
 * @param maxTrials the most trials, at least 1
 * @param noise the least relative error of values; more is learnt from the trials, but if it is 0 values are exact
 */
public record Zoom(double c1, double c2, int maxTrials, double noise) implements LineSearch {
    private static final double COLLAPSED = 4 * Math.ulp(1.0);

    /** Checks the ranges. */
    public Zoom {
        Trials.check("zoom", c1, maxTrials, noise);
        Trials.check("zoom", c1, c2);
    }

    /** The search for quasi-Newton methods: c₁ = 1e-4, c₂ = 0.9, at most 30 trials and the usual noise. */
    public Zoom() {
        this(1e-4, 0.9, 30, Noise.USUAL);
    }

    @Override
    public Searched search(Ray phi, double first) {
        Trials trials = new Trials(phi, first, maxTrials);
        Noise error = new Noise(phi, noise, c1, c2);
        Trial lo = new Trial(0, phi.value(), phi.slope(), null);
        Trial hi = null; // until the interval is bracketed
        double alpha = first;
        double width = Double.POSITIVE_INFINITY;
        while (!trials.spent()) {
            alpha = Math.min(alpha, phi.longest());
            Trial t = trials.at(alpha);
            double line = phi.value() + c1 * alpha * phi.slope();
            if (t.isFinite() && t.value() <= line && Math.abs(t.slope()) <= -c2 * phi.slope()) {
                return trials.found(t);
            }
            Trial enough = error.accepts(t);
            if (enough != null) {
                return trials.found(enough);
            }
            if (error.shows()) {
                return error.bySlopes(phi, trials, c1, c2);
            }
            Trial before = lo;
            if (!(t.isFinite() && t.value() <= Math.min(line, lo.value()) + error.eps())) {
                hi = t.bare();
            } else if (hi == null) {
                hi = t.slope() >= 0 ? lo : null;
                lo = t.bare();
            } else {
                hi = t.slope() * (hi.alpha() - lo.alpha()) >= 0 ? lo : hi;
                lo = t.bare();
            }
            if (hi == null && alpha == phi.longest()) {
                return trials.found(t); // it would go farther
            }
            if (hi == null) {
                double cubic = before.alpha() + TrialValue.cubic(before, lo) * (alpha - before.alpha());
                alpha = cubic > 2 * alpha ? Math.min(cubic, 10 * alpha) : 2 * alpha;
                continue;
            }
            double widthBefore = width;
            width = Math.abs(hi.alpha() - lo.alpha());
            alpha = width > 0.66 * widthBefore ? 0.5 * (lo.alpha() + hi.alpha()) : within(lo, hi, alpha == lo.alpha());
            boolean collapsed = width <= COLLAPSED * Math.max(lo.alpha(), hi.alpha());
            if (collapsed || hi.isFinite() && error.drowns(lo, hi, trials.count())) {
                return trials.notFound("the interval between step lengths " + lo.alpha() + " and " + hi.alpha()
                        + (collapsed ? " has collapsed" : " holds only noise") + " after " + trials.count()
                        + " trials");
            }
        }
        return trials.spent("the strong Wolfe conditions");
    }

    /**
     * The minimum of the cubic between two ends, a tenth of the width from both. Where the high end is no number: near the
     * low end, and half the way where the low end has just got nearer.
     */
    private static double within(Trial lo, Trial hi, boolean nearer) {
        double part = hi.isFinite() ? TrialValue.cubic(lo, hi) : nearer ? 0.5 : 0.1;
        return lo.alpha() + (part >= 0.1 ? Math.min(part, 0.9) : 0.1) * (hi.alpha() - lo.alpha());
    }
}
