package org.hesse.objective;

import java.util.random.RandomGenerator;

/** Every row of every batch drawn uniformly from all terms. */
record ReplacedBatches(int terms, int size, long seed) implements Batches {
    @Override
    public Batch at(long k) {
        long id = Seeds.mix(Seeds.mix(seed, size), k) | 1;
        RandomGenerator random = Seeds.random(id);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = random.nextInt(terms);
        }
        return new Batch.Rows(order, 0, size, id);
    }

    @Override
    public long stepsPerEpoch() {
        return (terms + (long) size - 1) / size;
    }

    @Override
    public String toString() {
        return "with replacement, " + size + " of " + terms + ", seed " + seed;
    }
}
