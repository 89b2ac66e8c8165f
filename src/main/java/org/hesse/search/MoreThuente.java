package org.hesse.search;

/**
 * The line search of Moré and Thuente: a step length that satisfies the strong Wolfe conditions.
 *
 * <p>φ(α) ≤ φ(0) + c₁αφ'(0) and |φ'(α)| ≤ c₂|φ'(0)|.
 *
 * <p>Source: Moré and Thuente (1994), ACM Transactions on Mathematical Software 20(3), 286–307: the search algorithm of
 * section 2, its first stage on ψ(α) = φ(α) − φ(0) − c₁αφ'(0), the trial values of section 4 ({@link TrialValue}), and
 * the constants of MINPACK-2.
 *
 * <p>Departs from the source: a trial that is not finite contracts towards the best point by 0.1 and bounds all later
 * ones. A value less than its noise above the best one counts as equal, so that slopes decide, and the approximate Wolfe
 * condition is enough; where more noise shows, the search goes on as {@link HagerZhang} ({@link Noise}). A collapsed interval fails at once.
 *
 * @param c1 c₁, sufficient decrease, in (0, ½)
 * @param c2 c₂, curvature, in (c₁, 1)
 * @param maxTrials the most trials, at least 1
 * @param noise the least relative error of values; more is learnt from the trials, but if it is 0 values are exact
 */
public record MoreThuente(double c1, double c2, int maxTrials, double noise) implements LineSearch {
    private static final double COLLAPSED = 4 * Math.ulp(1.0);

    /** Checks the ranges. */
    public MoreThuente {
        Trials.check("Moré–Thuente search", c1, maxTrials, noise);
        Trials.check("Moré–Thuente search", c1, c2);
    }

    /** The search for quasi-Newton methods: c₁ = 1e-4, c₂ = 0.9. */
    public MoreThuente() {
        this(1e-4, 0.9);
    }

    /**
     * A search with at most 40 trials and the usual noise.
     *
     * @param c1 c₁, in (0, ½)
     * @param c2 c₂, in (c₁, 1)
     */
    public MoreThuente(double c1, double c2) {
        this(c1, c2, 40, Noise.USUAL);
    }

    @Override
    public Searched search(Ray phi, double first) {
        Trials trials = new Trials(phi, first, maxTrials);
        Noise error = new Noise(phi, noise, c1, c2);
        double f0 = phi.value();
        double tilt = c1 * phi.slope();
        Trial lo = new Trial(0, f0, phi.slope(), null); // the best end of the interval
        Trial hi = null; // the other end, once a minimum is bracketed
        double width = Double.POSITIVE_INFINITY;
        double widthBefore = width;
        double min = 0; // where the trial after the next may lie
        double max = 5 * first;
        double wall = Double.POSITIVE_INFINITY; // the least α beyond lo with a value that is not finite
        boolean firstStage = true;
        double alpha = first;
        while (!trials.spent()) {
            alpha = Math.min(alpha, phi.longest());
            Trial t = trials.at(alpha);
            if (!t.isFinite()) {
                wall = alpha;
                max = alpha;
                alpha = lo.alpha() + 0.1 * (alpha - lo.alpha());
                min = alpha;
                continue;
            }
            boolean decreased = t.value() <= f0 + tilt * alpha;
            if (alpha == phi.longest() && t.value() <= f0 + tilt * alpha + error.eps() && t.slope() <= tilt) {
                return trials.found(t); // it would go farther
            }
            Trial enough = error.accepts(t);
            if (decreased && Math.abs(t.slope()) <= -c2 * phi.slope()) {
                return trials.found(t);
            }
            if (enough != null) {
                return trials.found(enough);
            }
            if (error.shows()) {
                return error.bySlopes(phi, trials, c1, c2);
            }
            if (t.value() > lo.value() && t.value() <= lo.value() + error.eps()) {
                t = new Trial(alpha, lo.value(), t.slope(), null);
            }
            firstStage &= !(decreased && t.slope() >= 0);
            double psi = firstStage && t.value() <= lo.value() && !decreased ? tilt : 0;
            Trial a = tilted(lo, psi);
            Trial b = tilted(t, psi);
            double next = TrialValue.of(a, tilted(hi, psi), b, min, max);
            if (b.value() > a.value()) {
                hi = t.bare();
            } else {
                hi = a.slope() < 0 == b.slope() > 0 ? lo : hi;
                lo = t.bare();
            }
            if (hi == null) {
                min = next + 1.1 * (next - lo.alpha());
                max = next + 4 * (next - lo.alpha());
                alpha = next < wall ? next : 0.5 * (lo.alpha() + wall);
                continue;
            }
            min = Math.min(lo.alpha(), hi.alpha());
            max = Math.max(lo.alpha(), hi.alpha());
            alpha = max - min >= 0.66 * widthBefore ? min + 0.5 * (max - min) : next;
            widthBefore = width;
            width = max - min;
            boolean collapsed = !(alpha > min && alpha < max) || width <= COLLAPSED * max;
            if (collapsed || error.drowns(lo, hi, trials.count())) {
                return trials.notFound("the interval [" + min + ", " + max + "] of step lengths "
                        + (collapsed ? "has collapsed" : "holds only noise") + " after " + trials.count() + " trials");
            }
        }
        return trials.spent("the strong Wolfe conditions");
    }

    /** φ(α) − α·tilt. */
    private static Trial tilted(Trial t, double tilt) {
        return tilt == 0 || t == null ? t : new Trial(t.alpha(), t.value() - t.alpha() * tilt, t.slope() - tilt, null);
    }
}
