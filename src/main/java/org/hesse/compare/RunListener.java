package org.hesse.compare;

/** Told of every finished run. */
@FunctionalInterface
public interface RunListener {
    /** Tells nobody. */
    RunListener NONE = (done, total, run) -> {};

    /**
     * Called after every run, one call at a time, in the thread of the run.
     *
     * @param done how many runs are finished
     * @param total how many there are
     * @param run the run that has just finished
     */
    void finished(int done, int total, Run run);

    /**
     * Called before the first run, and again where more are known to come, if some of them are on disk: those that an
     * earlier program finished, and those made a moment ago that are wanted again, where the tuned setting is the given one.
     *
     * @param older how many runs an earlier program finished, as far as is known
     * @param done how many runs are finished
     * @param total how many there are
     */
    default void resumed(int older, int done, int total) {}
}
