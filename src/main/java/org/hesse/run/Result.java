package org.hesse.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.critical.CriticalPoint;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;
import org.hesse.method.Algorithm;
import org.hesse.objective.Counts;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Kind;
import org.hesse.objective.Layout;
import org.hesse.objective.Noise;
import org.hesse.objective.Objective;

/**
 * What a run ended with.
 *
 * @param status why it ended
 * @param point the result: the point that passed the stopping test if one did, otherwise the best point measured; value,
 *     gradient and point belong together. With an L1 penalty the value includes it; the gradient is that of f alone
 * @param last the last point measured
 * @param steps steps finished
 * @param trace the measurements
 * @param counts what the method evaluated
 * @param seconds wall time, without measurements
 * @param oracleSeconds the part of it spent inside the objective
 * @param verdict what kind of point the result is; empty if none was wanted, the run was cancelled or failed, the
 *     objective could not be evaluated there, or the differences it would take do not fit what is left of the budget
 * @param verdictCounts what the verdict evaluated, beside the method's own {@code counts}
 * @param cause the exception behind the status FAILED, or behind a missing verdict
 * @param checkpoint from which the run can go on
 * @param algorithm what ran
 * @param noise of the values, where derivatives were differences of them; otherwise empty
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
        Counts verdictCounts,
        Optional<Throwable> cause,
        Checkpoint checkpoint,
        Algorithm algorithm,
        Optional<Noise> noise) {

    private static final int SHOWN = 8; // variables
    private static final int DENSE = 100; // variables of which a check of derivatives compares each

    static Result of(Session session, Checkpoint checkpoint, Status status, Throwable cause) {
        Minimization settings = session.settings;
        Evaluation nothing = new Evaluation(settings.start, Double.NaN, new double[settings.objective.dimension()], 0);
        Arrays.fill(nothing.gradient(), Double.NaN);
        Evaluation last = session.last() == null ? nothing : session.last();
        Evaluation point = status.isConverged() ? last : session.best().orElse(nothing);
        Throwable failure = cause;
        Optional<CriticalPoint> verdict = Optional.empty();
        Status ending = status;
        Counted f = new Counted(settings.objective, session.ledger.terms());
        if (settings.verdict && Double.isFinite(point.value()) && isAffordable(session, status)) {
            try {
                CriticalPoint.Options options = CriticalPoint.Options.at(point.x());
                boolean check = fits(session, differences(f) + checks(f));
                verdict = Optional.of(CriticalPoint.of(f, point.x(), check ? options : options.withoutCheck()));
                ending = judged(session, status, f, verdict.get(), point);
            } catch (RuntimeException e) { // of the objective: the run's own result is not to be lost for it
                failure = failure == null ? e : failure;
            }
        }
        return new Result(
                ending,
                point,
                last,
                session.steps(),
                session.trace,
                session.ledger.counts(),
                session.ledger.seconds(),
                session.ledger.oracleNanos() * 1e-9,
                verdict,
                f.counts(),
                Optional.ofNullable(failure),
                checkpoint,
                settings.algorithm,
                session.noise());
    }

    /** The verdict may know better than the method whether something is left to find. */
    private static Status judged(Session session, Status status, Objective f, CriticalPoint at, Evaluation point) {
        boolean ended = status.code() == Status.Code.STUCK || status.code() == Status.Code.AT_ROUNDOFF_FLOOR;
        boolean free = !session.settings.objective.domain().isBounded()
                && !session.settings.objective.domain().isPenalised();
        if (!ended || !free || at.spectrum().values().length == 0) {
            return status;
        }
        double rounding = RoundOff.rounding(point);
        return Floor.of(f, at, Math.max(rounding, session.noiseLevel())).judged(status);
    }

    /** Differences for a verdict keep to what is left of the budget, by what the run's own evaluations took. */
    private static boolean isAffordable(Session session, Status status) {
        if (status.code() == Status.Code.CANCELLED || status.code() == Status.Code.FAILED) {
            return false;
        }
        double calls = differences(session.settings.objective);
        return fits(session, calls);
    }

    /** What Hessian and noise take where they are differences; 0 of an exact Hessian. */
    private static double differences(Objective f) {
        double n = f.dimension();
        return f.as(Curved.class).isPresent() ? 0 : f.hasGradient() ? 10 * n + 90 : 4 * n * n + 8 * n + 130;
    }

    /** What the check of a user's derivatives takes, by {@link org.hesse.objective.DerivativeCheck}. */
    private static double checks(Objective f) {
        double each = 24 * Math.min(f.dimension(), DENSE) + 50;
        return !f.hasGradient() || f.as(OnIntervals.class).isPresent()
                ? 0
                : f.as(Curved.class).isPresent() ? 2 * each : each;
    }

    private static boolean fits(Session session, double calls) {
        Ledger spent = session.ledger;
        long evaluations = spent.counts().evaluations();
        double seconds = calls * spent.oracleNanos() * 1e-9 / Math.max(1, evaluations);
        Budget budget = session.settings.budget;
        return calls == 0
                || evaluations + calls <= budget.evaluations() && spent.seconds() + seconds <= budget.seconds();
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
     * @return f(x), with the L1 penalty if there is one
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

    /**
     * Whether the run found a minimum: a named test holds, or nothing is left beyond the rounding of f, and the verdict is
     * {@link Kind#MINIMUM}. A gradient may be small at a saddle, or on the way to infinity, too.
     *
     * @return true for CONVERGED MINIMUM and AT_ROUNDOFF_FLOOR MINIMUM only; false where there is no verdict
     */
    public boolean isMinimum() {
        boolean ended = isConverged() || status.code() == Status.Code.AT_ROUNDOFF_FLOOR;
        return ended && verdict.filter(v -> v.kind() == Kind.MINIMUM).isPresent();
    }

    /**
     * The page: the status with its numbers, the point, the cost, and the verdict with its error bars.
     *
     * @return some lines of text
     */
    public String report() {
        Layout layout = verdict.map(CriticalPoint::layout).orElse(Layout.vector("x", x().length));
        String at = IntStream.range(0, Math.min(SHOWN, x().length))
                .mapToObj(i -> layout.name(i) + "=" + Numbers.precise(x()[i]))
                .collect(Collectors.joining(", ", "", x().length > SHOWN ? ", ..." : ""));
        String cost = steps + " steps, " + shown(counts) + ", " + Numbers.rounded(seconds, 3) + " s";
        String judged = verdict.map(v -> "  verdict cost    " + shown(verdictCounts) + "\n")
                .orElse("");
        String kind = verdict.map(CriticalPoint::report)
                .orElse("no verdict: not wanted, or the function is not finite there\n");
        return status + "\n  value           " + Numbers.precise(value()) + "\n  at              " + at
                + "\n  cost            " + cost + "\n"
                + judged
                + remark()
                + noise.map(e -> "  noise           " + e.shown() + "\n").orElse("")
                + cause.map(e -> "  cause           " + e + "\n").orElse("") + kind;
    }

    private static String shown(Counts c) {
        return String.format(
                Locale.ROOT,
                "%d values, %d gradients, %d products, %d Hessians",
                c.values(),
                c.gradients(),
                c.products(),
                c.hessians());
    }

    private String remark() {
        String remark = checkpoint.state() == null ? "" : checkpoint.state().remark();
        return remark.isEmpty() ? "" : "  method          " + remark + "\n";
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
        return Terminal.line(text);
    }
}
