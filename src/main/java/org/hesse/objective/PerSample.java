package org.hesse.objective;

/**
 * A mean over samples whose gradients can be had one by one: what variance tests, SAGA and the empirical Fisher matrix
 * need. The samples are those of the present batch, in its order; each carries the whole regulariser, so that the mean of
 * their gradients is the gradient.
 */
public interface PerSample extends Structure {
    /**
     * The number of samples.
     *
     * @return how many the present batch has, at least 1
     */
    int size();

    /**
     * The gradients of some samples; charged as one gradient that goes over {@code to − from} terms.
     *
     * @param x the point, length n, not modified
     * @param from the first place in the batch, inclusive
     * @param to the last place, exclusive; at least {@code from}, at most {@link #size}
     * @param rows receives ∇fᵢ(x), one after another, length at least (to − from)·n, <em>modified</em>
     * @throws IllegalArgumentException if the places are not in the batch, or {@code rows} is too short
     */
    void gradients(double[] x, int from, int to, double[] rows);

    /**
     * Refuses places outside of the batch, and too short an array.
     *
     * @param n the number of variables
     * @param from as for {@link #gradients}
     * @param to as for {@link #gradients}
     * @param rows as for {@link #gradients}
     * @throws IllegalArgumentException as {@link #gradients}
     */
    default void check(int n, int from, int to, double[] rows) {
        if (from < 0 || from > to || to > size()) {
            throw new IllegalArgumentException(
                    "samples from " + from + " to " + to + ": expected 0 <= from <= to <= " + size());
        }
        if (rows.length < (long) (to - from) * n) {
            throw new IllegalArgumentException("rows has length " + rows.length + ": expected at least "
                    + (long) (to - from) * n + ", " + (to - from) + " gradients of length " + n);
        }
    }

    @Override
    default PerSample metered(Meter meter) {
        PerSample inner = this;
        return new PerSample() {
            @Override
            public int size() {
                return inner.size();
            }

            @Override
            public void gradients(double[] x, int from, int to, double[] rows) {
                check(x.length, from, to, rows);
                if (from < to) {
                    meter.chargePart(Work.GRADIENT, to - from, () -> {
                        inner.gradients(x, from, to, rows);
                        return null;
                    });
                }
            }
        };
    }
}
