package org.hesse.run;

import org.hesse.method.Opaque;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;

/** Runs an algorithm that owns its loop: every evaluation it makes is a step, and the book is kept from those. */
final class OpaqueLoop {
    private final Opaque algorithm;
    private final Session session;

    OpaqueLoop(Opaque algorithm, Session session) {
        this.algorithm = algorithm;
        this.session = session;
    }

    Result run() {
        session.watch(this::watch);
        session.ledger.resume();
        Status status;
        Throwable cause = null;
        try {
            double[] end = algorithm.run(new LedgerOracle(session, Batch.ALL), session.settings.start.clone());
            session.ledger.pause();
            session.book(session.measure(end), session.steps(), null, false);
            status = session.test().orElse(new Status(Status.Code.ENDED, algorithm.name() + " ended by itself"));
        } catch (Interrupt interrupt) {
            status = interrupt.status();
            cause = interrupt.getCause();
        } catch (RuntimeException e) { // of the algorithm itself: what was found is not to be lost for it
            status = new Status(Status.Code.FAILED, algorithm.name() + " threw " + e);
            cause = e;
        } finally {
            session.ledger.pause();
        }
        return Result.of(session, session.checkpoint(null), status, cause);
    }

    private void watch(Evaluation e) {
        session.stepped();
        boolean improves = session.best().map(b -> e.value() < b.value()).orElse(true);
        if (e.gradient() != null) {
            session.book(e, session.steps(), null, true);
            session.test().filter(Status::isConverged).ifPresent(s -> {
                throw new Interrupt(s, null);
            });
        } else if (improves) {
            session.book(new Evaluation(e.x().clone(), e.value(), null, 0), session.steps(), null, true);
        }
        session.progress(e.x(), null);
        session.ledger.checkSteps(session.steps());
    }
}
