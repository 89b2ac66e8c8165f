package org.hesse.search;

import org.hesse.objective.Hessian;

/**
 * The least value of the cubic model gᵀp + ½pᵀHp + ⅓σ‖p‖³, exactly, on the dense Hessian: (H + λI)p = −g with λ = σ‖p‖ and
 * H + λI positive semidefinite, as {@link MoreSorensen} does it with ‖p‖ = λ/σ in place of Δ.
 *
 * <p>Source: Cartis, Gould and Toint (2011), Math. Programming 127, 245–295, section 6.1, with (6.8).
 *
 * @param tolerance the relative error of ‖p‖, or of the model in the hard case, below 1
 */
public record CubicModel(double tolerance) {
    /** Checks the tolerance. */
    public CubicModel {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException(
                    "cubic model: tolerance = " + tolerance + ", expected 0 < tolerance < 1");
        }
    }

    /** To 1e-10. */
    public CubicModel() {
        this(1e-10);
    }

    /**
     * Solves.
     *
     * @param h H; of the first it costs nothing unless it is used
     * @param g the gradient, length n, finite, not modified
     * @param sigma σ, positive
     * @param kept what the last solution with the same H and g kept, not modified; null if there is none
     * @return the solution; its change is that of the quadratic model, without the cubic term; NaN if H is not finite
     */
    public Subproblem.Solution solve(Hessian h, double[] g, double sigma, double[][] kept) {
        if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sigma = " + sigma + ", expected a finite number > 0");
        }
        return Secular.solve(h, g, new Region.Cube(sigma), tolerance, kept);
    }
}
