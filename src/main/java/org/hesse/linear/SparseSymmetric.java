package org.hesse.linear;

import java.util.Arrays;

/**
 * A symmetric matrix of few entries: the values of its {@link SymmetricPattern}.
 */
public final class SparseSymmetric implements LinearMap {
    private final SymmetricPattern pattern;
    private final double[] values;

    /**
     * Makes a matrix.
     *
     * @param pattern where the entries are
     * @param values an entry for each position of the pattern; kept, not copied
     */
    public SparseSymmetric(SymmetricPattern pattern, double[] values) {
        if (values.length != pattern.entries()) {
            throw new IllegalArgumentException(
                    values.length + " values: expected " + pattern.entries() + ", the entries of the pattern");
        }
        this.pattern = pattern;
        this.values = values;
    }

    /**
     * Makes a matrix of triplets (i, j, value). An entry beside the diagonal is given once, in either triangle; entries
     * at the same place are added.
     *
     * @param n the number of rows and columns
     * @param i one index of each entry, 0 … n − 1; not modified
     * @param j the other index, as long; not modified
     * @param value the entries, as many; not modified
     * @return the matrix
     */
    public static SparseSymmetric of(int n, int[] i, int[] j, double[] value) {
        SymmetricPattern pattern = SymmetricPattern.of(n, i, j);
        if (value.length != i.length) {
            throw new IllegalArgumentException(
                    value.length + " values: expected " + i.length + ", the number of indices");
        }
        double[] values = new double[pattern.entries()];
        for (int p = 0; p < value.length; p++) {
            values[pattern.position(i[p], j[p])] += value[p];
        }
        return new SparseSymmetric(pattern, values);
    }

    /**
     * The number of rows, and of columns.
     *
     * @return n
     */
    public int dimension() {
        return pattern.dimension();
    }

    /**
     * Where the entries are.
     *
     * @return the pattern
     */
    public SymmetricPattern pattern() {
        return pattern;
    }

    /**
     * The entry at a position of the pattern.
     *
     * @param p the position
     * @return its value
     */
    public double value(int p) {
        return values[p];
    }

    /**
     * An entry.
     *
     * @param i its row
     * @param j its column
     * @return a_ij, 0 outside the pattern
     */
    public double get(int i, int j) {
        int p = pattern.position(i, j);
        return p < 0 ? 0 : values[p];
    }

    @Override
    public void times(double[] v, double[] av) {
        int n = dimension();
        if (v.length != n || av.length != n) {
            throw new IllegalArgumentException(
                    "vectors of length " + v.length + " and " + av.length + ": expected " + n + ", the dimension");
        }
        int[] starts = pattern.starts;
        int[] rows = pattern.rows;
        Arrays.fill(av, 0);
        for (int j = 0; j < n; j++) {
            double vj = v[j];
            double sum = av[j] + values[starts[j]] * vj;
            for (int p = starts[j] + 1; p < starts[j + 1]; p++) {
                sum += values[p] * v[rows[p]];
                av[rows[p]] += values[p] * vj;
            }
            av[j] = sum;
        }
    }

    /**
     * The matrix with a multiple of the identity added.
     *
     * @param tau τ
     * @return A + τI, of the same pattern
     */
    public SparseSymmetric plusIdentity(double tau) {
        double[] shifted = values.clone();
        for (int j = 0; j < dimension(); j++) {
            shifted[pattern.starts[j]] += tau;
        }
        return new SparseSymmetric(pattern, shifted);
    }

    /**
     * An interval that holds all eigenvalues: the union of the discs |λ − a_jj| ≤ Σ_{i≠j} |a_ij| (Gershgorin).
     *
     * @return its lower and its upper end
     */
    public double[] gershgorin() {
        double[] radius = absoluteSums(false);
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < radius.length; j++) {
            double diagonal = values[pattern.starts[j]];
            lower = Math.min(lower, diagonal - radius[j]);
            upper = Math.max(upper, diagonal + radius[j]);
        }
        return new double[] {lower, upper};
    }

    /**
     * The largest sum of absolute values in a row, or a column: not below the spectral norm.
     *
     * @return ‖A‖₁ = ‖A‖∞; NaN if an entry is
     */
    public double norm() {
        return Vectors.normInf(absoluteSums(true));
    }

    private double[] absoluteSums(boolean withDiagonal) {
        double[] sums = new double[dimension()];
        for (int j = 0; j < sums.length; j++) {
            sums[j] += withDiagonal ? Math.abs(values[pattern.starts[j]]) : 0;
            for (int p = pattern.starts[j] + 1; p < pattern.starts[j + 1]; p++) {
                sums[j] += Math.abs(values[p]);
                sums[pattern.rows[p]] += Math.abs(values[p]);
            }
        }
        return sums;
    }

    /**
     * The whole matrix.
     *
     * @return n rows of length n, owned by the caller
     */
    public double[][] dense() {
        double[][] a = new double[dimension()][dimension()];
        for (int j = 0; j < a.length; j++) {
            for (int p = pattern.starts[j]; p < pattern.starts[j + 1]; p++) {
                a[pattern.rows[p]][j] = values[p];
                a[j][pattern.rows[p]] = values[p];
            }
        }
        return a;
    }

    @Override
    public String toString() {
        return pattern.toString();
    }
}
