package org.hesse.search;

import org.hesse.objective.Hessian;

/**
 * The subproblem of a trust region: minimise the model m(p) = gᵀp + ½pᵀHp within ‖p‖ ≤ Δ. H need not be positive definite.
 * Solvers are records of their constants, without state.
 *
 * <p>What a solver has found out about H and g (a matrix, Lanczos vectors) it hands back as {@link Solution#kept}. After a
 * rejected step it gets it again, with a smaller radius at the same point, so that it need not look at H twice; a run
 * that is saved saves it.
 */
public interface Subproblem {
    /**
     * What it is called in text.
     *
     * @return the name, as {@code more-sorensen}
     */
    String name();

    /**
     * Solves, exactly or nearly.
     *
     * @param h H, by products or as a matrix; of the first it costs nothing unless it is used
     * @param g the gradient, length n, finite, not modified
     * @param radius Δ, positive and finite
     * @param kept what the last solution with the same H and g kept, not modified; null if there is none
     * @return the solution; its change is NaN if H has entries that are not finite
     */
    Solution solve(Hessian h, double[] g, double radius, double[][] kept);

    /**
     * Solves with nothing kept.
     *
     * @param h H
     * @param g the gradient, length n, finite, not modified
     * @param radius Δ, positive and finite
     * @return the solution; its change is NaN if H has entries that are not finite
     */
    default Solution solve(Hessian h, double[] g, double radius) {
        return solve(h, g, radius, null);
    }

    /**
     * A minimum of the model in the region, exact or nearly.
     *
     * @param step p, length n
     * @param change m(p), 0 or negative; NaN if H is not finite
     * @param atBoundary whether ‖p‖ = Δ
     * @param multiplier λ ≥ 0 of (H + λI)p = −g, or an estimate; 0 inside the region
     * @param products how many products Hv it took; 0 with a dense H
     * @param kept numbers about H and g for the same point with another radius; null if there are none
     */
    record Solution(
            double[] step, double change, boolean atBoundary, double multiplier, int products, double[][] kept) {}
}
