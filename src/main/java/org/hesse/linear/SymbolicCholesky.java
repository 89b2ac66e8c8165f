package org.hesse.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the Cholesky factorisation of a sparse matrix needs to know of its pattern: an order of elimination, and where L
 * has entries. One analysis serves any number of matrices of the same pattern, in any number of threads.
 *
 * <p>Order: minimum degree, then a postorder of the elimination tree. Columns of L with the same structure below stand
 * together as a supernode, one dense block. Source: Davis, Direct Methods for Sparse Linear Systems (2006), chapter 4;
 * Ng and Peyton (1993), SIAM J. Sci. Comput. 14, section 2, for the supernodes.
 */
public final class SymbolicCholesky {
    private static final int SMALL = 4; // blocks of so few columns are joined whatever zeros that costs
    private static final double ZEROS = 0.1; // others while their zeros are this part at most

    final SymmetricPattern pattern;
    final int[] order; // column k of L belongs to variable order[k]
    final Adjacency above; // of the permuted matrix, the rows i < k of each column k
    final int[] source; // and the position in the pattern of each
    final int[] first; // supernode s has the columns first[s] … first[s + 1] − 1
    final int[] supernode; // the supernode of each column
    final long[] rowStarts; // supernode s has the rows rows[rowStarts[s]] …, first its own columns, ascending
    final int[] rows;
    final long values; // the sizes of all blocks

    private SymbolicCholesky(SymmetricPattern pattern, int[] fillReducing) {
        this.pattern = pattern;
        int n = pattern.dimension();
        Adjacency graph = pattern.adjacency();
        int[] parent = EliminationTree.of(permuted(graph, fillReducing));
        int[] post = EliminationTree.postorder(parent);
        order = new int[n];
        Arrays.setAll(order, k -> fillReducing[post[k]]);
        above = permuted(graph, order);
        source = sources();
        parent = EliminationTree.of(above);
        long[] counts = walk(parent, null, null);
        first = blocks(parent, counts);
        int supernodes = first.length - 1;
        supernode = new int[n];
        rowStarts = new long[supernodes + 1];
        int[] lead = new int[supernodes];
        long size = 0;
        for (int s = 0; s < supernodes; s++) {
            lead[s] = first[s];
            for (int j = first[s]; j < first[s + 1]; j++) {
                supernode[j] = s;
                lead[s] = j > first[s] && counts[j - 1] != counts[j] + 1 ? j : lead[s];
            }
            long height = lead[s] - first[s] + counts[lead[s]];
            rowStarts[s + 1] = rowStarts[s] + height;
            size += (first[s + 1] - first[s]) * height;
        }
        values = size;
        boolean fits = values <= Integer.MAX_VALUE - 8;
        rows = new int[fits ? (int) rowStarts[supernodes] : 0];
        if (fits) {
            long[] end = rowStarts.clone();
            for (int s = 0; s < supernodes; s++) {
                for (int j = first[s]; j < lead[s]; j++) {
                    rows[(int) end[s]++] = j;
                }
            }
            walk(parent, lead, end);
        }
    }

    /**
     * The first columns of the blocks. Column j joins the block before it if that loses nothing, or if j is its parent and
     * few zeros are stored for it: larger blocks are worth that (the relaxed supernodes of Ashcraft and Grimes 1989).
     */
    private static int[] blocks(int[] parent, long[] counts) {
        int n = parent.length;
        int[] width = new int[n + 1]; // of the columns from j on with the structure of column j
        for (int j = n - 1; j >= 0; j--) {
            width[j] = parent[j] == j + 1 && counts[j] == counts[j + 1] + 1 ? width[j + 1] + 1 : 1;
        }
        int[] first = new int[n + 1];
        int blocks = 0;
        long zeros = 0;
        int lead = 0; // the block at hand has the structure of this column, and all its own columns
        for (int j = 0; j < n; j++) {
            boolean child = j > 0 && parent[j - 1] == j;
            if (!child || counts[j - 1] != counts[j] + 1) {
                long before = j - first[Math.max(blocks - 1, 0)];
                long more = zeros + before * (j - lead + counts[j] - counts[lead]);
                long after = before + width[j];
                if (child && (after <= SMALL || more <= ZEROS * after * (before + counts[j]))) {
                    zeros = more;
                } else {
                    first[blocks++] = j;
                    zeros = 0;
                }
                lead = j;
            }
        }
        first[blocks] = n;
        return Arrays.copyOf(first, blocks + 1);
    }

