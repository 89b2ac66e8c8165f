package org.hesse.linear;

import java.util.Arrays;

/**
 * Where a symmetric matrix may have entries that are not 0: its lower triangle in compressed columns, rows ascending in
 * each. The diagonal always belongs to it, so each column begins with its diagonal and a shift changes no pattern.
 * Immutable.
 */
public final class SymmetricPattern {
    final int[] starts; // column j is rows[starts[j]] … rows[starts[j + 1] − 1]
    final int[] rows;
    volatile SymbolicCholesky analysis; // kept by SymbolicCholesky once it is made

    private SymmetricPattern(int[] starts, int[] rows) {
        this.starts = starts;
        this.rows = rows;
    }

    /**
     * Makes a pattern of pairs, in any order, of either triangle, repeated or not.
     *
     * @param n the number of rows and columns, at least 0
     * @param i one index of each pair, 0 … n − 1; not modified
     * @param j the other index of each pair, as long; not modified
     * @return the pattern of these pairs and the diagonal
     */
    public static SymmetricPattern of(int n, int[] i, int[] j) {
        if (n < 0 || i.length != j.length) {
            throw new IllegalArgumentException("dimension " + n + ", " + i.length + " and " + j.length
                    + " indices: expected n >= 0, equal lengths");
        }
        int[] inRow = new int[n + 1];
        int[] inColumn = new int[n + 1];
        for (int p = 0; p < i.length; p++) {
            if (Math.min(i[p], j[p]) < 0 || Math.max(i[p], j[p]) >= n) {
                throw new IllegalArgumentException(
                        "entry " + p + " at (" + i[p] + ", " + j[p] + "): expected indices of 0 ... " + (n - 1));
            }
            inRow[Math.max(i[p], j[p])]++;
            inColumn[Math.min(i[p], j[p])]++;
        }
        Arrays.setAll(inColumn, k -> k < n ? inColumn[k] + 1 : 0); // and the diagonal
        sum(inRow);
        sum(inColumn);
        int[] byRow = new int[i.length];
        for (int p = 0; p < i.length; p++) {
            byRow[inRow[Math.max(i[p], j[p])]++] = Math.min(i[p], j[p]); // inRow[r] becomes the end of row r
        }
        int[] rows = new int[inColumn[n]];
        int[] end = inColumn.clone();
        for (int r = 0; r < n; r++) {
            rows[end[r]++] = r;
            for (int p = r == 0 ? 0 : inRow[r - 1]; p < inRow[r]; p++) {
                int c = byRow[p];
                if (rows[end[c] - 1] != r) { // rows come in ascending order: a repetition follows its first
                    rows[end[c]++] = r;
                }
            }
        }
        int[] starts = new int[n + 1];
        for (int c = 0; c < n; c++) {
            starts[c + 1] = starts[c] + end[c] - inColumn[c];
            System.arraycopy(rows, inColumn[c], rows, starts[c], end[c] - inColumn[c]);
        }
        return new SymmetricPattern(starts, Arrays.copyOf(rows, starts[n]));
    }

    /** Counts become starts: c[k] ← c[0] + … + c[k − 1]. */
    static void sum(int[] c) {
        int sum = 0;
        for (int k = 0; k < c.length; k++) {
            int count = c[k];
            c[k] = sum;
            sum = Math.addExact(sum, count);
        }
    }

    /**
     * The number of rows, and of columns.
     *
     * @return n
     */
    public int dimension() {
        return starts.length - 1;
    }

    /**
     * The number of entries in the lower triangle, the diagonal included.
     *
     * @return at least n
     */
    public int entries() {
        return rows.length;
    }

    /**
     * Where column j begins: its entries are those from {@code start(j)} to before {@code start(j + 1)}.
     *
     * @param j the column, 0 … n
     * @return the position of its diagonal entry; of n, the number of entries
     */
    public int start(int j) {
        return starts[j];
    }

    /**
     * The row of an entry.
     *
     * @param p the position of the entry
     * @return its row, not above its column
     */
    public int row(int p) {
        return rows[p];
    }

    /**
     * The position of an entry.
     *
     * @param i its row or column
     * @param j the other one
     * @return its position, negative if the pattern does not have it
     */
    public int position(int i, int j) {
        int column = Math.min(i, j);
        return Arrays.binarySearch(rows, starts[column], starts[column + 1], Math.max(i, j));
    }

    /** The pattern as a graph. */
    Adjacency adjacency() {
        int n = dimension();
        int[] from = new int[n + 1];
        for (int j = 0; j < n; j++) {
            from[j] += starts[j + 1] - starts[j] - 1;
            for (int p = starts[j] + 1; p < starts[j + 1]; p++) {
                from[rows[p]]++;
            }
        }
        sum(from);
        int[] neighbours = new int[from[n]];
        int[] end = from.clone();
        for (int j = 0; j < n; j++) { // those before j are in place when column j brings those after it
            for (int p = starts[j] + 1; p < starts[j + 1]; p++) {
                neighbours[end[rows[p]]++] = j;
            }
        }
        for (int j = 0; j < n; j++) {
            System.arraycopy(rows, starts[j] + 1, neighbours, end[j], from[j + 1] - end[j]);
        }
        return new Adjacency(from, neighbours);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SymmetricPattern p && Arrays.equals(starts, p.starts) && Arrays.equals(rows, p.rows);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return "symmetric " + dimension() + " x " + dimension() + ", " + entries() + " entries in the lower triangle";
    }
}
