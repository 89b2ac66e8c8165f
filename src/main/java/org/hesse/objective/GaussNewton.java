package org.hesse.objective;

/**
 * An objective f(x) = ℓ(z(x)) + R(x), perhaps summed over terms, with a convex loss ℓ and regulariser R of outputs z that
 * are not linear in x. Its generalised Gauss–Newton matrix JᵀHJ + ∇²R, with J the Jacobian of z and H = ∇²ℓ, leaves the
 * curvature of z out of the Hessian: it is positive semidefinite everywhere, and the Hessian where ∇ℓ = 0.
 *
 * <p>Source: Schraudolph (2002), Neural Computation 14, 1723–1738.
 */
public interface GaussNewton extends Structure {
    /**
     * The Gauss–Newton matrix at a point. The objective may linearise itself once here, so that many products are cheap.
     *
     * @param x the point, length n, not modified and not kept
     * @return JᵀHJ + ∇²R at x, as a symmetric matrix of which products or all entries can be had
     */
    Hessian gaussNewtonAt(double[] x);

    @Override
    default GaussNewton metered(Meter meter) {
        return x -> {
            double[] at = x.clone();
            return new MeteredHessian(at.length, () -> gaussNewtonAt(at), meter);
        };
    }
}
