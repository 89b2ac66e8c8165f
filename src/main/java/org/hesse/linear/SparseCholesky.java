package org.hesse.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Cholesky factorisation PAPᵀ = LLᵀ of a sparse symmetric positive definite matrix.
 *
 * <p>Left-looking by supernodes: a block of columns takes the updates of all earlier blocks that have rows in it, then is
 * factorised as a dense matrix; so the work is done on runs of memory. Source: Ng and Peyton (1993), SIAM J. Sci.
 * Comput. 14, 1034–1056, the algorithm "left-looking sup-col"; the linked lists of George and Liu (1981), section 5.4.
 * Which blocks there are, {@link SymbolicCholesky} knows.
 */
public final class SparseCholesky {
    private final SymbolicCholesky symbolic;
    private final int[] at; // block s begins at l[at[s]]: columns of equal length, each with all rows of s
    private final double[] l;
    private int failed = -1; // the column whose pivot was not positive

    private SparseCholesky(SymbolicCholesky symbolic) {
        this.symbolic = symbolic;
        int supernodes = symbolic.first.length - 1;
        at = new int[supernodes + 1];
        for (int s = 0; s < supernodes; s++) {
            at[s + 1] = at[s] + width(s) * height(s);
        }
        l = new double[at[supernodes]];
    }

    /**
     * Factorises a matrix. For several matrices of one pattern, analyse it once by {@link SymbolicCholesky}.
     *
     * @param a the matrix
     * @return the factorisation, or empty if A is not positive definite to working precision, or has an entry that is
     *     not a number
     */
    public static Optional<SparseCholesky> of(SparseSymmetric a) {
        return SymbolicCholesky.of(a.pattern()).factorise(a, 0);
    }

    static Optional<SparseCholesky> of(SymbolicCholesky symbolic, SparseSymmetric a, double tau) {
        SparseCholesky cholesky = attempt(symbolic, a, tau);
        return cholesky.failed < 0 ? Optional.of(cholesky) : Optional.empty();
    }

    /** The factorisation of A + τI as far as it came: {@link #isComplete}, or {@link #lowestSeen} is not positive. */
    static SparseCholesky attempt(SymbolicCholesky symbolic, SparseSymmetric a, double tau) {
        SparseCholesky cholesky = new SparseCholesky(symbolic);
        cholesky.assemble(a, tau);
        cholesky.factorise();
        return cholesky;
    }

    boolean isComplete() {
        return failed < 0;
    }

    /**
     * Of a factorisation that failed at column k: vᵀ(A + τI)v/vᵀv = c/vᵀv for the pivot c and L₁₁ᵀv₁ = −l_k, v_k = 1, as
     * in Moré and Sorensen (1983), SIAM J. Sci. Stat. Comput. 4, section 3: no lowest eigenvalue is above it.
     */
    double lowestSeen() {
        double[] v = new double[symbolic.order.length];
        v[failed] = 1;
        for (int j = failed - 1; j >= 0; j--) {
            backward(v, j);
        }
        int s = symbolic.supernode[failed];
        double pivot = l[at[s] + (failed - symbolic.first[s]) * (height(s) + 1)];
        double norm = Vectors.norm(v);
        return pivot / norm / norm;
    }

    private int width(int s) {
        return symbolic.first[s + 1] - symbolic.first[s];
    }

    private int height(int s) {
        return (int) (symbolic.rowStarts[s + 1] - symbolic.rowStarts[s]);
    }

    private void assemble(SparseSymmetric a, double tau) {
        int[] starts = symbolic.above.starts();
        for (int k = 0; k < symbolic.order.length; k++) {
            l[place(k, k)] = a.value(a.pattern().start(symbolic.order[k])) + tau;
            for (int p = starts[k]; p < starts[k + 1]; p++) {
                l[place(k, symbolic.above.neighbours()[p])] = a.value(symbolic.source[p]);
            }
        }
    }

    private int place(int row, int column) {
        int s = symbolic.supernode[column];
        int start = (int) symbolic.rowStarts[s];
        int r = Arrays.binarySearch(symbolic.rows, start, start + height(s), row) - start;
        return at[s] + (column - symbolic.first[s]) * height(s) + r;
    }

    private void factorise() {
        int supernodes = at.length - 1;
        int n = symbolic.order.length;
        int[] rows = symbolic.rows;
        int[] head = new int[supernodes]; // the blocks whose next row is in s, linked by next
        int[] next = new int[supernodes];
        int[] done = new int[supernodes]; // how many rows of a block have been used
        int[] where = new int[n]; // the place of a row in the block at hand
        double[] column = new double[n];
        Arrays.fill(head, -1);
        for (int s = 0; s < supernodes; s++) {
            int start = (int) symbolic.rowStarts[s];
            for (int r = 0; r < height(s); r++) {
                where[rows[start + r]] = r;
            }
            for (int k = head[s]; k >= 0; ) {
                int following = next[k];
                done[k] = update(s, k, done[k], where, column);
                link(k, done[k], head, next);
                k = following;
            }
            if (!eliminate(s)) {
                return;
            }
            done[s] = width(s);
            link(s, done[s], head, next);
        }
    }

