package org.hesse.problem;

import org.hesse.data.Dataset;

/** A model whose weights can be tried on other data. */
public interface Predictor {
    /**
     * The mean loss on a data set, without any regulariser.
     *
     * @param x the weights, length n, not modified
     * @param data with the features and classes of the data fitted to
     * @return the mean over the samples
     * @throws IllegalArgumentException if features or classes differ in number
     */
    double loss(double[] x, Dataset data);
}
