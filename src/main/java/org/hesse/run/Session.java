package org.hesse.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hesse.linear.Vectors;
import org.hesse.method.Outcome;
import org.hesse.method.Restart;
import org.hesse.method.State;
import org.hesse.method.Step;
import org.hesse.objective.Batch;
import org.hesse.objective.Clock;
import org.hesse.objective.Continued;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Noise;
import org.hesse.objective.Objective;

/** The book of one run in progress: what was measured, the best point, and who is to be told. */
final class Session {
    final Minimization settings;
    final Ledger ledger;
    final Trace trace;
    private final Objective objective;
    private final Domain domain; // null where there are neither bounds nor a penalty: it may be as long as x
    private boolean cancelled;
    private long steps;
    private Evaluation best;
    private Evaluation last;
    private double[] iterate; // the method's own array
    private Watch watch;
    private RoundOff roundOff;
    private Noise noise; // of the values, where there are no gradients

    /** Sees every evaluation on the whole objective: needed only for algorithms that own their loop. */
    interface Watch {
        void evaluated(Evaluation e);
    }

    Session(Minimization settings, Checkpoint from) {
        this.settings = settings;
        objective = settings.objective;
        domain = Optional.of(objective.domain())
                .filter(d -> d.isBounded() || d.isPenalised())
                .orElse(null);
        ledger = new Ledger(
                settings.budget,
                objective.sum().map(sum -> sum.terms()).orElse(1L),
                objective.dimension(),
                settings.nanoTime,
                () -> cancelled
                        || settings.cancelled.getAsBoolean()
                        || Thread.currentThread().isInterrupted(),
                from.counts(),
                from.nanos(),
                from.oracleNanos());
        trace = from.trace() == null ? new Trace(List.copyOf(settings.columns.keySet())) : new Trace(from.trace());
        steps = from.steps();
        best = from.best();
        last = from.last();
        noise = from.noise();
        roundOff = from.roundOff();
    }

    Checkpoint checkpoint(State state) {
        return new Checkpoint(
                settings.label(),
                objective.dimension(),
                state,
                steps,
                ledger.counts(),
                ledger.nanos(),
                ledger.oracleNanos(),
                best,
                last,
                trace.saved(),
                noise,
                roundOff);
    }

