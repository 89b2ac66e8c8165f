package org.hesse.linear;

import java.util.Arrays;

/**
 * Products of matrices given as arrays of rows.
 *
 * <p>Nearly all are made of one kernel, c ← c + Σ aₗbₗ over four rows bₗ at once: every array is read at the same index,
 * which the compiler vectorises, and c is loaded and stored once in four. A product with a reduction along the rows
 * (A·Bᵀ) first packs the transpose of B. Terms are always added one by one in the order
 * of l, so the bits depend neither on the blocking nor on how the rows were picked.
 *
 * <p>Nothing is allocated here: matrices may be larger than what is used of them, which is said by the sizes given.
 */
public final class Products {
    private Products() {}

    /**
     * The transpose of some rows: t ← Bᵀ.
     *
     * @param b k rows of length at least n, not modified
     * @param k the number of rows
     * @param n the number of columns
     * @param t receives the transpose: n rows of length at least k, <em>modified</em>
     */
    public static void transpose(double[][] b, int k, int n, double[][] t) {
        int whole = k & ~3;
        for (int l = 0; l < whole; l += 4) {
            double[] b0 = b[l];
            double[] b1 = b[l + 1];
            double[] b2 = b[l + 2];
            double[] b3 = b[l + 3];
            for (int j = 0; j < n; j++) {
                double[] tj = t[j];
                tj[l] = b0[j];
                tj[l + 1] = b1[j];
                tj[l + 2] = b2[j];
                tj[l + 3] = b3[j];
            }
        }
        for (int l = whole; l < k; l++) {
            for (int j = 0; j < n; j++) {
                t[j][l] = b[l][j];
            }
        }
    }

    /**
     * C ← C + A·B, 2mkn operations.
     *
     * @param a m rows of length at least k, not modified
     * @param m the number of rows of A and C
     * @param b k rows of length at least n, not modified
     * @param k the number of columns of A and rows of B
     * @param n the number of columns of B and C
     * @param c m rows of length at least n, <em>modified</em>
     */
    public static void addProduct(double[][] a, int m, double[][] b, int k, int n, double[][] c) {
        int l = 0;
        for (; l + 4 <= k; l += 4) {
            for (int i = 0; i < m; i++) {
                addFour(a[i], l, b, 0, n, c[i]);
            }
        }
        for (; l < k; l++) {
            for (int i = 0; i < m; i++) {
                addOne(a[i][l], b[l], 0, n, c[i]);
            }
        }
    }

    /**
     * C ← A·Bᵀ, 2mkn operations, where B has many rows.
     *
     * @param a m rows of length at least k, not modified
     * @param m the number of rows of A and C
     * @param b n rows of length at least k, not modified
     * @param n the number of rows of B
     * @param k the number of columns of A and B
     * @param packed room for Bᵀ: k rows of length at least n, <em>modified</em>; not used for m = 1
     * @param c m rows of length at least n, <em>modified</em>
     */
    public static void productTransposed(
            double[][] a, int m, double[][] b, int n, int k, double[][] packed, double[][] c) {
        if (m == 1) {
            times(b, n, a[0], k, c[0]);
            return;
        }
        transpose(b, n, k, packed);
        for (int i = 0; i < m; i++) {
            Arrays.fill(c[i], 0, n, 0);
        }
        addProduct(a, m, packed, k, n, c);
    }

    /**
     * The upper triangle of C ← C + A·B where the result is known to be symmetric, such as BᵀDB, half the work.
     *
     * @param a n rows of length at least k, not modified
     * @param b k rows of length at least n, not modified
     * @param k the number of columns of A and rows of B
     * @param n the number of rows of A, columns of B, and of both of C
     * @param c n rows of length at least n, <em>modified</em> on the diagonal and to its right
     */
    public static void addUpper(double[][] a, double[][] b, int k, int n, double[][] c) {
        int l = 0;
        for (; l + 4 <= k; l += 4) {
            for (int i = 0; i < n; i++) {
                addFour(a[i], l, b, i, n, c[i]);
            }
        }
        for (; l < k; l++) {
            for (int i = 0; i < n; i++) {
                addOne(a[i][l], b[l], i, n, c[i]);
            }
        }
    }

    /**
     * y ← Bx, four rows at a time.
     *
     * @param b k rows of length at least n, not modified
     * @param k the number of rows
     * @param x length at least n, not modified
     * @param n the number of columns
     * @param y length at least k, <em>modified</em>
     */
    public static void times(double[][] b, int k, double[] x, int n, double[] y) {
        int l = 0;
        for (; l + 4 <= k; l += 4) {
            double[] b0 = b[l];
            double[] b1 = b[l + 1];
            double[] b2 = b[l + 2];
            double[] b3 = b[l + 3];
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int j = 0; j < n; j++) {
                double xj = x[j];
                s0 += b0[j] * xj;
                s1 += b1[j] * xj;
                s2 += b2[j] * xj;
                s3 += b3[j] * xj;
            }
            y[l] = s0;
            y[l + 1] = s1;
            y[l + 2] = s2;
            y[l + 3] = s3;
        }
        for (; l < k; l++) {
            double[] row = b[l];
            double s = 0;
            for (int j = 0; j < n; j++) {
                s += row[j] * x[j];
            }
            y[l] = s;
        }
    }

    /**
     * C ← B·diag(a).
     *
     * @param b m rows of length at least n, not modified
     * @param m the number of rows
     * @param a length at least n, not modified
     * @param n the number of columns
     * @param c m rows of length at least n, <em>modified</em>
     */
    public static void scaleColumns(double[][] b, int m, double[] a, int n, double[][] c) {
        for (int i = 0; i < m; i++) {
            double[] from = b[i];
            double[] to = c[i];
            for (int j = 0; j < n; j++) {
                to[j] = a[j] * from[j];
            }
        }
    }

    private static void addFour(double[] a, int l, double[][] b, int from, int n, double[] c) {
        double a0 = a[l];
        double a1 = a[l + 1];
        double a2 = a[l + 2];
        double a3 = a[l + 3];
        double[] b0 = b[l];
        double[] b1 = b[l + 1];
        double[] b2 = b[l + 2];
        double[] b3 = b[l + 3];
        for (int j = from; j < n; j++) { // a longer body would not be unrolled, and so not be vectorised
            c[j] = c[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
        }
    }

    private static void addOne(double a, double[] b, int from, int n, double[] c) {
        for (int j = from; j < n; j++) {
            c[j] += a * b[j];
        }
    }
}
