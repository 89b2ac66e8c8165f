package org.hesse.compare;

import java.util.Arrays;

/**
 * Median and quartiles, by linear interpolation between order statistics: Hyndman and Fan (1996), type 7, the default of
 * R and NumPy. +∞ stands for a censored number (a goal missed, a run that diverged) and is ordered last.
 *
 * @param low the lower quartile
 * @param median the median
 * @param high the upper quartile
 */
public record Quartiles(double low, double median, double high) {
    /**
     * Of a sample.
     *
     * @param sample at least one number, none NaN, not modified
     * @return its quartiles
     */
    public static Quartiles of(double... sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("quartiles of an empty sample: expected at least one number");
        }
        double[] x = sample.clone();
        Arrays.sort(x);
        if (Double.isNaN(x[x.length - 1])) {
            throw new IllegalArgumentException("quartiles of " + Arrays.toString(sample) + ": expected no NaN");
        }
        return new Quartiles(at(x, 0.25), at(x, 0.5), at(x, 0.75));
    }

    private static double at(double[] x, double p) {
        double h = p * (x.length - 1);
        int i = (int) h;
        double share = h - i;
        if (share == 0 || x[i] == x[i + 1]) {
            return x[i];
        }
        if (x[i + 1] == Double.POSITIVE_INFINITY) {
            return x[i + 1];
        }
        double gap = x[i + 1] - x[i];
        return share < 0.5 ? x[i] + gap * share : x[i + 1] - gap * (1 - share); // from the nearer end, as NumPy
    }
}
