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
        supernode = new int[n];
        int s = -1;
        for (int j = 0; j < n; j++) {
            boolean joins = j > 0 && parent[j - 1] == j && counts[j - 1] == counts[j] + 1;
            s += joins ? 0 : 1;
            supernode[j] = s;
        }
        first = new int[s + 2];
        rowStarts = new long[s + 2];
        for (int j = n - 1; j >= 0; j--) {
            first[supernode[j]] = j;
        }
        first[s + 1] = n;
        long size = 0;
        for (int t = 0; t <= s; t++) {
            rowStarts[t + 1] = rowStarts[t] + counts[first[t]];
            size += (first[t + 1] - first[t]) * counts[first[t]];
        }
        values = size;
        boolean fits = values <= Integer.MAX_VALUE - 8;
        rows = new int[fits ? (int) rowStarts[s + 1] : 0];
        if (fits) {
            long[] end = rowStarts.clone();
            walk(parent, end, rows);
        }
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
     * k up to k (Davis, section 4.2). Counts each column; or puts k at the end of the supernode whose first column it is.
     */
    private long[] walk(int[] parent, long[] end, int[] rows) {
        int n = parent.length;
        long[] counts = new long[n];
        int[] mark = new int[n];
        for (int k = 0; k < n; k++) {
            mark[k] = k + 1;
            enter(k, k, counts, end, rows);
            for (int p = above.starts()[k]; p < above.starts()[k + 1]; p++) {
                for (int i = above.neighbours()[p]; mark[i] != k + 1; i = parent[i]) {
                    mark[i] = k + 1;
                    enter(i, k, counts, end, rows);
                }
            }
        }
        return counts;
    }

    private void enter(int column, int k, long[] counts, long[] end, int[] rows) {
        if (rows == null) {
            counts[column]++;
        } else if (first[supernode[column]] == column) {
            rows[(int) end[supernode[column]]++] = k;
        }
    }

    /**
     * The number of entries that a factor takes, in numbers of 8 bytes.
     *
     * @return the entries of L, and the little that blocks take in addition
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
        if (a.pattern() != pattern && !a.pattern().equals(pattern)) {
            throw new IllegalArgumentException("matrix " + a + ": expected the pattern that was analysed, " + pattern);
        }
        if (values > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a factor of " + values + " entries: expected at most 2^31, use conjugate gradients instead");
        }
        return SparseCholesky.of(this, a, tau);
    }
}
