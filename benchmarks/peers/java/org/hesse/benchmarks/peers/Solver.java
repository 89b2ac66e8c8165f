package org.hesse.benchmarks.peers;

import org.hesse.objective.Objective;

/** A solver of any library. Not for several threads at once. */
interface Solver extends AutoCloseable {
    /**
     * What a solver ended with by itself.
     *
     * @param success whether it says so
     * @param x the point
     */
    record Claim(boolean success, double[] x) {}

    /** The label in tables. */
    String name();

    /** Whether it has tolerances of its own by which it can claim success. */
    default boolean claims() {
        return true;
    }

    /**
     * Solves.
     *
     * @param f the objective, which may end this by an exception of its own, passed on or not
     * @param start x₀, length n, not modified
     * @param defaults the library's defaults, or its tolerances off
     */
    Claim solve(Objective f, double[] start, boolean defaults);

    @Override
    default void close() {}
}
