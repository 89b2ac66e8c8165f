package org.hesse.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hesse.critical.CriticalPoint;
import org.hesse.io.Numbers;
import org.hesse.objective.Counts;
import org.hesse.objective.Evaluation;

/**
 * What a run ended with.
 *
 * @param status why it ended
 * @param point the result: the point that passed the stopping test if one did, otherwise the best point measured; value,
 *     gradient and point belong together
 * @param last the last point measured
 * @param steps steps finished
 * @param trace the measurements
 * @param counts what the method evaluated
 * @param seconds wall time, without measurements
 * @param oracleSeconds the part of it spent inside the objective
 * @param verdict what kind of point the result is, if a verdict was wanted and the objective could be evaluated there
 * @param cause the exception behind the status FAILED, or behind a missing verdict
 * @param checkpoint from which the run can go on
 */
public record Result(
        Status status,
        Evaluation point,
        Evaluation last,
        long steps,
        Trace trace,
        Counts counts,
        double seconds,
        double oracleSeconds,
        Optional<CriticalPoint> verdict,
        Optional<Throwable> cause,
        Checkpoint checkpoint) {

    static Result of(Session session, Checkpoint checkpoint, Status status, Throwable cause) {
        Minimization settings = session.settings;
        Evaluation nothing = new Evaluation(settings.start, Double.NaN, new double[settings.objective.dimension()], 0);
        Arrays.fill(nothing.gradient(), Double.NaN);
        Evaluation last = session.last() == null ? nothing : session.last();
        Evaluation point = status.isConverged() ? last : session.best().orElse(nothing);
        Throwable failure = cause;
        Optional<CriticalPoint> verdict = Optional.empty();
        if (settings.verdict && Double.isFinite(point.value())) {
            try {
                verdict = Optional.of(CriticalPoint.of(settings.objective, point.x()));
            } catch (RuntimeException e) { // of the objective: the run's own result is not to be lost for it
                failure = failure == null ? e : failure;
            }
        }
        return new Result(
                status,
                point,
                last,
                session.steps(),
                session.trace,
                session.ledger.counts(),
                session.ledger.seconds(),
                session.ledger.oracleNanos() * 1e-9,
                verdict,
                Optional.ofNullable(failure),
                checkpoint);
    }

    /**
     * The point of the result.
     *
     * @return length n
     */
    public double[] x() {
        return point.x();
    }

    /**
     * The value there.
     *
     * @return f(x)
     */
    public double value() {
        return point.value();
    }

    /**
     * The gradient there.
     *
     * @return ∇f(x), length n; null where an algorithm asked for values only and no gradient was measured
     */
    public double[] gradient() {
        return point.gradient();
    }

    /**
     * Whether a named stopping test holds.
     *
     * @return true for the status CONVERGED
     */
    public boolean isConverged() {
        return status.isConverged();
    }

    /** The verdict first, in at most 80 characters. */
    @Override
    public String toString() {
        String cost = counts.gradients() > 0 ? counts.gradients() + " gradients" : counts.values() + " values";
        String value = status.code() == Status.Code.NOT_FINITE ? "" : "f=" + Numbers.brief(value()) + " ";
        String text = String.format(
                Locale.ROOT,
                "%s%s %s%s, %s",
                status.code(),
                verdict.map(v -> " " + v.kind()).orElse(""),
                value,
                status.why(),
                cost);
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
