package org.hesse.method;

import java.util.Optional;
import org.hesse.objective.Evaluation;

/**
 * What a method remembers between steps: a record of numbers, strings, arrays, enums, lists and records (or null) only,
 * so that one codec saves and restores every method bit for bit.
 */
public interface State {
    /**
     * The iterate.
     *
     * @return the present point, length n, not to be modified
     */
    double[] x();

    /**
     * What the last step did.
     *
     * @return the step
     */
    Step step();

    /**
     * The newest evaluation that the method made at a point it stands for: the present iterate (line-search methods), or
     * the one the last step started from (methods that evaluate first and then move). The loop takes it, for nothing, as
     * its measurement if it was made on the whole objective; value, gradient and point always belong together.
     *
     * @return the evaluation, or null if there was none yet
     */
    Evaluation evaluation();

    /**
     * The newest evaluation, if there is one.
     *
     * @return {@link #evaluation}, or empty
     */
    default Optional<Evaluation> last() {
        return Optional.ofNullable(evaluation());
    }

    /**
     * The edge of stability: the largest eigenvalue of the Hessian with which steps like the last one do not diverge on a
     * quadratic.
     *
     * @return 2/η for gradient descent with the rate η; NaN, the default, where no such number is known
     */
    default double edge() {
        return Double.NaN;
    }

    /**
     * What a report should say of this state that its numbers do not.
     *
     * @return a few words, by default none
     */
    default String remark() {
        return "";
    }
}
