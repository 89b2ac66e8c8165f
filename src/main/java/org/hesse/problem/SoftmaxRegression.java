package org.hesse.problem;

import org.hesse.data.Dataset;

/**
 * Multinomial logistic regression: f(W) = (1/N) Σᵢ [log Σ_c exp(w_c·xᵢ) − w_{yᵢ}·xᵢ] + ½λ‖W‖².
 *
 * <p>W has a row for each class and a column for each feature, all regularised, stored row by row. The minimum is unique
 * for λ &gt; 0. See Bishop, Pattern Recognition and Machine Learning (2006), 4.3.4, for gradient and Hessian.
 */
public final class SoftmaxRegression extends LinearModel implements Classifier {
    /**
     * On one thread.
     *
     * @param data with classes
     * @param lambda λ, at least 0
     * @throws IllegalArgumentException if the data have no classes, or λ is out of range
     */
    public SoftmaxRegression(Dataset data, double lambda) {
        this(data, lambda, 1);
    }

    /**
     * On some threads.
     *
     * @param data with classes
     * @param lambda λ, at least 0
     * @param threads how many, at least 1; the results do not depend on it
     * @throws IllegalArgumentException if the data have no classes, or a number is out of range
     */
    public SoftmaxRegression(Dataset data, double lambda, int threads) {
        super(
                data,
                new CrossEntropy(),
                data.classes().size(),
                matrix("W", Math.max(1, data.classes().size()), data.features().size()),
                lambda,
                threads);
        if (data.classes().isEmpty()) {
            throw new IllegalArgumentException("softmax regression on " + data + ": expected data with classes");
        }
    }

    @Override
    public int[] predict(double[] x, Dataset other) {
        return CrossEntropy.largest(sumOver(other).outputs(x), other.size());
    }
}