    /**
     * Analyses a pattern.
     *
     * @param pattern where the matrices have entries
     * @return the analysis
     */
    public static SymbolicCholesky of(SymmetricPattern pattern) {
        return new SymbolicCholesky(pattern, MinimumDegree.of(pattern));
    }

    /**
     * Analyses a pattern once: the analysis is kept as long as the pattern is.
     *
     * @param pattern where the matrices have entries
     * @return the analysis
     */
    public static SymbolicCholesky kept(SymmetricPattern pattern) {
        SymbolicCholesky analysis = pattern.analysis;
        if (analysis == null) { // two threads at once make the same one
            analysis = of(pattern);
            pattern.analysis = analysis;
        }
        return analysis;
    }

    /** Rows before k of each column k when the vertex of place k is order[k]. */
    private static Adjacency permuted(Adjacency graph, int[] order) {
        int n = order.length;
        int[] place = new int[n];
        for (int k = 0; k < n; k++) {
            place[order[k]] = k;
        }
        int[] starts = new int[n + 1];
        int[] above = new int[graph.neighbours().length / 2];
        int end = 0;
        for (int k = 0; k < n; k++) {
            for (int p = graph.starts()[order[k]]; p < graph.starts()[order[k] + 1]; p++) {
                int i = place[graph.neighbours()[p]];
                if (i < k) {
                    above[end++] = i;
                }
            }
            starts[k + 1] = end;
        }
        return new Adjacency(starts, above);
    }

    private int[] sources() {
        int[] source = new int[above.neighbours().length];
        for (int k = 0; k < order.length; k++) {
            for (int p = above.starts()[k]; p < above.starts()[k + 1]; p++) {
                source[p] = pattern.position(order[above.neighbours()[p]], order[k]);
            }
        }
        return source;
    }

    /**
     * Goes over the entries of L row by row: row k has the columns on the paths in the tree from the entries of A in row
     * k up to k (Davis, section 4.2). Counts each column; or puts k at the end of the block whose structure it has.
     */
    private long[] walk(int[] parent, int[] lead, long[] end) {
        int n = parent.length;
        long[] counts = new long[n];
        int[] mark = new int[n];
        for (int k = 0; k < n; k++) {
            mark[k] = k + 1;
            enter(k, k, counts, lead, end);
            for (int p = above.starts()[k]; p < above.starts()[k + 1]; p++) {
                for (int i = above.neighbours()[p]; mark[i] != k + 1; i = parent[i]) {
                    mark[i] = k + 1;
                    enter(i, k, counts, lead, end);
                }
            }
        }
        return counts;
    }

    private void enter(int column, int k, long[] counts, int[] lead, long[] end) {
        if (lead == null) {
            counts[column]++;
        } else if (lead[supernode[column]] == column) {
            rows[(int) end[supernode[column]]++] = k;
        }
    }

    /**
     * The number of entries that a factor takes, in numbers of 8 bytes.
     *
     * @return the entries of L, and the zeros that its blocks hold
     */
    public long entries() {
        return values;
    }

    /**
     * Factorises A + τI.
     *
     * @param a a matrix of this pattern
     * @param tau τ
     * @return the factorisation, or empty if A + τI is not positive definite to working precision, or has an entry that
     *     is not a number
     * @throws IllegalArgumentException if the matrix has another pattern, or L more entries than an array can hold
     */
    public Optional<SparseCholesky> factorise(SparseSymmetric a, double tau) {
        check(a);
        return SparseCholesky.of(this, a, tau);
    }

    SparseCholesky attempt(SparseSymmetric a, double tau) {
        check(a);
        return SparseCholesky.attempt(this, a, tau);
    }

    private void check(SparseSymmetric a) {
        if (a.pattern() != pattern && !a.pattern().equals(pattern)) {
            throw new IllegalArgumentException("matrix " + a + ": expected the pattern that was analysed, " + pattern);
        }
        if (values > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a factor of " + values + " entries: expected at most 2^31, use conjugate gradients instead");
        }
    }
}