    /** Saves a checkpoint where the user wants one: every so many steps, and at the end. */
    void keep(State state, boolean end) {
        long every = settings.checkpointEvery;
        if (every > 0 && (end || steps > 0 && steps % every == 0)) {
            outside("the checkpoint could not be saved", () -> {
                try {
                    checkpoint(state).save(settings.checkpointFile);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    void watch(Watch every) {
        watch = every;
    }

    boolean isWatched() {
        return watch != null;
    }

    Objective objectiveOn(Batch batch) {
        return batch.equals(Batch.ALL)
                ? objective
                : objective.sum().orElseThrow(() -> notASum(batch)).on(batch);
    }

    private static IllegalArgumentException notASum(Batch batch) {
        return new IllegalArgumentException(batch + ": the objective is not a finite sum, so it has no batches");
    }

    Batch batchOf(long step) {
        return settings.batches.at(step);
    }

    long steps() {
        return steps;
    }

    void stepped() {
        steps++;
    }

    long seed() {
        return settings.seed;
    }

    Clock clock() {
        return new Clock(steps, steps / (double) settings.batches.stepsPerEpoch(), ledger.passes());
    }

    Optional<Evaluation> best() {
        return Optional.ofNullable(best);
    }

    Evaluation last() {
        return last;
    }

    /** The noise of an objective known by its values alone: estimated where it is first asked for, and kept. */
    Noise noise(FiniteDifferences.Value f, double[] x) {
        if (noise == null) {
            noise = Noise.at(f, x);
        }
        return noise;
    }

    Optional<Noise> noise() {
        return Optional.ofNullable(noise);
    }

    /** A step of the method, and where it stands on the whole objective. */
    void saw(Step step, Evaluation at) {
        roundOff = roundOff.after(step, at, noiseLevel());
    }

    /** The noise of values, where it was measured; otherwise 0. */
    double noiseLevel() {
        return noise == null ? 0 : noise.level();
    }

    /** Whether the method begins anew where it is. */
    boolean begins(State state) {
        Evaluation at = state.evaluation();
        boolean anew = roundOff.isToBeginAnew(state.step(), at, noiseLevel());
        if (anew) {
            note(new Restart("no step promised more than the noise of f"));
            roundOff = roundOff.anew(at);
        }
        return anew;
    }

    RoundOff roundOff() {
        return roundOff;
    }

    void evaluated(Evaluation e) {
        if (watch != null && e.batch() == 0) {
            watch.evaluated(e);
        }
    }

    void evaluated(double[] x, double value, Batch batch) {
        if (watch != null && batch.id() == 0) {
            watch.evaluated(new Evaluation(x, value, null, 0));
        }
    }

    void note(Event event) {
        outside("an observer threw", () -> settings.observers.forEach(o -> o.onEvent(event)));
    }

    void progress(double[] x, State state) {
        iterate = x;
        if (!settings.observers.isEmpty()) {
            Progress p = progressAt(x, state);
            outside("an observer threw", () -> settings.observers.forEach(o -> o.onStep(p)));
        }
    }

    private Progress progressAt(double[] x, State state) {
        return new Progress(x, state, clock(), ledger.counts(), ledger.seconds(), trace, () -> cancelled = true);
    }

    /** Runs the user's code outside the time of the run. */
    private void outside(String failure, Runnable users) {
        boolean wasRunning = ledger.pause();
        try {
            users.run();
        } catch (RuntimeException e) {
            throw new Interrupt(new Status(Status.Code.FAILED, failure + ": " + e), e);
        } finally {
            if (wasRunning) {
                ledger.resume();
            }
        }
    }

    /** Measures the whole objective at a point, outside counts and time. */
    Evaluation measure(double[] x) {
        boolean wasRunning = ledger.pause();
        try {
            double[] g = new double[x.length];
            double[] at = x.clone(); // the method may reuse its array
            if (objective.hasGradient()) {
                return new Evaluation(at, objective.valueAndGradient(at, g), g, 0);
            }
            FiniteDifferences.Value f = Continued.of(objective::value, objective.domain());
            FiniteDifferences.gradient(f, at, noise == null ? Noise.at(f, at) : noise, g);
            return new Evaluation(at, objective.value(at), g, 0);
        } catch (RuntimeException e) {
            throw new Interrupt(new Status(Status.Code.FAILED, "the objective threw " + e), e);
        } finally {
            if (wasRunning) {
                ledger.resume();
            }
        }
    }

    /** What there is of a run whose thread was ended from outside: nothing was closed, perhaps in mid-step. */
    Result interrupted() {
        ledger.pause();
        Throwable cause = null;
        if (iterate != null && (last == null || !Arrays.equals(last.x(), iterate))) {
            try {
                book(measure(iterate), steps, null, false);
            } catch (Interrupt e) {
                cause = e.getCause();
            }
        }
        Status status = new Status(Status.Code.CANCELLED, "interrupted in step " + (steps + 1));
        return Result.of(this, Checkpoint.NONE, status, cause);
    }

    /**
     * Books a measurement.
     *
     * @param of the objective itself; what is booked has the penalty in its value, the gradient stays that of f alone
     */
    void book(Evaluation of, long stepsToIt, State state, boolean atNoCost) {
        Evaluation e = domain != null && domain.isPenalised()
                ? new Evaluation(of.x(), of.value() + domain.penalty(of.x()), of.gradient(), of.batch())
                : of;
        Step step = state == null ? null : state.step();
        double[] extra = new double[settings.columns.size()];
        int column = 0;
        if (extra.length > 0) {
            Progress p = progressAt(e.x(), state);
            for (ToDoubleFunction<Progress> f : settings.columns.values()) {
                int j = column++;
                outside("a column threw", () -> extra[j] = f.applyAsDouble(p));
            }
        }
        last = e;
        boolean lower = best == null || e.value() < best.value() || !Double.isFinite(best.value());
        if ((lower || isNoWorse(e, step)) && (best == null || Double.isFinite(e.value()))) {
            best = e;
        }
        trace.add(new Row(
                stepsToIt,
                stepsToIt / (double) settings.batches.stepsPerEpoch(),
                ledger.passes(),
                ledger.counts(),
                ledger.seconds(),
                ledger.oracleNanos() * 1e-9,
                e.value(),
                e.gradient() == null ? Double.NaN : optimality(e),
                step == null ? Double.NaN : step.length(),
                step == null ? Outcome.ACCEPTED : step.outcome(),
                atNoCost,
                extra,
                e.x().length <= Row.POINT_DIMENSION ? e.x().clone() : null));
    }

    /** Where the method knows values for noise, the smaller gradient tells. */
    private boolean isNoWorse(Evaluation e, Step step) {
        return step != null
                && e.value() - best.value() <= step.noise()
                && e.gradient() != null
                && best.gradient() != null
                && optimality(e) < optimality(best);
    }

    private double optimality(Evaluation e) {
        return domain == null ? Vectors.normInf(e.gradient()) : domain.optimality(e.x(), e.gradient());
    }

    Optional<Status> test() {
        Row row = trace.current();
        if (!Double.isFinite(row.value())) {
            return Optional.of(
                    new Status(Status.Code.NOT_FINITE, "f=" + row.value() + " after " + row.steps() + " steps"));
        }
        if (!Double.isFinite(row.gradientNorm()) && last.gradient() != null) {
            return Optional.of(new Status(
                    Status.Code.NOT_FINITE, "|g|=" + row.gradientNorm() + " after " + row.steps() + " steps"));
        }
        return settings.rule.test(trace);
    }
}
