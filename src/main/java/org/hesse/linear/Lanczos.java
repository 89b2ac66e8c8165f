package org.hesse.linear;

/**
 * The Lanczos process for both ends of the spectrum of a symmetric matrix known by its products: the eigenvalues of the
 * tridiagonal VᵀAV on the Krylov space of a start vector.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th edition, algorithm 10.1.1, with full reorthogonalisation, done
 * twice (section 10.3.5; Parlett, The Symmetric Eigenvalue Problem, section 6.9). Memory for as many vectors as products.
 *
 * @param tolerance converged when both residuals are at most tolerance·max|θ|, at least 0
 * @param limit the largest number of products, at least 1
 */
public record Lanczos(double tolerance, int limit) {
    /**
     * What was found: the Ritz values θ and, for the lowest and the highest, vectors and residuals.
     *
     * @param values θ, ascending; never below the eigenvalue of the same rank, so that as many eigenvalues are negative
     *     as values are, or more; empty if a product was not finite
     * @param lowest the unit Ritz vector of the lowest value, length n; empty if there is none
     * @param highest the unit Ritz vector of the highest value, length n; empty if there is none
     * @param lowestResidual ‖Av − θv‖ of the lowest: that near to θ lies an eigenvalue, though perhaps not the lowest
     * @param highestResidual the same of the highest
     * @param products how many products it took
     */
    public record Ends(
            double[] values,
            double[] lowest,
            double[] highest,
            double lowestResidual,
            double highestResidual,
            int products) {
        @Override
        public String toString() {
            return values.length == 0
                    ? "nothing finite after " + products + " products"
                    : values[0] + " ... " + values[values.length - 1] + ", residuals " + lowestResidual + " and "
                            + highestResidual + ", " + products + " products";
        }
    }

    /** Checks the arguments. */
    public Lanczos {
        if (!(tolerance >= 0) || limit < 1) {
            throw new IllegalArgumentException(
                    "tolerance " + tolerance + ", limit " + limit + ": expected tolerance >= 0 and limit >= 1");
        }
    }

    /**
     * Runs until both ends have converged, the space is exhausted, or the limit is reached.
     *
     * @param a the matrix A, symmetric
     * @param start length n, not 0, not modified; random, so that no eigenvector is missing in it
     * @return both ends of the spectrum
     * @throws IllegalArgumentException if the start is 0 or not finite
     */
    public Ends of(LinearMap a, double[] start) {
        double norm = Vectors.norm(start);
        if (!(norm > 0 && norm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("start of norm " + norm + ": expected a finite vector that is not 0");
        }
        int most = Math.min(limit, start.length);
        double[][] v = new double[most][];
        double[] alpha = new double[most];
        double[] beta = new double[most];
        double[] next = start.clone();
        Vectors.scale(1 / norm, next);
        int look = 4; // how many products before the tridiagonal is decomposed next
        for (int k = 0; ; k++) {
            v[k] = next;
            next = new double[start.length];
            a.times(v[k], next);
            alpha[k] = Vectors.dot(v[k], next);
            orthogonalise(next, v, k + 1);
            orthogonalise(next, v, k + 1);
            beta[k] = Vectors.norm(next);
            if (!Double.isFinite(alpha[k] + beta[k])) {
                return new Ends(new double[0], new double[0], new double[0], Double.NaN, Double.NaN, k + 1);
            }
            boolean end = k + 1 == most || beta[k] <= Math.ulp(Vectors.normInf(alpha) + Vectors.normInf(beta));
            if (end || k + 1 >= look) {
                Spectrum t = tridiagonal(alpha, beta, k + 1);
                double low = beta[k] * Math.abs(t.vectors()[0][k]);
                double high = beta[k] * Math.abs(t.vectors()[k][k]);
                if (end || Math.max(low, high) <= tolerance * t.norm()) {
                    double[] lowest = combine(v, t.vectors()[0]);
                    return new Ends(t.values(), lowest, combine(v, t.vectors()[k]), low, high, k + 1);
                }
                look += Math.max(2, look / 4);
            }
            Vectors.scale(1 / beta[k], next);
        }
    }

    private static void orthogonalise(double[] x, double[][] v, int k) {
        for (int i = 0; i < k; i++) {
            Vectors.axpy(-Vectors.dot(v[i], x), v[i], x);
        }
    }

    private static Spectrum tridiagonal(double[] alpha, double[] beta, int k) {
        double[][] t = new double[k][k];
        for (int i = 0; i < k; i++) {
            t[i][i] = alpha[i];
            if (i > 0) {
                t[i][i - 1] = beta[i - 1];
                t[i - 1][i] = beta[i - 1];
            }
        }
        return Spectrum.of(t);
    }

    private static double[] combine(double[][] v, double[] s) {
        double[] x = new double[v[0].length];
        for (int i = 0; i < s.length; i++) {
            Vectors.axpy(s[i], v[i], x);
        }
        Vectors.scale(1 / Vectors.norm(x), x);
        return x;
    }
}
