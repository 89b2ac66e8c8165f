package org.hesse.compare;

import org.hesse.method.Algorithm;

/**
 * A run to be made.
 *
 * @param label the method
 * @param algorithm the method with its hyperparameters
 * @param regime its batches
 * @param seed of batches and randomness
 * @param trial whether it is a run of the tuning
 */
record Job(String label, Algorithm algorithm, Regime regime, long seed, boolean trial) {
    /** Of the method as the experiment has it. */
    Job(Entry entry, Regime regime, long seed) {
        this(entry.label(), entry.algorithm(), regime, seed, false);
    }

    /** With the same method and regime. */
    Job seed(long other) {
        return new Job(label, algorithm, regime, other, trial);
    }
}
