package org.hesse.objective;

import java.util.Objects;

/**
 * Which terms of a {@link FiniteSum} are meant. Every batch has an id, so that a curvature pair made of two batches can
 * be seen.
 */
public sealed interface Batch {
    /** All terms. */
    All ALL = new All();

    /**
     * Tells batches apart.
     *
     * @return 0 for all terms; otherwise the same number for the same terms in the same order
     */
    long id();

    /**
     * How many of the terms are in this batch.
     *
     * @param terms N, the number of terms of the sum
     * @return the number of terms to be charged for one evaluation, at least 1
     */
    long size(long terms);

    /** All terms. */
    record All() implements Batch {
        @Override
        public long id() {
            return 0;
        }

        @Override
        public long size(long terms) {
            return terms;
        }
    }

    /**
     * A slice of an order of the rows: a view, nothing is copied.
     *
     * @param order row numbers, shared, never modified
     * @param from the first position in {@code order}, inclusive
     * @param to the last position, exclusive; greater than {@code from}
     * @param id as {@link Batch#id}, not 0
     */
    record Rows(int[] order, int from, int to, long id) implements Batch {
        /** Checks the slice. */
        public Rows {
            if (from < 0 || from >= to || to > order.length) {
                throw new IllegalArgumentException("batch rows from " + from + " to " + to
                        + ": expected 0 <= from < to <= " + order.length + ", the length of the order");
            }
            if (id == 0) {
                throw new IllegalArgumentException("batch id 0 belongs to the batch of all terms");
            }
        }

        @Override
        public long size(long terms) {
            return to - from;
        }

        /**
         * The first rows of this batch, as a batch of its own (multi-batch methods overlap in it).
         *
         * @param count how many, from 1 to the size of this batch
         * @return a view; this batch itself if {@code count} is its size
         */
        public Rows head(int count) {
            return count == to - from ? this : new Rows(order, from, from + count, Seeds.mix(id, count) | 1);
        }

        /**
         * The other rows of this batch: those after the {@link #head}.
         *
         * @param count how many are in the head, at least 0, less than the size of this batch
         * @return a view; this batch itself if {@code count} is 0
         */
        public Rows tail(int count) {
            return count == 0 ? this : new Rows(order, from + count, to, Seeds.mix(~id, count) | 1);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Rows that && id == that.id && from == that.from && to == that.to;
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, from, to);
        }

        @Override
        public String toString() {
            return "Rows[" + (to - from) + " rows, id " + Long.toHexString(id) + "]";
        }
    }

    /**
     * A random share of the terms that the sum draws itself, for data that are not a list of rows.
     *
     * @param fraction the expected share, in (0, 1)
     * @param seed of the draw
     */
    record Sample(double fraction, long seed) implements Batch {
        /** Checks the fraction. */
        public Sample {
            if (!(fraction > 0 && fraction < 1)) {
                throw new IllegalArgumentException("batch fraction " + fraction + ": expected 0 < fraction < 1");
            }
        }

        @Override
        public long id() {
            return Seeds.mix(seed, Double.doubleToLongBits(fraction)) | 1;
        }

        @Override
        public long size(long terms) {
            return Math.max(1, Math.round(fraction * terms));
        }
    }
}
