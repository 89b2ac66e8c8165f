package org.hesse.search;

/**
 * Backtracking: the first of a falling sequence of step lengths with φ(α) ≤ φ(0) + c₁αφ'(0).
 *
 * <p>The next trial minimises the quadratic, later the cubic, through what is known, within [0.1α, 0.5α]. The first trial
 * takes value and slope, for it is mostly accepted; later ones the value alone, and the slope once accepted.
 *
 * <p>Source: Armijo (1966); Dennis and Schnabel (1983), Numerical Methods for Unconstrained Optimization, Algorithm
 * A6.3.1.
 *
 * <p>Departs from the source: a trial that is not finite contracts by 0.1, and near round-off the approximate Wolfe
 * condition of Hager and Zhang (2005) is enough ({@link Noise}).
 *
 * @param c1 c₁, sufficient decrease, in (0, ½)
 * @param maxTrials the most trials, at least 1
 * @param noise the least relative error of values; more is learnt from the trials, but if it is 0 values are exact
 */
public record Armijo(double c1, int maxTrials, double noise) implements LineSearch {
    /** Checks the ranges. */
    public Armijo {
        Trials.check("Armijo search", c1, maxTrials, noise);
    }

    /** The search with c₁ = 1e-4, at most 40 trials and the usual noise. */
    public Armijo() {
        this(1e-4, 40, Noise.USUAL);
    }

    @Override
    public Searched search(Ray phi, double first) {
        Trials trials = new Trials(phi, first, maxTrials);
        Noise error = new Noise(phi, noise, c1, 1 - 2 * c1);
        double f0 = phi.value();
        double slope = phi.slope();
        double alpha = Math.min(first, phi.longest());
        double alphaBefore = 0;
        double excessBefore = 0;
        while (!trials.spent()) {
            Trial t = trials.count() == 0 ? trials.at(alpha) : trials.valueAt(alpha);
            boolean decreased =
                    t.value() < f0 && t.value() <= f0 + c1 * alpha * slope; // the first where αφ' drowns in φ
            boolean valueOnly = trials.count() > 1 && Double.isFinite(t.value());
            if (valueOnly && (t.value() <= f0 + error.eps() || trials.count() > 2 && error.mayDrown(t.value()))) {
                t = trials.complete(t);
            }
            if (t.isFinite() && decreased) {
                return trials.found(t);
            }
            Trial enough = error.accepts(t);
            if (enough != null) {
                return trials.found(enough);
            }
            if (Double.isFinite(t.value()) && error.drowns(-alpha * slope, trials.count())) {
                return trials.notFound(
                        "only noise up to the step length " + alpha + " after " + trials.count() + " trials");
            }
            double excess = t.value() - f0 - alpha * slope; // above the tangent
            double next;
            if (!Double.isFinite(excess) || decreased) {
                next = 0.1 * alpha;
                excess = 0;
            } else {
                next = excessBefore == 0
                        ? -slope * alpha * alpha / (2 * excess)
                        : cubic(slope, alpha, excess, alphaBefore, excessBefore);
                next = Math.max(0.1 * alpha, Math.min(0.5 * alpha, next));
            }
            alphaBefore = alpha;
            excessBefore = excess;
            alpha = next;
        }
        return trials.spent("sufficient decrease");
    }

    /** The minimum of f₀ + sα + bα² + aα³, where bα² + aα³ is given at two step lengths. */
    private static double cubic(double s, double alpha, double excess, double alphaBefore, double excessBefore) {
        double u = excess / (alpha * alpha);
        double v = excessBefore / (alphaBefore * alphaBefore);
        double a = (u - v) / (alpha - alphaBefore);
        double b = (alpha * v - alphaBefore * u) / (alpha - alphaBefore);
        double root = Math.sqrt(Math.max(0, b * b - 3 * a * s));
        return b > 0 ? -s / (b + root) : (root - b) / (3 * a); // the root of 3aα² + 2bα + s with 3aα + b > 0
    }
}
