package org.hesse.compare;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hesse.data.Dataset;
import org.hesse.data.SparseRows;
import org.hesse.data.Standardisation;

/**
 * How features are made ready for a model: pixels from 0 to 16 divided by 16, features of 0 and 1 alone (such as those of
 * a category) left as they are, all others standardised; then, unless the model has biases, a constant one appended,
 * whose weight is the intercept.
 *
 * @param change what is done to each feature before the constant is appended
 * @param constant whether it is appended
 * @param text the same in words, for the report
 */
public record Preparation(Standardisation change, boolean constant, String text) {
    /**
     * Fits to data.
     *
     * @param data the training part alone: what is held out must not be looked at
     * @param model to be fitted
     * @return the preparation
     */
    public static Preparation fit(Dataset data, Model model) {
        boolean constant = !model.hasBiases();
        String appended = constant ? ", a constant one appended" : "";
        int d = data.features().size();
        if (data.name().equals("digits")) {
            double[] sixteen = new double[d];
            Arrays.fill(sixteen, 16);
            return new Preparation(
                    new Standardisation(new double[d], sixteen), constant, "pixels divided by 16" + appended);
        }
        Standardisation all = Standardisation.fit(data);
        double[] mean = all.mean().clone();
        double[] deviation = all.deviation().clone();
        int[] binary = binary(data);
        for (int j : binary) {
            mean[j] = 0;
            deviation[j] = 1;
        }
        String kept = binary.length == 0 ? "" : ", " + binary.length + " of 0 and 1 alone left as they are";
        return new Preparation(
                new Standardisation(mean, deviation),
                constant,
                (d - binary.length) + " features " + change(data) + kept + appended);
    }

    private static String change(Dataset data) {
        return data.sparse().isPresent() ? "divided by the root of their mean square" : "standardised";
    }

    /** The features of 0 and 1 alone. */
    private static int[] binary(Dataset data) {
        int d = data.features().size();
        boolean[] other = new boolean[d];
        data.sparse().ifPresentOrElse(rows -> other(rows, other), () -> {
            for (double[] row : data.rows()) {
                for (int j = 0; j < d; j++) {
                    other[j] |= row[j] != 0 && row[j] != 1;
                }
            }
        });
        return IntStream.range(0, d).filter(j -> !other[j]).toArray();
    }

    private static void other(SparseRows rows, boolean[] other) {
        for (int p = 0; p < rows.value().length; p++) {
            other[rows.index()[p]] |= rows.value()[p] != 1 && rows.value()[p] != 0;
        }
    }

    /**
     * Applies it.
     *
     * @param data with the features that this was fitted to
     * @return the data made ready
     * @throws IllegalArgumentException if it has another number of features
     */
    public Dataset apply(Dataset data) {
        Dataset changed = change.apply(data);
        return constant ? changed.withConstant() : changed;
    }
}
