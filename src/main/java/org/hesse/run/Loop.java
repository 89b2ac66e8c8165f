package org.hesse.run;

import java.util.Arrays;
import org.hesse.method.Method;
import org.hesse.method.State;
import org.hesse.objective.Evaluation;

/**
 * The one loop that runs every method. It points the oracle at the batch of the step, lets the method step, and referees:
 * measurements, stopping tests, limits, observers, checkpoints. It knows no method.
 *
 * @param <S> the method's state
 */
final class Loop<S extends State> {
    private final Method<S> method;
    private final Minimization settings;
    private final Session session;
    private S state;
    private Evaluation booked;
    private Status status;
    private Throwable cause;

    Loop(Method<S> method, Minimization settings, Session session, S state) {
        this.method = method;
        this.settings = settings;
        this.session = session;
        this.state = state;
    }

    Result run() {
        session.ledger.resume();
        try {
            if (state == null) {
                double[] start = settings.start.clone();
                settings.objective.domain().project(start);
                state = method.init(oracle(), start);
                referee(false);
            } else {
                booked = state.last().orElse(null);
                status = session.last() == null ? null : session.test().orElse(null);
                judge(booked);
            }
            while (status == null) {
                session.ledger.checkSteps(session.steps());
                state = session.begins(state) ? method.init(oracle(), state.x().clone()) : method.step(oracle(), state);
                session.stepped();
                referee(true);
            }
        } catch (Interrupt end) {
            status = end.status();
            cause = end.getCause();
        } finally {
            session.ledger.pause();
        }
        Checkpoint checkpoint = session.checkpoint(state);
        try {
            session.keep(state, true);
        } catch (Interrupt e) {
            status = e.status();
            cause = e.getCause();
        }
        return Result.of(session, checkpoint, closing(), cause);
    }

    private LedgerOracle oracle() {
        return new LedgerOracle(session, session.batchOf(session.steps()));
    }

    private void referee(boolean stepped) {
        Evaluation known = state.last().orElse(null);
        if (known != null && known.batch() == 0 && !isBooked(known)) {
            // a method that evaluates first and then moves stands for the point its step started from
            boolean moved = stepped && known.x() != state.x();
            book(known, session.steps() - (moved ? 1 : 0), true);
        } else if (isMeasurementDue(known)) {
            book(session.measure(state.x()), session.steps(), false);
        }
        if (stepped && known != null && known.batch() == 0) {
            session.saw(state.step(), known);
        }
        booked = known;
        judge(known);
        session.progress(state.x(), state);
        session.keep(state, false);
    }

    /** Ends the run where the method cannot go on. */
    private void judge(Evaluation known) {
        if (status == null && known != null && !Double.isFinite(known.value())) {
            String why = "f=" + known.value() + " after " + session.steps() + " steps";
            status = new Status(Status.Code.NOT_FINITE, why);
        }
        if (status == null) {
            status = session.roundOff()
                    .status(state.step(), known, session.noiseLevel())
                    .orElse(null);
        }
    }

    /** By its array, which a resumed run still shares where the run before it did. */
    private boolean isBooked(Evaluation e) {
        return booked != null && booked.gradient() == e.gradient();
    }

    private boolean isMeasurementDue(Evaluation known) {
        boolean comesFree = known == null ? session.batchOf(session.steps()).id() == 0 : known.batch() == 0;
        return !comesFree && settings.cadence.isDue(session.steps(), settings.batches.stepsPerEpoch());
    }

    private void book(Evaluation e, long stepsToIt, boolean free) {
        session.book(e, stepsToIt, state, free);
        session.test().ifPresent(s -> status = s);
    }

    /** Measures where the run ended, if nothing else did; the goal may have been reached there. */
    private Status closing() {
        boolean worthIt = status.code() != Status.Code.NOT_FINITE && status.code() != Status.Code.FAILED;
        boolean known = session.last() != null
                && state != null
                && Arrays.equals(session.last().x(), state.x());
        if (!worthIt || known || state == null) {
            return status;
        }
        if (status.isConverged()
                && state.last()
                        .filter(e -> e.gradient() == session.last().gradient())
                        .isPresent()) {
            return status; // the method has moved on from the point that passed the test
        }
        try {
            session.book(session.measure(state.x()), session.steps(), state, false);
            return session.test().orElse(status);
        } catch (Interrupt e) {
            cause = e.getCause();
            return e.status();
        }
    }
}
