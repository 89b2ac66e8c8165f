package org.hesse.run;

import java.util.Locale;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;
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

    /**
     * The newest measurement of the whole objective: in most methods that of the point the last step started from.
     *
     * @return its value; NaN before the first
     */
    public double value() {
        return trace.current() == null ? Double.NaN : trace.current().value();
    }

    /** A line to print: the steps, the newest measurement, the cost. */
    @Override
    public String toString() {
        String measured = trace.current() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " f=%s |g|=%.2g,",
                        Numbers.precise(value()),
                        trace.current().gradientNorm());
        String cost = String.format(Locale.ROOT, " %s passes, %.3g s", Numbers.brief(clock.passes()), seconds);
        return Terminal.line("step " + clock.steps() + ":" + measured + cost);
    }
}
