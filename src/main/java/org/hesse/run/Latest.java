package org.hesse.run;

import java.util.Optional;

/**
 * Remembers the newest of some runs, also one that never returned because its thread was ended from outside, as jshell
 * does at Ctrl-C: the best point so far is not lost. It keeps that run's objective from being collected.
 */
public final class Latest {
    private Session session;
    private Result result;

    /** Remembers nothing yet. */
    public Latest() {}

    synchronized void begins(Session newest) {
        session = newest;
        result = null;
    }

    synchronized void ends(Session ended, Result r) {
        if (session == ended) {
            result = r;
        }
    }

    /**
     * The newest run. Of one that never returned, the best point of its measurements and of its last iterate, which is
     * measured now; its status is CANCELLED, and it cannot be resumed. Not to be asked while that run goes on in another
     * thread.
     *
     * @return the result, or empty before the first run
     */
    public synchronized Optional<Result> result() {
        if (result == null && session != null) {
            result = session.interrupted();
        }
        return Optional.ofNullable(result);
    }
}
