package org.hesse.search;

import org.hesse.objective.Hessian;

/**
 * The exact subproblem of a trust region on the dense Hessian: (H + λI)p = −g with λ ≥ 0, H + λI positive semidefinite and
 * λ(Δ − ‖p‖) = 0, by Newton's method on 1/‖p(λ)‖ = 1/Δ, one Cholesky factorisation of n³/3 for each λ: one if the Newton
 * step is in the region, about four else.
 *
 * <p>The hard case, where ‖p(λ)‖ &lt; Δ as far as the pole −λ₁, ends with p + τz, z an eigenvector of the lowest eigenvalue.
 * A step ends it whose value the dual problem proves to be within the tolerance of the least.
 *
 * <p>Source: Moré and Sorensen (1983), SIAM J. Scientific and Statistical Computing 4, 553–572; Conn, Gould and Toint
 * (2000), Trust-Region Methods, Algorithm 7.3.4.
 *
 * <p>Departs from the source: z is from inverse iterations that go on from λ to λ, not from an estimate of LINPACK's; with
 * both bounds close, the next λ is near the lower. A singular H whose system has a solution in the region gives that one.
 *
 * @param tolerance the relative error of ‖p‖, or of m(p) in the hard case, below 1
 */
public record MoreSorensen(double tolerance) implements Subproblem {
    /** Checks the tolerance. */
    public MoreSorensen {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException(
                    "more-sorensen: tolerance = " + tolerance + ", expected 0 < tolerance < 1");
        }
    }

    /** To 1e-10. */
    public MoreSorensen() {
        this(1e-10);
    }

    @Override
    public String name() {
        return "more-sorensen";
    }

    @Override
    public Solution solve(Hessian h, double[] g, double radius, double[][] kept) {
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("radius = " + radius + ", expected a finite number > 0");
        }
        return Secular.solve(h, g, new Region.Ball(radius), tolerance, kept);
    }
}
