package org.hesse.linear;

import java.util.Arrays;

/**
 * The factorisation AP = QR of an m × n matrix of any shape and rank, by Householder reflections with column pivoting. The
 * diagonal of R falls in size, so that its small end tells the rank.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th edition, Algorithm 5.4.1; the norms of what is left of the columns
 * are brought up to date as safely as in LAPACK (Drmač and Bujanović 2008, ACM TOMS 35, 12). A matrix with m &lt; n gets
 * rows of zeros, so that R is always n × n. Cost 2n²(m − n/3).
 *
 * @param a R on and right of the diagonal, below it the reflections, whose first component is 1; row by row, max(m, n)
 *     rows of length n
 * @param tau the factors of the reflections I − τvvᵀ, length n
 * @param pivots column j of AP is column pivots[j] of A, length n
 */
public record PivotedQr(double[] a, double[] tau, int[] pivots) {
    private static final double EPSILON = Math.ulp(1.0);
    private static final double UPDATED = Math.sqrt(EPSILON); // as far as a norm may fall before it is summed anew

    /**
     * Factorises a matrix with its columns scaled.
     *
     * @param rows m rows of length n, not modified
     * @param scales column j is divided by its scale; length n, positive
     * @return the factorisation
     */
    public static PivotedQr of(double[][] rows, double[] scales) {
        int n = scales.length;
        double[] a = new double[Math.max(rows.length, n) * n];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = rows[i][j] / scales[j];
            }
        }
        PivotedQr qr = new PivotedQr(a, new double[n], new int[n]);
        qr.factorise();
        return qr;
    }

    private void factorise() {
        int n = columns();
        double[] norms = new double[n];
        double[] sums = new double[n];
        for (int j = 0; j < n; j++) {
            pivots[j] = j;
            norms[j] = columnNorm(j, 0);
        }
        double[] summed = norms.clone(); // the norms when they were last summed
        for (int k = 0; k < n; k++) {
            int p = k;
            for (int j = k + 1; j < n; j++) {
                p = norms[j] > norms[p] ? j : p;
            }
            swap(k, p);
            norms[p] = norms[k];
            summed[p] = summed[k];
            reflect(k, sums);
            for (int j = k + 1; j < n; j++) {
                double part = Math.abs(a[k * n + j]) / norms[j];
                double left = Math.max(0, (1 - part) * (1 + part));
                double ratio = norms[j] / summed[j];
                if (norms[j] > 0 && left * ratio * ratio <= UPDATED) {
                    norms[j] = columnNorm(j, k + 1);
                    summed[j] = norms[j];
                } else if (norms[j] > 0) {
                    norms[j] *= Math.sqrt(left);
                }
            }
        }
    }

    private double columnNorm(int j, int from) {
        double largest = 0;
        for (int i = from * tau.length + j; i < a.length; i += tau.length) {
            largest = Math.max(largest, Math.abs(a[i]));
        }
        double sum = 0;
        for (int i = from * tau.length + j; i < a.length && largest > 0; i += tau.length) {
            sum += a[i] / largest * (a[i] / largest);
        }
        return largest * Math.sqrt(sum);
    }

    private void swap(int k, int p) {
        int n = tau.length;
        for (int i = 0; i < a.length && k != p; i += n) {
            double t = a[i + k];
            a[i + k] = a[i + p];
            a[i + p] = t;
        }
        int t = pivots[k];
        pivots[k] = pivots[p];
        pivots[p] = t;
    }

    /** Makes column k zero below the diagonal and reflects the columns to its right, row by row. */
    private void reflect(int k, double[] sums) {
        int n = tau.length;
        double norm = columnNorm(k, k);
        if (norm == 0) {
            return; // τ = 0: no reflection
        }
        double head = a[k * n + k];
        double beta = head > 0 ? -norm : norm;
        tau[k] = (beta - head) / beta;
        a[k * n + k] = beta;
        System.arraycopy(a, k * n, sums, 0, n);
        for (int i = (k + 1) * n; i < a.length; i += n) {
            double v = a[i + k] / (head - beta);
            a[i + k] = v;
            for (int j = k + 1; j < n; j++) {
                sums[j] += v * a[i + j];
            }
        }
        for (int j = k + 1; j < n; j++) {
            a[k * n + j] -= tau[k] * sums[j];
        }
        for (int i = (k + 1) * n; i < a.length; i += n) {
            double v = tau[k] * a[i + k];
            for (int j = k + 1; j < n; j++) {
                a[i + j] -= v * sums[j];
            }
        }
    }

    /**
     * The number of columns.
     *
     * @return n
     */
    public int columns() {
        return tau.length;
    }

    /**
     * The number of columns that rounding does not make depend on others.
     *
     * @return how many |rⱼⱼ| exceed max(m, n)·ε·|r₁₁|
     */
    public int rank() {
        int n = columns();
        double least = a.length / n * EPSILON * Math.abs(a[0]);
        int rank = 0;
        while (rank < n && Math.abs(a[rank * n + rank]) > least) {
            rank++;
        }
        return rank;
    }

    /**
     * The first n components of Qᵀb.
     *
     * @param b length m, not modified
     * @return length n; with m &lt; n the last ones are 0
     */
    public double[] projected(double[] b) {
        int n = columns();
        double[] c = Arrays.copyOf(b, a.length / n);
        for (int k = 0; k < n; k++) {
            double sum = c[k];
            for (int i = k + 1; i < c.length; i++) {
                sum += a[i * n + k] * c[i];
            }
            c[k] -= tau[k] * sum;
            for (int i = k + 1; i < c.length; i++) {
                c[i] -= tau[k] * sum * a[i * n + k];
            }
        }
        return Arrays.copyOf(c, n);
    }

    /**
     * The product RPᵀy, as long as Ay.
     *
     * @param y length n, not modified
     * @return length n
     */
    public double[] timesR(double[] y) {
        int n = columns();
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                z[i] += a[i * n + j] * y[pivots[j]];
            }
        }
        return z;
    }

    /**
     * The product PRᵀz: Aᵀb for z = Qᵀb.
     *
     * @param z length n, not modified
     * @return length n
     */
    public double[] timesTransposedR(double[] z) {
        int n = columns();
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                y[pivots[j]] += a[i * n + j] * z[i];
            }
        }
        return y;
    }

    /**
     * The product Ay.
     *
     * @param y length n, not modified
     * @param m the number of rows of A
     * @return length m
     */
    public double[] times(double[] y, int m) {
        int n = columns();
        return Arrays.copyOf(reflected(Arrays.copyOf(timesR(y), a.length / n)), m);
    }

    /**
     * Minimises ‖Ay − b‖ over the columns that do not depend on others; the components of y for the other ones are 0.
     *
     * @param c {@link #projected} b, length n, not modified
     * @param rank how many columns
     * @return y, length n
     */
    public double[] solve(double[] c, int rank) {
        int n = columns();
        double[] y = new double[n];
        for (int i = rank - 1; i >= 0; i--) {
            double sum = c[i];
            for (int j = i + 1; j < rank; j++) {
                sum -= a[i * n + j] * y[pivots[j]];
            }
            y[pivots[i]] = sum / a[i * n + i];
        }
        return y;
    }

    /**
     * The shortest y that minimises ‖Ay − b‖, by a second factorisation, of the transpose of the first rows of R (Golub and
     * Van Loan, 5.5.2).
     *
     * @param c {@link #projected} b, length n, not modified
     * @param rank the rank that is trusted
     * @return y, length n
     */
    public double[] shortest(double[] c, int rank) {
        int n = columns();
        if (rank == n || rank == 0) {
            return solve(c, rank);
        }
        double[][] transposed = new double[n][rank]; // of the first rows of R, in the order of the columns of A
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < n; j++) {
                transposed[pivots[j]][i] = a[i * n + j];
            }
        }
        double[] ones = new double[rank];
        Arrays.fill(ones, 1);
        PivotedQr second = of(transposed, ones);
        double[] z = new double[n]; // (first rows of R)Pᵀ = (P₂R₂ᵀ)Q₂ᵀ, and y = Q₂z
        for (int i = 0; i < rank; i++) {
            double sum = c[second.pivots[i]];
            for (int k = 0; k < i; k++) {
                sum -= second.a[k * rank + i] * z[k];
            }
            z[i] = sum / second.a[i * rank + i];
        }
        return second.reflected(z);
    }

    /** Qz, in place. */
    private double[] reflected(double[] z) {
        int n = columns();
        for (int k = n - 1; k >= 0; k--) {
            double sum = z[k];
            for (int i = k + 1; i < z.length; i++) {
                sum += a[i * n + k] * z[i];
            }
            z[k] -= tau[k] * sum;
            for (int i = k + 1; i < z.length; i++) {
                z[i] -= tau[k] * sum * a[i * n + k];
            }
        }
        return z;
    }
}
