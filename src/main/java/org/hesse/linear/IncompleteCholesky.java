package org.hesse.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * An incomplete Cholesky factorisation L·Lᵀ ≈ S·A·S + αI of a sparse symmetric matrix, S = diag(‖a_j‖₂)^(−½): a
 * preconditioner z = M⁻¹r with M = S⁻¹·L·Lᵀ·S⁻¹, always positive definite, whatever A is.
 *
 * <p>Column j of L keeps its largest entries, as many as A has there and p more, so memory is known beforehand. The
 * shift begins at α = 0, or where a diagonal entry is not positive so that none is, and is doubled until no pivot fails:
 * at the latest where S·A·S + αI is diagonally dominant.
 *
 * <p>Source: Lin and Moré (1999), SIAM J. Sci. Comput. 21, 24–45, algorithms 2.1, 2.2 and 4.1; α_S = 1e-3; the variables
 * stay in their order. Departs from the source: of entries of equal size those of the first rows are kept.
 */
public final class IncompleteCholesky {
    /** How many entries more than A each column may have unless told otherwise: the source's middle choice. */
    public static final int FILL = 5;

    private static final double SHIFT = 1e-3;

    private final double[] scale; // S
    private final double alpha;
    private final double[] diagonal; // of L
    private final int[]
            starts; // column j of L below the diagonal: rows[starts[j]] … rows[starts[j + 1] − 1], ascending
    private final int[] rows;
    private final double[] l;

