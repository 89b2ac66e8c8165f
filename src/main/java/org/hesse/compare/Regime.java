package org.hesse.compare;

import java.util.List;
import java.util.stream.Stream;
import org.hesse.objective.Batches;

/**
 * How much of the data each step sees.
 *
 * @param size the batch size; 0 for all the data
 */
public record Regime(int size) {
    /** All the data in every step. */
    public static final Regime FULL = new Regime(0);

    /** Checks the size. */
    public Regime {
        if (size < 0) {
            throw new IllegalArgumentException("batch size " + size + ": expected at least 1, or full");
        }
    }

    /**
     * Minibatches.
     *
     * @param size the batch size, at least 1
     * @return the regime
     */
    public static Regime minibatch(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("batch size " + size + ": expected at least 1");
        }
        return new Regime(size);
    }

    /**
     * Reads what {@link #code} writes.
     *
     * @param text {@code full} or a batch size
     * @return the regime
     * @throws IllegalArgumentException if it is neither
     */
    public static Regime parse(String text) {
        if (text.equals("full")) {
            return FULL;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("batch \"" + text + "\": expected full or a batch size, such as 32");
        }
        return minibatch(Integer.parseInt(text));
    }

    /**
     * Reads several.
     *
     * @param text such as {@code full,32,256}
     * @return the regimes in their order, at least one
     * @throws IllegalArgumentException if one of them is neither {@code full} nor a batch size
     */
    public static List<Regime> list(String text) {
        return Stream.of(text.strip().split("\\s*,\\s*", -1)).map(Regime::parse).toList();
    }

    /**
     * Whether every step sees all the data.
     *
     * @return true for {@link #FULL}
     */
    public boolean isFull() {
        return size == 0;
    }

    /**
     * The batches of a run, the same for every method.
     *
     * @param terms N, the number of terms of the sum
     * @param seed of the permutations
     * @return full batches, or batches without replacement
     * @throws IllegalArgumentException if the size is larger than N
     */
    public Batches batches(long terms, long seed) {
        return isFull() ? Batches.full() : Batches.shuffled(terms, size, seed);
    }

    /**
     * For tables and files.
     *
     * @return {@code full} or the batch size
     */
    public String code() {
        return isFull() ? "full" : Integer.toString(size);
    }

    /** For headings. */
    @Override
    public String toString() {
        return isFull() ? "full batch" : "minibatch " + size;
    }
}
