package org.hesse.hipparchus;

import org.hesse.run.Result;

/** An optimizer of Hipparchus's kind that tells more than Hipparchus's answer. */
public interface Resulting {
    /**
     * What this optimizer has run.
     *
     * @return the book of its runs
     */
    Runs getRuns();

    /**
     * The result of the newest run: status, best point, cost, trace, also where {@code optimize} threw.
     *
     * @return the same as {@link Runs#newest()}
     */
    default Result getResult() {
        return getRuns().newest();
    }
}
