package org.hesse.compare;

import java.util.List;
import java.util.Optional;
import org.hesse.objective.Counts;
import org.hesse.run.PairJournal;
import org.hesse.run.Row;
import org.hesse.run.Status;

/**
 * One run of an experiment.
 *
 * @param label the method
 * @param regime its batches
 * @param seed of its batches and its own randomness
 * @param status why it ended
 * @param startValue F at the start
 * @param rows the measurements of the whole objective, in order, at least one
 * @param counts what was evaluated
 * @param passes the data passes charged for it
 * @param seconds wall time without measurements
 * @param oracleSeconds the part of it spent inside the objective
 * @param elapsed wall time with everything: measurements, verdict and score too
 * @param allocated bytes that the thread of the run allocated, measurements included; NaN if the JVM does not tell
 * @param x the point of the result, length n, not to be modified
 * @param heldOut how that point does on data held out
 * @param verdict what kind of point it is
 * @param pairs the journal of its curvature pairs; empty without diagnostics
 */
public record Run(
        String label,
        Regime regime,
        long seed,
        Status status,
        double startValue,
        List<Row> rows,
        Counts counts,
        double passes,
        double seconds,
        double oracleSeconds,
        double elapsed,
        double allocated,
        double[] x,
        Optional<Score> heldOut,
        Verdict verdict,
        List<PairJournal.Entry> pairs) {
    /**
     * How much of the gradients of batches was signal at a measurement.
     *
     * @param row the measurement
     * @return {@link org.hesse.run.Minimization#signalToNoise}; NaN without diagnostics, and on the full batch
     */
    public static double signalToNoise(Row row) {
        return row.columns().length == 0 ? Double.NaN : row.columns()[0];
    }

    /**
     * Whether it ended not finite, or higher than it began.
     *
     * @return true if it diverged
     */
    public boolean diverged() {
        return !(finalValue() <= startValue);
    }

    /**
     * How many steps led to the last point measured.
     *
     * @return sequential iterations
     */
    public long steps() {
        return rows.get(rows.size() - 1).steps();
    }

    /**
     * The last value measured.
     *
     * @return the value; +∞ if the run ended where the objective is not finite
     */
    public double finalValue() {
        double value = rows.get(rows.size() - 1).value();
        return status.code() == Status.Code.NOT_FINITE || Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /**
     * The lowest value measured.
     *
     * @return the value; +∞ if none was finite
     */
    public double bestValue() {
        return rows.stream()
                .mapToDouble(Row::value)
                .filter(Double::isFinite)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * When a value was first reached.
     *
     * @param target the value
     * @return the first measurement at most as high; empty if there is none
     */
    public Optional<Row> reached(double target) {
        return rows.stream().filter(row -> row.value() <= target).findFirst();
    }
}
