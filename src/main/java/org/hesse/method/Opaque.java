package org.hesse.method;

import org.hesse.objective.Oracle;

/** An algorithm that owns its loop, such as another library's optimizer. It is charged through the oracle. */
public non-sealed interface Opaque extends Algorithm {
    /**
     * Minimises until the algorithm ends by itself, or the oracle interrupts it.
     *
     * @param f the oracle; each evaluation may throw to end the run, which is not to be caught
     * @param x0 the start, length n, not modified
     * @return the point the algorithm ended at, length n
     */
    double[] run(Oracle f, double[] x0);
}
