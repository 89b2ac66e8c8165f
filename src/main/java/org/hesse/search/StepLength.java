package org.hesse.search;

/** How far a method goes along its direction: as far as a line search finds, or as far as a schedule says. */
public sealed interface StepLength {
    /**
     * As far as a line search finds.
     *
     * @param line the line search
     */
    record Search(LineSearch line) implements StepLength {}

    /**
     * As far as a schedule says, without a search.
     *
     * @param rate the step length
     */
    record Rate(Schedule rate) implements StepLength {}
}
