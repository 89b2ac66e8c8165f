package org.hesse.linear;

import java.util.Optional;

/**
 * The Cholesky factorisation A = RᵀR of a symmetric positive definite matrix, R upper triangular.
 *
 * <p>Row by row, four earlier rows at a time, so that the compiler can vectorise the inner loop (Golub and Van Loan,
 * Matrix Computations, 4th edition, section 4.2.5, in row order). Cost n³/3.
 */
public final class Cholesky {
    private final double[][] r;
    private final int order; // of the leading block that is factorised
    private final double pivot; // the first that is not positive, where there is one

    private Cholesky(double[][] r, int order, double pivot) {
        this.r = r;
        this.order = order;
        this.pivot = pivot;
    }

    /**
     * Factorises a matrix.
     *
     * @param a n rows of length n, of which the upper triangle is read; not modified
     * @return the factorisation, or empty if a pivot is not positive: A is not positive definite to working precision,
     *     or has an entry that is not a number
     */
    public static Optional<Cholesky> of(double[][] a) {
        return Optional.of(attempt(a, 0)).filter(Cholesky::isComplete);
    }

    /**
     * Factorises A + σI, or what comes before its first pivot that is not positive.
     *
     * @param a n rows of length n, of which the upper triangle is read; not modified
     * @param shift σ
     * @return the factorisation; only if it {@link #isComplete} it solves, only if not it knows {@link #curvature}
     */
    public static Cholesky attempt(double[][] a, double shift) {
        int n = a.length;
        double[][] r = new double[n][];
        for (int i = 0; i < n; i++) {
            if (a[i].length != n) {
                throw new IllegalArgumentException(
                        "matrix row " + i + " has " + a[i].length + " entries: expected " + n + ", the number of rows");
            }
            r[i] = a[i].clone();
            r[i][i] += shift;
            subtract(r, i);
            double pivot = r[i][i];
            if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
                return new Cholesky(r, i, pivot);
            }
            double root = Math.sqrt(pivot);
            for (int j = i; j < n; j++) {
                r[i][j] /= root;
            }
        }
        return new Cholesky(r, n, Double.NaN);
    }

    /**
     * Whether there is a whole factorisation.
     *
     * @return false if A + σI is not positive definite to working precision
     */
    public boolean isComplete() {
        return order == r.length;
    }

    /**
     * A direction in which the matrix is not positive: Conn, Gould and Toint (2000), Trust-Region Methods, lemma 7.3.1.
     *
     * @return v of length n with vᵀ(A + σI)v = {@link #curvature}·‖v‖², if this is not complete
     */
    public double[] direction() {
        double[] v = new double[r.length];
        v[order] = 1;
        for (int i = order - 1; i >= 0; i--) { // R₁₁v = −r₁ₖ
            double sum = 0;
            for (int j = i + 1; j <= order; j++) {
                sum -= r[i][j] * v[j];
            }
            v[i] = sum / r[i][i];
        }
        return v;
    }

    /**
     * The Rayleigh quotient of a direction, an upper bound of the lowest eigenvalue of A + σI.
     *
     * @param v the {@link #direction}
     * @return the curvature along it, 0 or negative; NaN if there is an entry that is not a number
     */
    public double curvature(double[] v) {
        return pivot / Vectors.dot(v, v);
    }

    /** Row i ← row i − Σ_{k<i} r_ki·(row k), from the diagonal on. */
    private static void subtract(double[][] r, int i) {
        double[] row = r[i];
        int n = row.length;
        int whole = i & ~3;
        for (int k = 0; k < whole; k += 4) {
            double[] r0 = r[k];
            double[] r1 = r[k + 1];
            double[] r2 = r[k + 2];
            double[] r3 = r[k + 3];
            double c0 = r0[i];
            double c1 = r1[i];
            double c2 = r2[i];
            double c3 = r3[i];
            for (int j = i; j < n; j++) {
                row[j] -= (c0 * r0[j] + c1 * r1[j]) + (c2 * r2[j] + c3 * r3[j]);
            }
        }
        for (int k = whole; k < i; k++) {
            double[] r0 = r[k];
            double c0 = r0[i];
            for (int j = i; j < n; j++) {
                row[j] -= c0 * r0[j];
            }
        }
    }

    /**
     * Solves A·x = b.
     *
     * @param b length n, not modified
     * @return x
     */
    public double[] solve(double[] b) {
        double[] x = b.clone();
        int n = r.length;
        for (int i = 0; i < n; i++) { // Rᵀy = b
            double[] row = r[i];
            double y = x[i] / row[i];
            x[i] = y;
            for (int j = i + 1; j < n; j++) {
                x[j] -= y * row[j];
            }
        }
        for (int i = n - 1; i >= 0; i--) { // Rx = y
            double[] row = r[i];
            double sum = x[i];
            for (int j = i + 1; j < n; j++) {
                sum -= row[j] * x[j];
            }
            x[i] = sum / row[i];
        }
        return x;
    }

    /**
     * The logarithm of the determinant.
     *
     * @return log det A
     */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += Math.log(r[i][i]);
        }
        return 2 * sum;
    }
}
