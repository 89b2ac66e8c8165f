package org.hesse.objective;

import java.util.random.RandomGenerator;

/** One permutation an epoch, cached: the cache holds one immutable value, so threads may race on it and stay right. */
final class ShuffledBatches implements Batches {
    private record Epoch(long number, int[] order) {}

    private final int terms;
    private final int size;
    private final long seed;
    private volatile Epoch cached;

    ShuffledBatches(int terms, int size, long seed) {
        this.terms = terms;
        this.size = size;
        this.seed = seed;
    }

    @Override
    public Batch at(long k) {
        long epoch = k / stepsPerEpoch();
        int from = (int) (k % stepsPerEpoch()) * size;
        return new Batch.Rows(
                order(epoch), from, Math.min(from + size, terms), Seeds.mix(Seeds.mix(seed, size), k) | 1);
    }

    @Override
    public long stepsPerEpoch() {
        return (terms + (long) size - 1) / size;
    }

    private int[] order(long number) {
        Epoch epoch = cached;
        if (epoch == null || epoch.number != number) {
            epoch = new Epoch(number, permutation(Seeds.random(Seeds.mix(seed, number))));
            cached = epoch;
        }
        return epoch.order;
    }

    private int[] permutation(RandomGenerator random) {
        int[] order = new int[terms];
        for (int i = 0; i < terms; i++) { // Fisher–Yates, inside out
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    @Override
    public String toString() {
        return "shuffled, " + size + " of " + terms + ", seed " + seed;
    }
}
