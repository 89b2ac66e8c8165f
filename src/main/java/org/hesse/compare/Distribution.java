package org.hesse.compare;

import java.util.Arrays;

/**
 * How many of some problems took at most how much: the step curve of a profile. Immutable.
 *
 * @param at what the problems solved took, ascending, all finite; not to be modified
 * @param problems the number of all problems, solved or not, at least 1
 */
public record Distribution(double[] at, int problems) {
    /**
     * Of a sample.
     *
     * @param sample what each problem took, +∞ for one that was not solved, at least one number, not modified
     * @return the distribution
     * @throws IllegalArgumentException if the sample is empty, or a number is NaN
     */
    public static Distribution of(double... sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("distribution of an empty sample: expected at least one number");
        }
        if (Arrays.stream(sample).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("distribution of " + Arrays.toString(sample) + ": expected no NaN");
        }
        return new Distribution(
                Arrays.stream(sample).filter(Double::isFinite).sorted().toArray(), sample.length);
    }

    /**
     * The share of all problems that took at most this.
     *
     * @param x how much
     * @return from 0 to 1
     */
    public double share(double x) {
        int k = 0;
        while (k < at.length && at[k] <= x) {
            k++;
        }
        return (double) k / problems;
    }
}
