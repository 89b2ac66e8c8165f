package org.hesse.linear;

import java.util.Optional;

/**
 * The Cholesky factorisation of H + τI with τ = 0 where the sparse matrix H is positive definite, and otherwise from a
 * short search.
 *
 * <p>A factorisation of H + τI that fails shows a curvature vᵀHv = ρ ≤ −τ of a unit vector v, so the next shift is
 * max(2|ρ|, 4τ, 1e-10·‖H‖₁). As λ_min ≤ ρ, τ is at most 4·|λ_min|, or that floor; at 2·|λ_min| the most
 * negative eigenvalue would be mirrored.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, algorithm 3.3, with the lower bound of Moré
 * and Sorensen (1983), SIAM J. Sci. Stat. Comput. 4, section 3, in place of the source's constant β.
 *
 * @param factors of H + τI
 * @param tau τ, at least 0
 * @param factorisations how many it took
 */
public record ShiftedCholesky(SparseCholesky factors, double tau, int factorisations) {
    private static final double LEAST = 1e-10;

    /**
     * Factorises; the pattern is analysed once and the analysis kept with it.
     *
     * @param h the matrix H
     * @return the factorisation, or empty if an entry is not finite
     */
    public static Optional<ShiftedCholesky> of(SparseSymmetric h) {
        double norm = h.norm();
        if (!Double.isFinite(norm)) {
            return Optional.empty();
        }
        SymbolicCholesky symbolic = SymbolicCholesky.kept(h.pattern());
        double tau = 0;
        for (int k = 1; ; k++) {
            SparseCholesky factors = symbolic.attempt(h, tau);
            if (factors.isComplete()) {
                return Optional.of(new ShiftedCholesky(factors, tau, k));
            }
            double rho = factors.lowestSeen() - tau;
            double next = norm == 0 ? 1 : Math.max(4 * tau, LEAST * norm);
            tau = rho >= -2 * norm ? Math.max(-2 * rho, next) : next; // where v overflows nothing is learnt
        }
    }
}
