package org.hesse.compare;

/**
 * A run to be made.
 *
 * @param entry the method
 * @param regime its batches
 * @param seed of batches and randomness
 */
record Job(Entry entry, Regime regime, long seed) {}
