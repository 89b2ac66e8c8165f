package org.hesse.objective;

import java.util.random.RandomGenerator;
import org.hesse.linear.Parallel;

/**
 * All that a method sees of the world: the objective on the batch of the present step, every call counted; the clock;
 * randomness. The oracle remembers no evaluation: a method keeps those it needs in its state.
 *
 * <p>Any call may end the step by an exception of the loop's own, when a budget is spent, the user cancels or the
 * objective fails. A method never catches it, and has to leave its state as it was: evaluate first, commit last.
 */
public interface Oracle {
    /**
     * The number of variables.
     *
     * @return n
     */
    int dimension();

    /**
     * Evaluates value and gradient on the present batch.
     *
     * @param x the point, length n; kept in the evaluation, so not to be modified afterwards
     * @return the evaluation, with a gradient array of its own, perhaps NaN or infinite
     */
    Evaluation at(double[] x);

    /**
     * Evaluates the value on the present batch.
     *
     * @param x the point, length n, not modified and not kept
     * @return f(x), perhaps NaN or ±∞
     */
    double value(double[] x);

    /**
     * The objective's structure on the present batch, its work charged to this oracle's account. {@link Curved} is
     * always there: where the objective does not offer it, gradients are differenced, and charged.
     *
     * @param <T> the structure
     * @param type the structure
     * @return the structure
     * @throws IllegalArgumentException if the objective does not offer it
     */
    <T extends Structure> T need(Class<T> type);

    /**
     * The batch of this or of a coming step.
     *
     * @param ahead 0 for the batch of this step, 1 for that of the next, …
     * @return the batch
     */
    Batch batch(int ahead);

    /**
     * An oracle for the same objective on another batch, charged to the same account.
     *
     * @param batch the other batch
     * @return the oracle
     */
    Oracle on(Batch batch);

    /**
     * An oracle whose evaluations are changed before the method sees them. Structures pass unchanged.
     *
     * @param change the change
     * @return the oracle
     */
    Oracle map(Change change);

    /**
     * Where the variables may lie, and the penalty. Evaluations are of f alone: a method that knows penalties adds it
     * ({@link Domain#penalty}), and the loop adds it to what it measures.
     *
     * @return the bounds of the objective, and its L1 penalty
     */
    Domain domain();

    /**
     * The names and shapes of the variables.
     *
     * @return the layout of the objective
     */
    Layout layout();

    /**
     * How far the run has come.
     *
     * @return the clock, steps counted from 0
     */
    Clock clock();

    /**
     * Randomness that depends on nothing but the seed of the run, the number of the step and the stream, so that a
     * resumed run draws the same numbers.
     *
     * @param stream tells several generators of one step apart
     * @return a new generator
     */
    RandomGenerator random(int stream);

    /**
     * Who does the work on long vectors; the bits do not depend on it.
     *
     * @return the threads of the run
     */
    Parallel parallel();

    /**
     * Tells the observers of the run.
     *
     * @param event what happened
     */
    void note(Event event);
}
