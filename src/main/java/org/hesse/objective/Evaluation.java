package org.hesse.objective;

import org.hesse.linear.Vectors;

/**
 * A value and a gradient that belong together: of one point, on one batch. Methods keep evaluations in their state; the
 * arrays are shared, not copied, and never modified once the evaluation is made.
 *
 * @param x the point, length n
 * @param value f(x) on the batch
 * @param gradient ∇f(x) on the batch, length n
 * @param batch the id of the batch ({@link Batch#id}); 0 for the whole objective
 */
public record Evaluation(double[] x, double value, double[] gradient, long batch) {
    /**
     * Whether value and gradient are finite.
     *
     * @return false if the value or any component of the gradient is NaN or infinite
     */
    public boolean isFinite() {
        return Double.isFinite(value) && Vectors.normInf(gradient) < Double.POSITIVE_INFINITY;
    }
}
