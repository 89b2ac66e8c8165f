package org.hesse.linear;

import java.util.Optional;

/**
 * The factorisation PA = LU of a square matrix with partial pivoting; for symmetric matrices that are not positive
 * definite, too.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th edition, Algorithm 3.4.1. Cost 2n³/3.
 */
public final class Lu {
    private final double[][] lu; // U with its diagonal, and below it L without its unit diagonal; rows as pivoted
    private final int[] order; // row i of the factors is row order[i] of A

    private Lu(double[][] lu, int[] order) {
        this.lu = lu;
        this.order = order;
    }

    /**
     * Factorises a matrix.
     *
     * @param a n rows of length n, not modified
     * @return the factorisation, or empty if A is singular to working precision: no pivot in some column exceeds nε times
     *     its largest entry, or there is an entry that is not a number
     */
    public static Optional<Lu> of(double[][] a) {
        int n = a.length;
        double[][] lu = new double[n][];
        int[] order = new int[n];
        double[] largest = new double[n];
        for (int i = 0; i < n; i++) {
            if (a[i].length != n) {
                throw new IllegalArgumentException(
                        "matrix row " + i + " has " + a[i].length + " entries: expected " + n + ", the number of rows");
            }
            lu[i] = a[i].clone();
            order[i] = i;
            for (int j = 0; j < n; j++) {
                largest[j] = Math.max(largest[j], Math.abs(lu[i][j]));
            }
        }
        for (int k = 0; k < n; k++) {
            int p = k;
            for (int i = k + 1; i < n; i++) {
                p = Math.abs(lu[i][k]) > Math.abs(lu[p][k]) ? i : p;
            }
            double[] row = lu[p];
            lu[p] = lu[k];
            lu[k] = row;
            int number = order[p];
            order[p] = order[k];
            order[k] = number;
            double pivot = row[k];
            if (!(Math.abs(pivot) > n * Math.ulp(largest[k])) || Double.isInfinite(pivot)) {
                return Optional.empty();
            }
            for (int i = k + 1; i < n; i++) {
                double[] below = lu[i];
                double factor = below[k] / pivot;
                below[k] = factor;
                for (int j = k + 1; j < n; j++) {
                    below[j] -= factor * row[j];
                }
            }
        }
        return Optional.of(new Lu(lu, order));
    }

    /**
     * Solves A·x = b.
     *
     * @param b length n, not modified
     * @return x
     */
    public double[] solve(double[] b) {
        int n = lu.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) { // Ly = Pb
            double sum = b[order[i]];
            for (int j = 0; j < i; j++) {
                sum -= lu[i][j] * x[j];
            }
            x[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) { // Ux = y
            double sum = x[i];
            for (int j = i + 1; j < n; j++) {
                sum -= lu[i][j] * x[j];
            }
            x[i] = sum / lu[i][i];
        }
        return x;
    }
}