    private void link(int k, int used, int[] head, int[] next) {
        if (used < height(k)) {
            int s = symbolic.supernode[symbolic.rows[(int) symbolic.rowStarts[k] + used]];
            next[k] = head[s];
            head[s] = k;
        }
    }

    /** Subtracts from block s the products of block k: its rows from number q on meet s. Returns the row that does not. */
    private int update(int s, int k, int q, int[] where, double[] column) {
        int[] rows = symbolic.rows;
        int start = (int) symbolic.rowStarts[k];
        int height = height(k);
        int from = at[k];
        int to = at[k + 1];
        int beyond = symbolic.first[s + 1];
        int row = q;
        for (; row < height && rows[start + row] < beyond; row++) {
            int target = at[s] + (rows[start + row] - symbolic.first[s]) * height(s);
            if (to - from == height) { // a single column needs no sum
                double c = l[from + row];
                for (int r = row; r < height; r++) {
                    l[target + where[rows[start + r]]] -= c * l[from + r];
                }
            } else {
                int length = height - row;
                Arrays.fill(column, 0, length, 0);
                subtract(from + row, to, height, column, 0, length);
                for (int r = 0; r < length; r++) {
                    l[target + where[rows[start + row + r]]] += column[r];
                }
            }
        }
        return row;
    }

    /** y ← y − Σ c·(column), c the first entry of each column that begins at from, from + step, … before to. */
    private void subtract(int from, int to, int step, double[] y, int offset, int length) {
        int p = from;
        for (; p + 3 * step < to; p += 4 * step) {
            int p1 = p + step;
            int p2 = p1 + step;
            int p3 = p2 + step;
            double c0 = l[p];
            double c1 = l[p1];
            double c2 = l[p2];
            double c3 = l[p3];
            for (int r = 0; r < length; r++) {
                y[offset + r] -= (c0 * l[p + r] + c1 * l[p1 + r]) + (c2 * l[p2 + r] + c3 * l[p3 + r]);
            }
        }
        for (; p < to; p += step) {
            double c = l[p];
            for (int r = 0; r < length; r++) {
                y[offset + r] -= c * l[p + r];
            }
        }
    }

    /** The dense Cholesky factorisation of a block, and of the rows below its square. */
    private boolean eliminate(int s) {
        int height = height(s);
        for (int c = 0; c < width(s); c++) {
            int pivot = at[s] + c * height + c;
            subtract(at[s] + c, pivot, height, l, pivot, height - c);
            double root = Math.sqrt(l[pivot]);
            if (!(root > 0 && root < Double.POSITIVE_INFINITY)) {
                failed = symbolic.first[s] + c;
                return false;
            }
            for (int r = 0; r < height - c; r++) {
                l[pivot + r] /= root;
            }
        }
        return true;
    }

    /**
     * Solves A·x = b in place.
     *
     * @param b length n, receives x, <em>modified</em>
     */
    public void solve(double[] b) {
        int n = symbolic.order.length;
        if (b.length != n) {
            throw new IllegalArgumentException("right-hand side of length " + b.length + ": expected " + n);
        }
        double[] x = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = b[symbolic.order[k]];
        }
        for (int j = 0; j < n; j++) { // Ly = Pb
            int s = symbolic.supernode[j];
            int p = at[s] + (j - symbolic.first[s]) * height(s) - (int) symbolic.rowStarts[s];
            int r = (int) symbolic.rowStarts[s] + j - symbolic.first[s];
            double y = x[j] / l[p + r];
            x[j] = y;
            for (r++; r < symbolic.rowStarts[s + 1]; r++) {
                x[symbolic.rows[r]] -= y * l[p + r];
            }
        }
        for (int j = n - 1; j >= 0; j--) { // LᵀPx = y
            backward(x, j);
        }
        for (int k = 0; k < n; k++) {
            b[symbolic.order[k]] = x[k];
        }
    }

    /** The row j of Lᵀx = y, those after it done. */
    private void backward(double[] x, int j) {
        int s = symbolic.supernode[j];
        int p = at[s] + (j - symbolic.first[s]) * height(s) - (int) symbolic.rowStarts[s];
        int diagonal = (int) symbolic.rowStarts[s] + j - symbolic.first[s];
        double sum = x[j];
        for (int r = diagonal + 1; r < symbolic.rowStarts[s + 1]; r++) {
            sum -= x[symbolic.rows[r]] * l[p + r];
        }
        x[j] = sum / l[p + diagonal];
    }

    /**
     * The logarithm of the determinant.
     *
     * @return log det A
     */
    public double logDeterminant() {
        double sum = 0;
        for (int s = 0; s < at.length - 1; s++) {
            for (int c = 0; c < width(s); c++) {
                sum += Math.log(l[at[s] + c * height(s) + c]);
            }
        }
        return 2 * sum;
    }
}
