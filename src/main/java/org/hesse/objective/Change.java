package org.hesse.objective;

/**
 * A change of what a method sees of the objective: clipping of gradients, weight decay, variance reduction. It makes a
 * wrapper of any method ({@link Oracle#map}).
 */
@FunctionalInterface
public interface Change {
    /**
     * Changes an evaluation.
     *
     * @param f the unchanged oracle, on the batch of {@code e}; the change may call it, and is charged
     * @param e what the objective gave, not modified
     * @return what the method shall see
     */
    Evaluation apply(Oracle f, Evaluation e);

    /**
     * Changes a value asked for without its gradient, consistently with {@link #apply}.
     *
     * @param f the unchanged oracle, on the batch of the value; the change may call it, and is charged
     * @param x the point, length n, not modified
     * @param value f(x) on the batch
     * @return what the method shall see, by default the value unchanged
     */
    default double value(Oracle f, double[] x, double value) {
        return value;
    }
}
