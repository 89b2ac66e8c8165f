package org.hesse.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Cholesky factorisation PAPᵀ = LLᵀ of a sparse symmetric positive definite matrix.
 *
 * <p>Left-looking by supernodes: a block of columns takes the updates of all earlier blocks that have rows in it, then is
 * factorised as a dense matrix. Each column is an array with places for all rows of its block, so that columns are read at
 * the same index, which the compiler vectorises. Source: Ng and Peyton (1993), SIAM J. Sci.
 * Comput. 14, 1034–1056, the algorithm "left-looking sup-col"; the linked lists of George and Liu (1981), section 5.4.
 * Which blocks there are, {@link SymbolicCholesky} knows.
 */
public final class SparseCholesky {
    private final SymbolicCholesky symbolic;
    private final double[][]
            l; // column j with a place for each row of its block; those above the diagonal mean nothing
    private int failed = -1; // the column whose pivot was not positive

    private SparseCholesky(SymbolicCholesky symbolic) {
        this.symbolic = symbolic;
        l = new double[symbolic.order.length][];
        for (int s = 0; s < symbolic.first.length - 1; s++) {
            for (int j = symbolic.first[s]; j < symbolic.first[s + 1]; j++) {
                l[j] = new double[height(s)];
            }
        }
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
        double pivot = l[failed][failed - symbolic.first[s]];
        double norm = Vectors.norm(v);
        return pivot / norm / norm;
    }

    private int height(int s) {
        return (int) (symbolic.rowStarts[s + 1] - symbolic.rowStarts[s]);
    }

    private void assemble(SparseSymmetric a, double tau) {
        int[] starts = symbolic.above.starts();
        for (int k = 0; k < symbolic.order.length; k++) {
            l[k][place(k, k)] = a.value(a.pattern().start(symbolic.order[k])) + tau;
            for (int p = starts[k]; p < starts[k + 1]; p++) {
                int j = symbolic.above.neighbours()[p];
                l[j][place(k, j)] = a.value(symbolic.source[p]);
            }
        }
    }

    private int place(int row, int column) {
        int s = symbolic.supernode[column];
        int start = (int) symbolic.rowStarts[s];
        return Arrays.binarySearch(symbolic.rows, start, start + height(s), row) - start;
    }

    private void factorise() {
        int supernodes = symbolic.first.length - 1;
        int n = symbolic.order.length;
        int[] rows = symbolic.rows;
        int[] head = new int[supernodes]; // the blocks whose next row is in s, linked by next
        int[] next = new int[supernodes];
        int[] done = new int[supernodes]; // how many rows of a block have been used
        int[] where = new int[n]; // the place of a row in the block at hand
        double[] y = new double[n];
        Arrays.fill(head, -1);
        for (int s = 0; s < supernodes; s++) {
            int start = (int) symbolic.rowStarts[s];
            for (int r = 0; r < height(s); r++) {
                where[rows[start + r]] = r;
            }
            for (int k = head[s]; k >= 0; ) {
                int following = next[k];
                done[k] = update(s, k, done[k], where, y);
                link(k, done[k], head, next);
                k = following;
            }
            if (!eliminate(s)) {
                return;
            }
            done[s] = symbolic.first[s + 1] - symbolic.first[s];
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
    private int update(int s, int k, int q, int[] where, double[] y) {
        int[] rows = symbolic.rows;
        int start = (int) symbolic.rowStarts[k];
        int height = height(k);
        int row = q;
        for (; row < height && rows[start + row] < symbolic.first[s + 1]; row++) {
            double[] target = l[rows[start + row]];
            Arrays.fill(y, row, height, 0);
            subtract(k, symbolic.first[k + 1], row, y);
            for (int r = row; r < height; r++) {
                target[where[rows[start + r]]] += y[r];
            }
        }
        return row;
    }

    /** y ← y − Σ c·(column) from a row on, c the entry there, over the columns of block k before a certain one. */
    private void subtract(int k, int before, int row, double[] y) {
        int height = height(k);
        int j = symbolic.first[k];
        for (; j + 3 < before; j += 4) {
            double[] l0 = l[j];
            double[] l1 = l[j + 1];
            double[] l2 = l[j + 2];
            double[] l3 = l[j + 3];
            double c0 = l0[row];
            double c1 = l1[row];
            double c2 = l2[row];
            double c3 = l3[row];
            for (int r = row; r < height; r++) {
                y[r] -= (c0 * l0[r] + c1 * l1[r]) + (c2 * l2[r] + c3 * l3[r]);
            }
        }
        for (; j < before; j++) {
            double[] lj = l[j];
            double c = lj[row];
            for (int r = row; r < height; r++) {
                y[r] -= c * lj[r];
            }
        }
    }

    /** The dense Cholesky factorisation of a block, and of the rows below its square. */
    private boolean eliminate(int s) {
        for (int j = symbolic.first[s]; j < symbolic.first[s + 1]; j++) {
            double[] column = l[j];
            int c = j - symbolic.first[s];
            subtract(s, j, c, column);
            double root = Math.sqrt(column[c]);
            if (!(root > 0 && root < Double.POSITIVE_INFINITY)) {
                failed = j;
                return false;
            }
            for (int r = c; r < column.length; r++) {
                column[r] /= root;
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
            int start = (int) symbolic.rowStarts[s];
            int r = j - symbolic.first[s];
            double[] column = l[j];
            double y = x[j] / column[r];
            x[j] = y;
            for (r++; r < column.length; r++) {
                x[symbolic.rows[start + r]] -= y * column[r];
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
        int start = (int) symbolic.rowStarts[s];
        int diagonal = j - symbolic.first[s];
        double[] column = l[j];
        double sum = x[j];
        for (int r = diagonal + 1; r < column.length; r++) {
            sum -= x[symbolic.rows[start + r]] * column[r];
        }
        x[j] = sum / column[diagonal];
    }

    /**
     * The logarithm of the determinant.
     *
     * @return log det A
     */
    public double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < l.length; j++) {
            sum += Math.log(l[j][j - symbolic.first[symbolic.supernode[j]]]);
        }
        return 2 * sum;
    }
}
