package org.hesse.data;

import java.util.Arrays;

/**
 * An affine change of each feature, (x − mean)/deviation, so that each has mean 0 and deviation 1 on the data it was
 * fitted to. Fit it on the training part and apply it to both: what is held out must not be looked at.
 *
 * @param mean length d; 0 for a feature that was constant, which stays as it is, and for sparse ones
 * @param deviation length d, the square root of the mean squared deviation (divided by N); 1 for a constant feature
 */
public record Standardisation(double[] mean, double[] deviation) {
    /** Checks the lengths. */
    public Standardisation {
        if (mean.length != deviation.length) {
            throw new IllegalArgumentException("standardisation: " + mean.length + " means but " + deviation.length
                    + " deviations, expected as many");
        }
    }

    /**
     * Fits to a data set, in two passes. Sparse features keep their mean, so that what is 0 stays 0: they are divided by
     * the root of their mean square.
     *
     * @param data the data, usually the training part
     * @return its means and deviations
     */
    public static Standardisation fit(Dataset data) {
        if (data.sparse().isPresent()) {
            return fit(data.sparse().get());
        }
        double[][] rows = data.rows();
        int n = rows.length;
        double[] mean = new double[data.features().size()];
        double[] deviation = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            double sum = 0;
            boolean constant = true;
            for (double[] row : rows) {
                sum += row[j];
                constant &= row[j] == rows[0][j];
            }
            double centre = sum / n;
            double squares = 0;
            for (double[] row : rows) {
                squares += (row[j] - centre) * (row[j] - centre);
            }
            mean[j] = constant ? 0 : centre;
            deviation[j] = constant ? 1 : Math.sqrt(squares / n);
        }
        return new Standardisation(mean, deviation);
    }

    private static Standardisation fit(SparseRows rows) {
        double[] squares = new double[rows.columns()];
        for (int p = 0; p < rows.value().length; p++) {
            squares[rows.index()[p]] += rows.value()[p] * rows.value()[p];
        }
        double[] root = new double[squares.length];
        Arrays.setAll(root, j -> squares[j] == 0 ? 1 : Math.sqrt(squares[j] / rows.rows()));
        return new Standardisation(new double[root.length], root);
    }

    /**
     * Applies it to a data set; sparse ones stay sparse if all means are 0.
     *
     * @param data with as many features as this was fitted to
     * @return the new data set
     * @throws IllegalArgumentException if it has another number of features
     */
    public Dataset apply(Dataset data) {
        if (data.features().size() != mean.length) {
            throw new IllegalArgumentException("standardisation of " + mean.length + " features applied to " + data);
        }
        if (data.sparse().isPresent() && Arrays.stream(mean).allMatch(m -> m == 0)) {
            return data.scaledBy(
                    Arrays.stream(deviation).map(sigma -> 1 / sigma).toArray());
        }
        return data.map(data.features(), row -> {
            double[] z = new double[row.length];
            for (int j = 0; j < z.length; j++) {
                z[j] = (row[j] - mean[j]) / deviation[j];
            }
            return z;
        });
    }

    @Override
    public String toString() {
        return "Standardisation[mean " + Arrays.toString(mean) + ", deviation " + Arrays.toString(deviation) + "]";
    }
}
