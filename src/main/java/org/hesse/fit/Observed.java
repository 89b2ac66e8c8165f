package org.hesse.fit;

import java.util.List;

/**
 * The data that a model was fitted to. The arrays are shared, not copied.
 *
 * @param source where they are from, such as the name of a file
 * @param response the name of the column y
 * @param predictors the names of the columns x, in the order in which {@link Fitted#predict} takes them
 * @param x the predictors, m rows
 * @param y the response, length m
 * @param sigma its standard deviations, length m; 1 where none were given
 */
public record Observed(
        String source, String response, List<String> predictors, double[][] x, double[] y, double[] sigma) {
    /** Copies the list. */
    public Observed {
        predictors = List.copyOf(predictors);
    }
}
