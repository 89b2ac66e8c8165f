package org.hesse.run;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.hesse.io.Numbers;
import org.hesse.objective.Counts;
import org.hesse.objective.Work;

/** The account of a run: counts, time, and the limits on both. Every evaluation of a method passes through it. */
final class Ledger {
    private final Budget budget;
    private final long terms;
    private final int dimension;
    private final LongSupplier nanoTime;
    private final BooleanSupplier cancelled;
    private Counts counts;
    private long oracleNanos;
    private long finishedNanos; // of the run before its last pause
    private long resumedAt;
    private boolean paused = true;

    Ledger(
            Budget budget,
            long terms,
            int dimension,
            LongSupplier nanoTime,
            BooleanSupplier cancelled,
            Counts counts,
            long nanos,
            long oracleNanos) {
        this.budget = budget;
        this.terms = terms;
        this.dimension = dimension;
        this.nanoTime = nanoTime;
        this.cancelled = cancelled;
        this.counts = counts;
        this.finishedNanos = nanos;
        this.oracleNanos = oracleNanos;
    }

    <T> T charge(Work work, long times, long batchTerms, Supplier<T> call) {
        checkLimits(times);
        counts = counts.plus(work, times, batchTerms);
        long start = nanoTime.getAsLong();
        try {
            return call.get();
        } catch (Interrupt e) {
            throw e; // of an evaluation made of others, such as differences
        } catch (RuntimeException e) {
            throw new Interrupt(new Status(Status.Code.FAILED, "the objective threw " + e), e);
        } finally {
            oracleNanos += nanoTime.getAsLong() - start;
        }
    }

    private void checkLimits(long times) {
        checkTime();
        if (counts.evaluations() + times > budget.evaluations()) {
            throw spent("evaluations", counts.evaluations(), budget.evaluations());
        }
        if (passes() >= budget.passes()) {
            throw spent("passes", passes(), budget.passes());
        }
    }

    /** What may end a run at any time, also between evaluations. */
    private void checkTime() {
        if (cancelled.getAsBoolean()) {
            throw new Interrupt(new Status(Status.Code.CANCELLED, "by the user"), null);
        }
        if (budget.seconds() < Double.POSITIVE_INFINITY && seconds() >= budget.seconds()) {
            throw spent("seconds", seconds(), budget.seconds());
        }
    }

    private static Interrupt spent(String what, double used, double limit) {
        String why = what + " " + Numbers.brief(used) + " of " + Numbers.brief(limit);
        return new Interrupt(new Status(Status.Code.BUDGET, why), null);
    }

    void checkSteps(long steps) {
        checkTime();
        if (steps >= budget.steps()) {
            throw spent("steps", steps, budget.steps());
        }
    }

    /** Stops the time, for a measurement; tells whether it was running. */
    boolean pause() {
        boolean wasRunning = !paused;
        finishedNanos = nanos();
        paused = true;
        return wasRunning;
    }

    void resume() {
        resumedAt = nanoTime.getAsLong();
        paused = false;
    }

    Counts counts() {
        return counts;
    }

    double passes() {
        return counts.passes(terms, dimension);
    }

    long nanos() {
        return paused ? finishedNanos : finishedNanos + nanoTime.getAsLong() - resumedAt;
    }

    double seconds() {
        return nanos() * 1e-9;
    }

    long oracleNanos() {
        return oracleNanos;
    }

    long terms() {
        return terms;
    }
}
