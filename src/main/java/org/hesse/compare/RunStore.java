package org.hesse.compare;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Where finished runs are kept, so that an experiment that was stopped goes on where it was: {@link RunDirectory}. */
public interface RunStore {
    /** Keeps nothing. */
    RunStore NONE = new RunStore() {
        @Override
        public Optional<Run> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, Run run) {}
    };

    /**
     * A run that was finished before.
     *
     * @param key its key
     * @return the run as it was kept, its times included; empty if there is none
     */
    Optional<Run> find(String key);

    /**
     * Keeps a finished run; called by several threads at once.
     *
     * @param key its key, a file name
     * @param run the run
     */
    void keep(String key, Run run);

    /**
     * When the experiment began.
     *
     * @return now, if nothing was kept before
     */
    default Instant began() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * What the runs ran on.
     *
     * @return this machine, and where it began if that was another one
     */
    default Machine machine() {
        return Machine.here();
    }
}
