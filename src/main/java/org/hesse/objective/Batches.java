package org.hesse.objective;

/**
 * Which batch each step sees: a pure function of the seed and the step number, so every method sees the same batches.
 * The implementations are immutable but for a cache and may be shared by threads.
 */
public interface Batches {
    /**
     * The batch of a step.
     *
     * @param k the number of the step, from 0
     * @return the batch
     */
    Batch at(long k);

    /**
     * How many steps make an epoch.
     *
     * @return at least 1
     */
    long stepsPerEpoch();

    /**
     * All terms in every step.
     *
     * @return the full batch
     */
    static Batches full() {
        return FullBatches.INSTANCE;
    }

    /**
     * Batches without replacement: each epoch is one random permutation of the terms, cut into batches. The last batch
     * of an epoch is smaller where {@code size} does not divide {@code terms}.
     *
     * @param terms the number of terms of the sum, at least 1
     * @param size the batch size, from 1 to {@code terms}
     * @param seed of the permutations
     * @return the batches
     * @throws IllegalArgumentException if the size is out of range
     */
    static Batches shuffled(long terms, int size, long seed) {
        return new ShuffledBatches(BatchSizes.check(terms, size), size, seed);
    }

    /**
     * Batches with replacement: every row of every batch is drawn uniformly from all terms.
     *
     * @param terms the number of terms of the sum, at least 1
     * @param size the batch size, from 1 to {@code terms}
     * @param seed of the draws
     * @return the batches
     * @throws IllegalArgumentException if the size is out of range
     */
    static Batches withReplacement(long terms, int size, long seed) {
        return new ReplacedBatches(BatchSizes.check(terms, size), size, seed);
    }
}

/** All terms in every step. */
record FullBatches() implements Batches {
    static final FullBatches INSTANCE = new FullBatches();

    @Override
    public Batch at(long k) {
        return Batch.ALL;
    }

    @Override
    public long stepsPerEpoch() {
        return 1;
    }
}

/** Range checks shared by the batches of rows. */
final class BatchSizes {
    private BatchSizes() {}

    static int check(long terms, int size) {
        if (terms < 1 || terms > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("terms " + terms + ": batches of rows need from 1 to 2^31-1 terms");
        }
        if (size < 1 || size > terms) {
            throw new IllegalArgumentException(
                    "batch size " + size + ": expected from 1 to " + terms + ", the number of terms of the data");
        }
        return (int) terms;
    }
}
