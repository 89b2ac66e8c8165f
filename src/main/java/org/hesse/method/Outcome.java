package org.hesse.method;

/** How a step ended. */
public enum Outcome {
    /** There was no step yet. */
    START,
    /** The iterate moved. */
    ACCEPTED,
    /** The iterate stayed; the next step tries something else. */
    REJECTED,
    /** The method cannot go on; the run ends. */
    STUCK
}
