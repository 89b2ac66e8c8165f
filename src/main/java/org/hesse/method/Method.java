package org.hesse.method;

import org.hesse.objective.Oracle;

/**
 * An optimizer as a record of its hyperparameters; what it remembers between steps is another record, its state. The
 * same method runs on full batches and on minibatches: before each step the loop points the oracle at the batch.
 *
 * @param <S> its state
 */
public non-sealed interface Method<S extends State> extends Algorithm {
    /**
     * Makes the state before the first step. A method that needs an evaluation at the start makes it here, on the batch
     * of step 0.
     *
     * @param f the oracle
     * @param x0 the start, length n, not modified
     * @return the state, with {@link Outcome#START}
     */
    S init(Oracle f, double[] x0);

    /**
     * Makes one step.
     *
     * @param f the oracle, on the batch of this step
     * @param s the state, handed over: its buffers may be reused, but only once no evaluation can throw any more, so
     *     that a step that throws leaves the state as it was
     * @return the next state
     */
    S step(Oracle f, S s);

    /**
     * Moves to another point, keeping what is remembered as far as it makes sense there. Wrappers use it.
     *
     * @param s the state, handed over
     * @param x the new point, length n, from now on owned by the state
     * @return the state at {@code x}
     */
    S moveTo(S s, double[] x);
}
