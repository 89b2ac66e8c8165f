package org.hesse.linear;

/**
 * MINRES for A·x = b, A symmetric of any inertia and known by products: from x = 0 it minimises ‖b − Ax‖ over growing
 * Krylov spaces, by Lanczos's recurrence and plane rotations.
 *
 * <p>Memory 7n numbers. A singular A with b in its range is solved; where b is not, the iteration ends at a least-squares
 * solution, found by ‖A·r‖ ≤ η‖A‖‖r‖ with ‖A‖ estimated from below.
 *
 * <p>Source: Paige and Saunders (1975), SIAM J. Numer. Anal. 12, 617–629, section 6. Departs from the source: the test
 * for least squares is that of Paige, Choi and Saunders (2011), SIAM J. Sci. Comput. 33, 1810–1836, section 5.
 *
 * @param tolerance η: converged when ‖b − Ax‖ ≤ η‖b‖, at least 0
 * @param limit the largest number of products, at least 0
 */
public record Minres(double tolerance, int limit) {
    /** How an iteration ended. */
    public enum Status {
        /** The residual is as small as was asked for. */
        CONVERGED,
        /** No x makes the residual small: A is singular, or as good as that. */
        SINGULAR,
        /** As many products as were allowed. */
        LIMIT,
        /** A product or b is not finite. */
        BREAKDOWN
    }

    /**
     * How far it came.
     *
     * @param status how it ended
     * @param x the last iterate, length n
     * @param iterations the number of products with A
     * @param residual ‖b − Ax‖ as the recurrence has it, which drifts from the true one by rounding
     */
    public record Solution(Status status, double[] x, int iterations, double residual) {
        @Override
        public String toString() {
            return status + " after " + iterations + " products, |b - Ax| = " + residual;
        }
    }

    /** Checks the arguments. */
    public Minres {
        if (!(tolerance >= 0) || limit < 0) {
            throw new IllegalArgumentException(
                    "tolerance " + tolerance + ", limit " + limit + ": expected tolerance >= 0 and limit >= 0");
        }
    }

    /**
     * Solves A·x = b.
     *
     * @param a the matrix A, symmetric
     * @param b length n, not modified
     * @return the solution, or how far it came
     */
    public Solution solve(LinearMap a, double[] b) {
        int n = b.length;
        double[] x = new double[n];
        double[] v = b.clone(); // Lanczos's vectors, this one and the one before
        double[] before = new double[n];
        double[] av = new double[n];
        double[] w = new double[n]; // columns of V·R⁻¹, the newest two
        double[] older = new double[n];
        double norm = Vectors.norm(b);
        double beta = norm; // the off-diagonal of the tridiagonal matrix
        double residual = norm;
        double size = 0; // ‖A‖² from below
        double c = -1; // the last rotation
        double s = 0;
        double delta = 0; // what the rotations before leave of the next column
        double epsilon = 0;
        int k = 0;
        while (residual > tolerance * norm && k < limit) {
            double inverse = 1 / beta;
            for (int i = 0; i < n; i++) {
                v[i] *= inverse;
            }
            a.times(v, av);
            k++;
            double alpha = Vectors.dot(v, av);
            for (int i = 0; i < n; i++) {
                av[i] -= alpha * v[i] + beta * before[i];
            }
            double next = Vectors.norm(av);
            size = Math.max(size, alpha * alpha + next * next + (k > 1 ? beta * beta : 0));
            double above = epsilon;
            double beside = c * delta + s * alpha;
            double diagonal = s * delta - c * alpha;
            epsilon = s * next;
            delta = -c * next;
            double gradient = residual * Math.hypot(diagonal, delta); // ‖A·r‖ at x
            double gamma = Math.hypot(diagonal, next);
            if (!Double.isFinite(gamma)) {
                return new Solution(Status.BREAKDOWN, x, k, residual);
            }
            if (gradient <= Math.max(tolerance, Math.ulp(1.0)) * Math.sqrt(size) * residual) {
                return new Solution(Status.SINGULAR, x, k, residual);
            }
            c = diagonal / gamma;
            s = next / gamma;
            double phi = c * residual;
            for (int i = 0; i < n; i++) {
                double wi = (v[i] - above * older[i] - beside * w[i]) / gamma;
                older[i] = w[i];
                w[i] = wi;
                x[i] += phi * wi;
            }
            residual *= s;
            double[] spare = before;
            before = v;
            v = av;
            av = spare;
            beta = next;
        }
        Status status =
                residual <= tolerance * norm ? Status.CONVERGED : residual > 0 ? Status.LIMIT : Status.BREAKDOWN;
        return new Solution(status, x, k, residual);
    }
}
