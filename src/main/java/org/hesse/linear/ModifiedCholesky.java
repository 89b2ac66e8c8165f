package org.hesse.linear;

/**
 * A factorisation H + E = Pᵀ·L·D·Lᵀ·P that is positive definite with bounded elements whatever the symmetric matrix H;
 * E is diagonal, at least 0, and 0 where H is positive definite with pivots above the floor.
 *
 * <p>Source: Gill, Murray and Wright, Practical Optimization (1981), section 4.4.2.2, with diagonal pivoting: pivots are
 * d = max(|c|, (θ/β)², δ), θ the largest element below the pivot c, β² = max(γ, ξ/√(n²−1)), γ and ξ the largest
 * elements of H on and off the diagonal. Departs from the source: the floor δ is relative, ε·(γ + ξ), and H = 0 gives
 * E = I. Cost n³/3.
 *
 * <p>On random indefinite matrices ‖E‖ is about 2·|λ_min| up to n = 10, as if negative eigenvalues were mirrored, but
 * 6·|λ_min| at n = 20 and 70·|λ_min| at n = 100: the bounds on the elements cost more the larger n is.
 * {@link #schnabelEskow} adds less there.
 */
public final class ModifiedCholesky {
    private static final double EPSILON = Math.ulp(1.0);

    private final double[][] l; // unit lower triangular: row i of length i
    private final double[] d;
    private final double[] added;
    private final int[] order; // row i of the factors belongs to variable order[i]

    ModifiedCholesky(double[][] l, double[] d, double[] added, int[] order) {
        this.l = l;
        this.d = d;
        this.added = added;
        this.order = order;
    }

    /**
     * Factorises as Schnabel and Eskow (1999) do, which adds less.
     *
     * @param h n rows of length n, finite, of which the lower triangle is read; not modified
     * @return the factorisation; E is 0 where H is positive definite with a condition of less than about 1e10
     * @throws IllegalArgumentException if H is not square or an entry is not finite
     */
    public static ModifiedCholesky schnabelEskow(double[][] h) {
        return new SchnabelEskow(h).run();
    }

    /**
     * Factorises with the pivot floor ε·(γ + ξ).
     *
     * @param h n rows of length n, finite, of which the lower triangle is read; not modified
     * @return the factorisation
     * @throws IllegalArgumentException if H is not square or an entry is not finite
     */
    public static ModifiedCholesky of(double[][] h) {
        return of(h, EPSILON);
    }

    /**
     * Factorises.
     *
     * @param h n rows of length n, finite, of which the lower triangle is read; not modified
     * @param floor the smallest pivot relative to γ + ξ, in (0, 1); it bounds the condition of H + E
     * @return the factorisation
     * @throws IllegalArgumentException if H is not square or an entry is not finite
     */
    public static ModifiedCholesky of(double[][] h, double floor) {
        if (!(floor > 0 && floor < 1)) {
            throw new IllegalArgumentException("pivot floor " + floor + ": expected 0 < floor < 1");
        }
        int n = h.length;
        double[][] c = new double[n][];
        int[] order = new int[n];
        double gamma = 0;
        double xi = 0;
        for (int i = 0; i < n; i++) {
            c[i] = lowerRow(h, i);
            order[i] = i;
            gamma = Math.max(gamma, Math.abs(c[i][i]));
            for (int j = 0; j < i; j++) {
                xi = Math.max(xi, Math.abs(c[i][j]));
            }
        }
        boolean zero = gamma + xi == 0;
        double beta2 = zero ? 1 : Math.max(gamma, n > 1 ? xi / Math.sqrt((double) n * n - 1) : 0);
        double delta = zero ? 1 : floor * (gamma + xi);
        double[] d = new double[n];
        double[] added = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            bringLargestPivot(c, order, j);
            double theta = 0;
            for (int i = j + 1; i < n; i++) {
                column[i] = c[i][j];
                theta = Math.max(theta, Math.abs(column[i]));
            }
            double pivot = c[j][j];
            d[j] = Math.max(Math.max(Math.abs(pivot), theta * (theta / beta2)), delta);
            added[order[j]] = d[j] - pivot;
            for (int i = j + 1; i < n; i++) {
                double[] row = c[i];
                double lij = column[i] / d[j];
                row[j] = lij;
                for (int s = j + 1; s <= i; s++) {
                    row[s] -= lij * column[s];
                }
            }
        }
        return new ModifiedCholesky(c, d, added, order);
    }

    static double[] lowerRow(double[][] h, int i) {
        if (h[i].length != h.length) {
            throw new IllegalArgumentException("matrix row " + i + " has " + h[i].length + " entries: expected "
                    + h.length + ", the number of rows");
        }
        double[] row = new double[i + 1];
        for (int j = 0; j <= i; j++) {
            row[j] = h[i][j];
            if (!Double.isFinite(row[j])) {
                throw new IllegalArgumentException(
                        "matrix entry in row " + i + ", column " + j + " is " + row[j] + ": expected a finite number");
            }
        }
        return row;
    }

    /** Swaps variable j with the later one of largest diagonal element. */
    private static void bringLargestPivot(double[][] c, int[] order, int j) {
        int q = j;
        for (int i = j + 1; i < c.length; i++) {
            if (Math.abs(c[i][i]) > Math.abs(c[q][q])) {
                q = i;
            }
        }
        exchange(c, order, j, q);
    }

    /** Swaps variables j ≤ q in the lower triangle and its finished part. */
    static void exchange(double[][] c, int[] order, int j, int q) {
        if (q == j) {
            return;
        }
        int variable = order[j];
        order[j] = order[q];
        order[q] = variable;
        for (int k = 0; k < j; k++) {
            swap(c[j], k, c[q], k);
        }
        swap(c[j], j, c[q], q);
        for (int i = j + 1; i < q; i++) {
            swap(c[i], j, c[q], i);
        }
        for (int i = q + 1; i < c.length; i++) {
            swap(c[i], j, c[i], q);
        }
    }

    private static void swap(double[] x, int i, double[] y, int j) {
        double t = x[i];
        x[i] = y[j];
        y[j] = t;
    }

    /**
     * Solves (H + E)·x = b.
     *
     * @param b length n, not modified
     * @return x
     */
    public double[] solve(double[] b) {
        int n = d.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = b[order[i]];
            for (int j = 0; j < i; j++) {
                sum -= l[i][j] * y[j];
            }
            y[i] = sum;
        }
        for (int i = 0; i < n; i++) {
            y[i] /= d[i];
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            x[order[i]] = y[i];
            for (int j = 0; j < i; j++) {
                y[j] -= l[i][j] * y[i];
            }
        }
        return x;
    }

    /**
     * What was added to the diagonal.
     *
     * @return E as a vector of length n, in the order of the variables, each at least 0
     */
    public double[] added() {
        return added.clone();
    }

    /**
     * The size of the change.
     *
     * @return ‖E‖₂ = the largest element; 0 if H was factorised as it is
     */
    public double change() {
        return Vectors.normInf(added);
    }
}
