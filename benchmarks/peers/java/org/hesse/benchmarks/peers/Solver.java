package org.hesse.benchmarks.peers;

import java.util.Optional;
import org.hesse.objective.Objective;

/** A solver of any library. Not for several threads at once. */
interface Solver extends AutoCloseable {
    /**
     * What a solver ended with by itself.
     *
     * @param success whether it says so; empty where it has no tolerances of its own to say it by
     * @param x the point
     */
    record Claim(Optional<Boolean> success, double[] x) {
        static Claim none(double[] x) {
            return new Claim(Optional.empty(), x);
        }
    }

    /** The label in tables. */
    String name();

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
