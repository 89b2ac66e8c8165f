package org.hesse.search;

import java.util.Optional;
import org.hesse.linear.IncompleteCholesky;
import org.hesse.linear.LinearMap;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.Vectors;
import org.hesse.objective.Hessian;

/**
 * What conjugate gradients and Lanczos iterations on a Hessian are preconditioned by. A Hessian whose places are known is
 * made sparse for it, by as many products as its colouring has colours; where they are not known nothing is.
 */
public enum Preconditioning {
    /** Nothing. */
    NONE,
    /** Its diagonal: M = diag(max(|hᵢᵢ|, 1e-8·max|hⱼⱼ|)). */
    DIAGONAL,
    /** Its {@link IncompleteCholesky} factors, positive definite whatever the Hessian is. */
    CHOLESKY;

    private static final double LEAST = 1e-8;

    /**
     * A Hessian with its preconditioner.
     *
     * @param matrix the products with H: with the sparse matrix, if it was made, so that they cost no more
     * @param inverse z = M⁻¹r, symmetric and positive definite
     * @param products how many products with the Hessian it took
     */
    public record Preconditioned(LinearMap matrix, LinearMap inverse, int products) {
        /**
         * The same with M scaled so that z = M⁻¹g is as long in the norm of M as in the Euclidean: zᵀMz = zᵀz.
         *
         * @param g length n, not modified
         * @return the system with cM in place of M, c = zᵀz/gᵀz
         */
        Preconditioned scaledTo(double[] g) {
            double[] first = new double[g.length];
            inverse.times(g, first);
            double c = Vectors.dot(first, first) / Vectors.dot(g, first);
            if (c == 1 || !(c > 0 && c < Double.POSITIVE_INFINITY)) {
                return this;
            }
            LinearMap scaled = (r, z) -> {
                inverse.times(r, z);
                Vectors.scale(1 / c, z);
            };
            return new Preconditioned(matrix, scaled, products);
        }
    }

    /**
     * Prepares a Hessian.
     *
     * @param h the Hessian at one point
     * @return its products and the preconditioner: none where the places of the Hessian's entries are not known, or an
     *     entry is not finite
     */
    public Preconditioned of(Hessian h) {
        Optional<SparseSymmetric> sparse = this == NONE ? Optional.empty() : h.sparse();
        if (sparse.isEmpty()) {
            return new Preconditioned(h::times, Preconditioning::same, 0);
        }
        SparseSymmetric a = sparse.get();
        int products = h.colouring().orElseThrow().colours();
        return new Preconditioned(a, this == DIAGONAL ? diagonal(a) : cholesky(a), products);
    }

    private static void same(double[] r, double[] z) {
        System.arraycopy(r, 0, z, 0, r.length);
    }

    private static LinearMap cholesky(SparseSymmetric a) {
        Optional<IncompleteCholesky> factors = IncompleteCholesky.of(a);
        return factors.isPresent() ? factors.get()::solve : Preconditioning::same;
    }

    private static LinearMap diagonal(SparseSymmetric a) {
        double[] d = new double[a.dimension()];
        double most = 0;
        for (int i = 0; i < d.length; i++) {
            d[i] = Math.abs(a.get(i, i));
            most = Math.max(most, d[i]);
        }
        double least = most > 0 ? LEAST * most : 1;
        for (int i = 0; i < d.length; i++) {
            d[i] = Math.max(d[i], least);
        }
        return (r, z) -> {
            for (int i = 0; i < r.length; i++) {
                z[i] = r[i] / d[i];
            }
        };
    }
}