    private IncompleteCholesky(SparseSymmetric a, int fill, double[] scale, double alpha) {
        int n = scale.length;
        this.scale = scale;
        this.alpha = alpha;
        diagonal = new double[n];
        starts = new int[n + 1];
        long most = 0;
        for (int j = 0; j < n; j++) {
            most += Math.min(n - 1L - j, a.pattern().start(j + 1) - a.pattern().start(j) - 1L + fill);
        }
        if (most > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "fill " + fill + " of " + n + " columns: expected less than 2^31 entries altogether");
        }
        rows = new int[(int) most];
        l = new double[(int) most];
    }

    /**
     * Factorises with {@value #FILL} entries more than A has in each column.
     *
     * @param a the matrix, definite or not
     * @return the preconditioner, or empty if an entry is not finite
     */
    public static Optional<IncompleteCholesky> of(SparseSymmetric a) {
        return of(a, FILL);
    }

    /**
     * Factorises.
     *
     * @param a the matrix, definite or not
     * @param fill p, how many entries more than A each column of L may have, at least 0
     * @return the preconditioner, or empty if an entry is not finite
     * @throws IllegalArgumentException if the fill is negative
     */
    public static Optional<IncompleteCholesky> of(SparseSymmetric a, int fill) {
        if (fill < 0) {
            throw new IllegalArgumentException("fill " + fill + ": expected at least 0");
        }
        double[] scale = scales(a);
        for (double s : scale) {
            if (!(s > 0 && s < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
        }
        double lowest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < scale.length; j++) {
            lowest = Math.min(lowest, scale[j] * a.value(a.pattern().start(j)) * scale[j]);
        }
        double alpha = lowest > 0 ? 0 : SHIFT - lowest;
        while (true) {
            IncompleteCholesky factor = new IncompleteCholesky(a, fill, scale, alpha);
            if (factor.factorise(a, fill)) {
                return Optional.of(factor);
            }
            alpha = Math.max(2 * alpha, SHIFT);
        }
    }

    /** ‖a_j‖^(−½), 1 for a column of zeros; not finite where an entry is not. */
    private static double[] scales(SparseSymmetric a) {
        int n = a.dimension();
        SymmetricPattern at = a.pattern();
        double[] largest = new double[n];
        for (int j = 0; j < n; j++) {
            for (int p = at.start(j); p < at.start(j + 1); p++) {
                largest[j] = Math.max(largest[j], Math.abs(a.value(p))); // NaN stays
                largest[at.row(p)] = Math.max(largest[at.row(p)], Math.abs(a.value(p)));
            }
        }
        double[] s = new double[n];
        for (int j = 0; j < n; j++) {
            s[j] += square(a.value(at.start(j)), largest[j]);
            for (int p = at.start(j) + 1; p < at.start(j + 1); p++) {
                s[j] += square(a.value(p), largest[j]);
                s[at.row(p)] += square(a.value(p), largest[at.row(p)]);
            }
        }
        for (int j = 0; j < n; j++) {
            s[j] = largest[j] == 0 ? 1 : 1 / Math.sqrt(largest[j] * Math.sqrt(s[j]));
        }
        return s;
    }

    private static double square(double x, double unit) {
        return unit == 0 ? 0 : x / unit * (x / unit);
    }

    /** Left-looking, column by column; false where a pivot is not positive. */
    private boolean factorise(SparseSymmetric a, int fill) {
        int n = scale.length;
        SymmetricPattern at = a.pattern();
        for (int j = 0; j < n; j++) {
            diagonal[j] = scale[j] * a.value(at.start(j)) * scale[j] + alpha;
        }
        int[] head = new int[n]; // the columns whose next row is j, linked by next
        int[] next = new int[n];
        int[] used = new int[n]; // where the next row of a column is
        Arrays.fill(head, -1);
        double[] w = new double[n];
        int[] found = new int[n];
        boolean[] in = new boolean[n];
        double[] sizes = new double[n];
        for (int j = 0; j < n; j++) {
            if (!(diagonal[j] > 0)) {
                return false;
            }
            double pivot = Math.sqrt(diagonal[j]);
            int count = 0;
            for (int p = at.start(j) + 1; p < at.start(j + 1); p++) {
                int i = at.row(p);
                w[i] = scale[i] * a.value(p) * scale[j];
                in[i] = true;
                found[count++] = i;
            }
            for (int k = head[j]; k >= 0; ) {
                int following = next[k];
                double ljk = l[used[k]++];
                for (int p = used[k]; p < starts[k + 1]; p++) {
                    int i = rows[p];
                    if (!in[i]) {
                        in[i] = true;
                        found[count++] = i;
                    }
                    w[i] -= ljk * l[p];
                }
                link(k, used[k], head, next);
                k = following;
            }
            int most = Math.min(count, at.start(j + 1) - at.start(j) - 1 + fill);
            keep(j, most, pivot, w, found, count, sizes);
            for (int c = 0; c < count; c++) {
                w[found[c]] = 0;
                in[found[c]] = false;
            }
            diagonal[j] = pivot;
            used[j] = starts[j];
            link(j, used[j], head, next);
        }
        return true;
    }

    private void link(int k, int p, int[] head, int[] next) {
        if (p < starts[k + 1]) {
            next[k] = head[rows[p]];
            head[rows[p]] = k;
        }
    }

    /** Makes column j of the largest entries found, and takes it from the diagonal. */
    private void keep(int j, int most, double pivot, double[] w, int[] found, int count, double[] sizes) {
        Arrays.sort(found, 0, count);
        double least = 0;
        int equal = count; // how many of exactly that size may stay
        if (count > most) {
            for (int c = 0; c < count; c++) {
                sizes[c] = Math.abs(w[found[c]]);
            }
            Arrays.sort(sizes, 0, count);
            least = most == 0 ? Double.POSITIVE_INFINITY : sizes[count - most];
            equal = most;
            for (int c = count - 1; c >= 0 && sizes[c] > least; c--) {
                equal--;
            }
        }
        int end = starts[j];
        for (int c = 0; c < count; c++) {
            int i = found[c];
            double size = Math.abs(w[i]);
            if (size > least || size == least && equal-- > 0) {
                rows[end] = i;
                l[end] = w[i] / pivot;
                diagonal[i] -= l[end] * l[end];
                end++;
            }
        }
        starts[j + 1] = end;
    }

    /**
     * Applies the preconditioner: z = S·L⁻ᵀ·L⁻¹·S·r.
     *
     * @param r length n, not modified
     * @param z receives M⁻¹r, length n, <em>modified</em>; may be the same array as {@code r}
     */
    public void solve(double[] r, double[] z) {
        int n = scale.length;
        if (r.length != n || z.length != n) {
            throw new IllegalArgumentException(
                    "vectors of length " + r.length + " and " + z.length + ": expected " + n + ", the dimension");
        }
        for (int j = 0; j < n; j++) {
            z[j] = scale[j] * r[j];
        }
        for (int j = 0; j < n; j++) {
            double y = z[j] / diagonal[j];
            z[j] = y;
            for (int p = starts[j]; p < starts[j + 1]; p++) {
                z[rows[p]] -= y * l[p];
            }
        }
        for (int j = n - 1; j >= 0; j--) {
            double sum = z[j];
            for (int p = starts[j]; p < starts[j + 1]; p++) {
                sum -= l[p] * z[rows[p]];
            }
            z[j] = sum / diagonal[j];
        }
        for (int j = 0; j < n; j++) {
            z[j] *= scale[j];
        }
    }

    /**
     * The shift that was needed.
     *
     * @return α, relative to the scaled matrix; 0 where A was factorised as it is
     */
    public double shift() {
        return alpha;
    }

    /**
     * The number of entries kept below the diagonal.
     *
     * @return at most those of A and p for each column
     */
    public int entries() {
        return starts[scale.length];
    }
}
