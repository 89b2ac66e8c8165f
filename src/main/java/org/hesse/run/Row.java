package org.hesse.run;

import org.hesse.method.Outcome;
import org.hesse.objective.Counts;

/**
 * One line of a trace: the whole objective measured at one point, and what it had cost to know it.
 *
 * @param steps steps that led to the point
 * @param epochs steps divided by the steps of an epoch
 * @param passes data passes charged
 * @param counts evaluations charged
 * @param seconds wall time, without measurements
 * @param oracleSeconds the part of it spent inside the objective
 * @param value the whole objective at the point, with its L1 penalty
 * @param gradientNorm ‖∇f‖∞ of the whole objective; with bounds or a penalty that of the proximal
 *     gradient, {@link org.hesse.objective.Domain#optimality}; NaN if only values are known
 * @param length rate or step length of the last step
 * @param outcome what the last step did
 * @param free true if the method had evaluated the whole objective there itself; false if the loop measured it, outside
 *     the counts and the time
 * @param columns the user's own columns, in the order of {@link Trace#columns}
 * @param x the point, length n, not to be modified; null where n > {@value #POINT_DIMENSION}, so that a long trace of a
 *     large problem stays small
 */
public record Row(
        long steps,
        double epochs,
        double passes,
        Counts counts,
        double seconds,
        double oracleSeconds,
        double value,
        double gradientNorm,
        double length,
        Outcome outcome,
        boolean free,
        double[] columns,
        double[] x) {
    /** The largest n for which a row keeps its point. */
    public static final int POINT_DIMENSION = 10;

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "Row[steps=%d, passes=%.6g, value=%.12g, gradientNorm=%.4g, seconds=%.3g]",
                steps,
                passes,
                value,
                gradientNorm,
                seconds);
    }
}
