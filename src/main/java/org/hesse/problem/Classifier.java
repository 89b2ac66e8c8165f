package org.hesse.problem;

import org.hesse.data.Dataset;

/** A model that predicts classes. */
public interface Classifier extends Predictor {
    /**
     * The most probable class of each sample.
     *
     * @param x the weights, length n, not modified
     * @param data with as many features as the data fitted to
     * @return for each sample an index into its classes; of equally probable ones the first
     * @throws IllegalArgumentException if features or classes differ in number
     */
    int[] predict(double[] x, Dataset data);

    /**
     * The share of samples whose class is predicted.
     *
     * @param x the weights, length n, not modified
     * @param data with the features and classes of the data fitted to
     * @return from 0 to 1
     * @throws IllegalArgumentException if features or classes differ in number
     */
    default double accuracy(double[] x, Dataset data) {
        int[] predicted = predict(x, data);
        int right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += predicted[i] == (int) data.targets()[i] ? 1 : 0;
        }
        return (double) right / predicted.length;
    }
}
