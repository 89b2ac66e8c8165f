package org.hesse.data;

import java.util.Arrays;

/**
 * Rows of which only the entries that are not 0 are stored: those of row i are at {@code start[i]} to
 * {@code start[i + 1] − 1} of the two arrays (compressed sparse rows).
 *
 * @param columns d, at least 1
 * @param start N + 1 numbers, the first 0, not descending, the last the length of the two arrays; not to be modified
 * @param index the columns, ascending within a row, from 0 to d − 1; not to be modified
 * @param value the entries, finite; not to be modified
 */
public record SparseRows(int columns, int[] start, int[] index, double[] value) {
    /** Checks the structure. */
    public SparseRows {
        if (start.length == 0
                || start[0] != 0
                || start[start.length - 1] != index.length
                || index.length != value.length) {
            throw new IllegalArgumentException("sparse rows: start from " + (start.length == 0 ? "nowhere" : start[0])
                    + ", " + index.length + " columns, " + value.length
                    + " values; expected a start from 0 to the number of columns, and as many values");
        }
        for (int i = 0; i + 1 < start.length; i++) {
            if (start[i + 1] < start[i] || start[i + 1] > index.length) {
                throw new IllegalArgumentException(
                        "sparse rows: row " + i + " ends before it starts, or beyond the end");
            }
            for (int p = start[i]; p < start[i + 1]; p++) {
                int least = p == start[i] ? 0 : index[p - 1] + 1;
                if (index[p] < least || index[p] >= columns || !Double.isFinite(value[p])) {
                    throw new IllegalArgumentException("sparse rows: column " + index[p] + " of row " + i + " is "
                            + value[p] + ", expected a column from " + least + " to " + (columns - 1)
                            + " and a finite number");
                }
            }
        }
    }

    /**
     * Of dense rows.
     *
     * @param rows at least one, all of the same length, not modified
     * @return the same numbers
     */
    public static SparseRows of(double[][] rows) {
        int[] start = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            start[i + 1] = start[i];
            for (double entry : rows[i]) {
                start[i + 1] += entry == 0 ? 0 : 1;
            }
        }
        int[] index = new int[start[rows.length]];
        double[] value = new double[index.length];
        int at = 0;
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                if (row[j] != 0) {
                    index[at] = j;
                    value[at++] = row[j];
                }
            }
        }
        return new SparseRows(rows[0].length, start, index, value);
    }

    /**
     * The number of rows.
     *
     * @return N
     */
    public int rows() {
        return start.length - 1;
    }

    /**
     * One row with its zeros.
     *
     * @param i its number
     * @param row receives it, length d, <em>modified</em>
     */
    public void copy(int i, double[] row) {
        Arrays.fill(row, 0);
        for (int p = start[i]; p < start[i + 1]; p++) {
            row[index[p]] = value[p];
        }
    }

    SparseRows pick(int... order) {
        int[] starts = new int[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            starts[i + 1] = starts[i] + start[order[i] + 1] - start[order[i]];
        }
        int[] columnsPicked = new int[starts[order.length]];
        double[] values = new double[columnsPicked.length];
        for (int i = 0; i < order.length; i++) {
            int length = starts[i + 1] - starts[i];
            System.arraycopy(index, start[order[i]], columnsPicked, starts[i], length);
            System.arraycopy(value, start[order[i]], values, starts[i], length);
        }
        return new SparseRows(columns, starts, columnsPicked, values);
    }

    /** Each column multiplied by its factor. */
    SparseRows scaled(double[] factors) {
        double[] values = value.clone();
        for (int p = 0; p < values.length; p++) {
            values[p] *= factors[index[p]];
        }
        return new SparseRows(columns, start, index, values);
    }

    /** One more column, last, of ones. */
    SparseRows withConstant() {
        int n = rows();
        int[] starts = new int[n + 1];
        Arrays.setAll(starts, i -> start[i] + i);
        int[] longer = new int[index.length + n];
        double[] values = new double[longer.length];
        for (int i = 0; i < n; i++) {
            int length = start[i + 1] - start[i];
            System.arraycopy(index, start[i], longer, starts[i], length);
            System.arraycopy(value, start[i], values, starts[i], length);
            longer[starts[i] + length] = columns;
            values[starts[i] + length] = 1;
        }
        return new SparseRows(columns + 1, starts, longer, values);
    }

    @Override
    public String toString() {
        return "SparseRows[" + rows() + " x " + columns + ", " + value.length + " entries]";
    }
}
