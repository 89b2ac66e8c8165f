package org.hesse.objective;

import java.util.Optional;

/**
 * An objective that is a mean of losses over terms (samples), plus perhaps a regulariser:
 * f(x) = (1/N) Σᵢ fᵢ(x) + R(x).
 */
public interface FiniteSum extends Objective {
    /**
     * The number of terms.
     *
     * @return N, at least 1
     */
    long terms();

    /**
     * The same objective on some of the terms: the mean over the batch, with the whole regulariser. Its expectation
     * over uniformly drawn batches is this objective.
     *
     * @param batch which terms; {@link Batch.All} gives an objective with the values of this one
     * @return a view; cheap to make
     * @throws IllegalArgumentException if the batch is of a kind or size this sum cannot serve
     */
    Objective on(Batch batch);

    @Override
    default Optional<FiniteSum> sum() {
        return Optional.of(this);
    }
}
