package org.hesse.hipparchus;

import org.hesse.run.Result;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;

/** What Hipparchus throws where {@code MaxEval} or {@code MaxIter} is spent, with the best point found until then. */
public final class BudgetSpentException extends MathIllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient Result result;

    BudgetSpentException(int limit, Result result) {
        super(LocalizedCoreFormats.MAX_COUNT_EXCEEDED, limit);
        this.result = result;
    }

    /**
     * What was found.
     *
     * @return the result of the run, in the signs of {@link Runs#newest()}
     */
    public Result getResult() {
        return result;
    }
}
