package org.hesse.search;

import org.hesse.search.Searched.Found;
import org.hesse.search.Searched.NotFound;

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
 * condition ({@link Noise}) is enough. There is no largest step, and a collapsed interval fails at once.
 *
 * @param c1 c₁, sufficient decrease, in (0, ½)
 * @param c2 c₂, curvature, in (c₁, 1)
 * @param maxTrials the most trials, at least 1
 * @param noise the relative error of values, at least 0
 */
public record StrongWolfe(double c1, double c2, int maxTrials, double noise) implements LineSearch {
    private static final double COLLAPSED = 4 * Math.ulp(1.0);

    /** Checks the ranges. */
    public StrongWolfe {
        Noise.check("strong Wolfe search", c1, maxTrials, noise);
        if (!(c2 > c1 && c2 < 1)) {
            throw new IllegalArgumentException(
                    "strong Wolfe search: c2 = " + c2 + ", expected " + c1 + " = c1 < c2 < 1");
        }
    }

    /** The search for quasi-Newton methods: c₁ = 1e-4, c₂ = 0.9. */
    public StrongWolfe() {
        this(1e-4, 0.9);
    }

    /**
     * A search with at most 40 trials and the usual noise.
     *
     * @param c1 c₁, in (0, ½)
     * @param c2 c₂, in (c₁, 1)
     */
    public StrongWolfe(double c1, double c2) {
        this(c1, c2, 40, Noise.USUAL);
    }

    @Override
    public Searched search(Ray phi, double first) {
        Noise.check(phi, first);
        double f0 = phi.value();
        double tilt = c1 * phi.slope();
        double eps = noise * Math.abs(f0);
        Trial lo = new Trial(0, f0, phi.slope(), null); // the best end of the interval
        Trial hi = null; // the other end, once a minimum is bracketed
        Trial best = null;
        double width = Double.POSITIVE_INFINITY;
        double widthBefore = width;
        double min = 0; // where the trial after the next may lie
        double max = 5 * first;
        double wall = Double.POSITIVE_INFINITY; // the least α beyond lo with a value that is not finite
        boolean firstStage = true;
        double alpha = first;
        for (int k = 1; k <= maxTrials; k++) {
            Trial t = phi.at(alpha);
            if (!t.isFinite()) {
                wall = alpha;
                max = alpha;
                alpha = lo.alpha() + 0.1 * (alpha - lo.alpha());
                min = alpha;
                continue;
            }
            boolean decreased = t.value() <= f0 + tilt * alpha;
            if (decreased && Math.abs(t.slope()) <= -c2 * phi.slope() || Noise.accepts(t, phi, eps, c1, c2)) {
                return new Found(t, k);
            }
            best = t.value() < (best == null ? f0 : best.value()) ? t : best;
            if (t.value() > lo.value() && t.value() <= lo.value() + eps) {
                t = new Trial(alpha, lo.value(), t.slope(), null);
            }
            firstStage &= !(decreased && t.slope() >= 0);
            double psi = firstStage && t.value() <= lo.value() && !decreased ? tilt : 0;
            Trial a = tilted(lo, psi);
            Trial b = tilted(t, psi);
            double next = TrialValue.of(a, tilted(hi, psi), b, min, max);
            if (b.value() > a.value()) {
                hi = t;
            } else {
                hi = a.slope() < 0 == b.slope() > 0 ? lo : hi;
                lo = t;
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
            if (!(alpha > min && alpha < max) || width <= COLLAPSED * max) {
                return new NotFound(
                        "the interval [" + min + ", " + max + "] of step lengths has collapsed after " + k
                                + " trials at phi = " + lo.value() + ", slope " + lo.slope() + "; phi(0) = " + f0
                                + ", slope "
                                + phi.slope(),
                        best,
                        k);
            }
        }
        return new NotFound(
                "no step length with the strong Wolfe conditions in " + maxTrials + " trials, the next one "
                        + alpha + "; phi(0) = " + f0 + ", slope " + phi.slope() + ", best "
                        + (best == null ? "none below phi(0)" : best),
                best,
                maxTrials);
    }

    /** φ(α) − α·tilt. */
    private static Trial tilted(Trial t, double tilt) {
        return tilt == 0 || t == null
                ? t
                : new Trial(t.alpha(), t.value() - t.alpha() * tilt, t.slope() - tilt, t.evaluation());
    }
}
