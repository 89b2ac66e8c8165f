package org.hesse.linear;

import java.util.Arrays;

/**
 * Kernels on several vectors at once, in one pass over memory each. They go by blocks: while a block of the common vector
 * is in the cache, the same block of every row passes by, four rows at a time. Blocks have a fixed size and their sums are
 * added in order, so the bits are the same with any number of threads.
 */
public final class MultiVector {
    /** 32 kB of each row: a block of the common vector stays in the first cache, and a row is read in long runs. */
    private static final int BLOCK = 4096;

    private MultiVector() {}

    /**
     * The inner products of all rows with a vector.
     *
     * @param rows k rows of length n, not modified
     * @param x length n, not modified; may be a row
     * @param parallel who does the work
     * @return k inner products
     */
    public static double[] dots(double[][] rows, double[] x, Parallel parallel) {
        int m = rows.length;
        double[] sums = new double[m];
        parallel.reduce(
                x.length,
                BLOCK,
                new Pool<>(() -> new double[m]),
                (partial, from, to) -> {
                    int k = 0;
                    for (; k + 4 <= m; k += 4) {
                        dots(rows, k, x, from, to, partial);
                    }
                    for (; k < m; k++) {
                        partial[k] = dot(rows[k], x, from, to);
                    }
                },
                partial -> {
                    for (int k = 0; k < m; k++) {
                        sums[k] += partial[k];
                    }
                });
        return sums;
    }

    /** Rows k to k + 3: four sums, which do not wait for each other. */
    private static void dots(double[][] rows, int k, double[] x, int from, int to, double[] sums) {
        double[] r0 = rows[k];
        double[] r1 = rows[k + 1];
        double[] r2 = rows[k + 2];
        double[] r3 = rows[k + 3];
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        for (int i = from; i < to; i++) {
            double u = x[i];
            a0 += r0[i] * u;
            a1 += r1[i] * u;
            a2 += r2[i] * u;
            a3 += r3[i] * u;
        }
        sums[k] = a0;
        sums[k + 1] = a1;
        sums[k + 2] = a2;
        sums[k + 3] = a3;
    }

    private static double dot(double[] r, double[] x, int from, int to) {
        double a = 0;
        double b = 0;
        int whole = to - ((to - from) & 1);
        for (int i = from; i < whole; i += 2) {
            a += r[i] * x[i];
            b += r[i + 1] * x[i + 1];
        }
        return whole < to ? a + b + r[whole] * x[whole] : a + b;
    }

    /**
     * A linear combination, d = c·x + Σₖ cₖ·rowₖ, and its inner products with some vectors.
     *
     * @param c the coefficient of x
     * @param x length n, not modified
     * @param coefficients k coefficients
     * @param rows k rows of length n, not modified
     * @param d receives the combination, length n, <em>modified</em>; not x nor a row
     * @param others vectors of length n, not modified; best among x and the rows, which are in the cache
     * @param parallel who does the work
     * @return the inner products of d with the others
     */
    public static double[] combine(
            double c,
            double[] x,
            double[] coefficients,
            double[][] rows,
            double[] d,
            double[][] others,
            Parallel parallel) {
        double[] sums = new double[others.length];
        parallel.reduce(
                x.length,
                BLOCK,
                new Pool<>(() -> new double[others.length]),
                (partial, from, to) -> {
                    scaled(c, x, d, from, to);
                    int k = 0;
                    for (; k + 4 <= rows.length; k += 4) {
                        add(coefficients, rows, k, d, from, to);
                    }
                    for (; k < rows.length; k++) {
                        axpy(coefficients[k], rows[k], d, from, to);
                    }
                    Arrays.setAll(partial, j -> dot(others[j], d, from, to));
                },
                partial -> {
                    for (int j = 0; j < sums.length; j++) {
                        sums[j] += partial[j];
                    }
                });
        return sums;
    }

    private static void scaled(double c, double[] x, double[] d, int from, int to) {
        for (int i = from; i < to; i++) {
            d[i] = c * x[i];
        }
    }

    private static void axpy(double c, double[] r, double[] d, int from, int to) {
        for (int i = from; i < to; i++) {
            d[i] += c * r[i];
        }
    }

    /** Adds rows k to k + 3. */
    private static void add(double[] c, double[][] rows, int k, double[] d, int from, int to) {
        double c0 = c[k];
        double c1 = c[k + 1];
        double c2 = c[k + 2];
        double c3 = c[k + 3];
        double[] r0 = rows[k];
        double[] r1 = rows[k + 1];
        double[] r2 = rows[k + 2];
        double[] r3 = rows[k + 3];
        for (int i = from; i < to; i++) {
            d[i] += (c0 * r0[i] + c1 * r1[i]) + (c2 * r2[i] + c3 * r3[i]);
        }
    }
}
