package org.hesse.run;

import org.hesse.method.State;
import org.hesse.objective.Clock;
import org.hesse.objective.Counts;

/**
 * Where a run is, for observers and columns. The arrays are the run's own: not to be modified or kept.
 *
 * @param x the iterate, length n
 * @param state the method's state; null for an algorithm with a loop of its own
 * @param clock steps, epochs and passes
 * @param counts what was evaluated
 * @param seconds wall time without measurements
 * @param trace the measurements so far
 * @param canceller ends the run after this step
 */
public record Progress(
        double[] x, State state, Clock clock, Counts counts, double seconds, Trace trace, Runnable canceller) {
    /** Ends the run after this step, with the status CANCELLED. */
    public void cancel() {
        canceller.run();
    }
}
