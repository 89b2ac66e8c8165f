package org.hesse.run;

import org.hesse.objective.Event;

/** Watches a run. Calls come in the thread of the run, outside its time; an exception ends the run as FAILED. */
public interface Observer {
    /**
     * Called before the first step and after every step.
     *
     * @param progress where the run is; valid during the call
     */
    default void onStep(Progress progress) {}

    /**
     * Called when a method tells something: a trial point, a curvature pair, a restart.
     *
     * @param event what happened
     */
    default void onEvent(Event event) {}
}
