package org.hesse.linear;

/**
 * Conjugate gradients for A·x = b, A symmetric and known by products, preconditioned by M ≈ A⁻¹: from x = 0 it minimises
 * ½xᵀAx − bᵀx over growing Krylov spaces.
 *
 * <p>Source: Hestenes and Stiefel (1952), J. Res. Nat. Bur. Standards 49, section 3; preconditioned and with the test for
 * negative curvature as in Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 5.3 and 7.1. A direction
 * d with dᵀAd ≤ 0 ends the iteration: A is not positive definite.
 *
 * @param tolerance η: converged when ‖b − Ax‖ ≤ η‖b‖ (the forcing term of a truncated Newton method), at least 0
 * @param limit the largest number of products, at least 0
 */
public record ConjugateGradients(double tolerance, int limit) {
    /** How an iteration ended. */
    public enum Status {
        /** The residual is as small as was asked for. */
        CONVERGED,
        /** dᵀAd ≤ 0 for a direction d that is returned. */
        NEGATIVE_CURVATURE,
        /** As many products as were allowed. */
        LIMIT,
        /** A product is not finite, or M not positive definite. */
        BREAKDOWN
    }

    /**
     * How far it came.
     *
     * @param status how it ended
     * @param x the last iterate, length n; at each step it lowers ½xᵀAx − bᵀx
     * @param direction the direction of negative or zero curvature, length n, downhill for the quadratic; empty unless
     *     found
     * @param iterations the number of products with A
     * @param residual ‖b − Ax‖ as the recurrence has it, which drifts from the true one by rounding
     */
    public record Solution(Status status, double[] x, double[] direction, int iterations, double residual) {
        @Override
        public String toString() {
            return status + " after " + iterations + " products, |b - Ax| = " + residual;
        }
    }

    /** Checks the arguments. */
    public ConjugateGradients {
        if (!(tolerance >= 0) || limit < 0) {
            throw new IllegalArgumentException(
                    "tolerance " + tolerance + ", limit " + limit + ": expected tolerance >= 0 and limit >= 0");
        }
    }

    /**
     * Solves A·x = b without a preconditioner.
     *
     * @param a the matrix A, symmetric
     * @param b length n, not modified
     * @return the solution, or how far it came
     */
    public Solution solve(LinearMap a, double[] b) {
        return solve(a, (r, z) -> System.arraycopy(r, 0, z, 0, r.length), b);
    }

    /**
     * Solves A·x = b.
     *
     * @param a the matrix A, symmetric
     * @param m the preconditioner, symmetric and positive definite: z = M·r is cheap and near A⁻¹·r
     * @param b length n, not modified
     * @return the solution, or how far it came
     */
    public Solution solve(LinearMap a, LinearMap m, double[] b) {
        int n = b.length;
        double[] x = new double[n];
        double[] r = b.clone();
        double[] z = new double[n];
        double[] d = new double[n];
        double[] ad = new double[n];
        double goal = tolerance * Vectors.norm(b);
        double residual = Vectors.norm(r);
        double rho = 0; // rᵀz of the step before
        int k = 0;
        while (residual > goal && k < limit) {
            m.times(r, z);
            double rz = Vectors.dot(r, z);
            if (!(rz > 0 && rz < Double.POSITIVE_INFINITY)) {
                return new Solution(Status.BREAKDOWN, x, new double[0], k, residual);
            }
            double beta = k == 0 ? 0 : rz / rho;
            for (int i = 0; i < n; i++) {
                d[i] = z[i] + beta * d[i];
            }
            a.times(d, ad);
            k++;
            double curvature = Vectors.dot(d, ad);
            if (curvature <= 0) {
                return new Solution(Status.NEGATIVE_CURVATURE, x, d, k, residual);
            }
            double alpha = rz / curvature;
            if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
                return new Solution(Status.BREAKDOWN, x, new double[0], k, residual);
            }
            Vectors.axpy(alpha, d, x);
            Vectors.axpy(-alpha, ad, r);
            residual = Vectors.norm(r);
            rho = rz;
        }
        Status status = residual <= goal ? Status.CONVERGED : residual > goal ? Status.LIMIT : Status.BREAKDOWN;
        return new Solution(status, x, new double[0], k, residual);
    }
}
