package org.hesse.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Levels for contours: quantiles of the values, so that no outlier takes all the colours, and more of them below, where
 * the minima are. Where most values are the same, evenly spaced levels are added. Rounded to what tells neighbours apart.
 */
final class Levels {
    private static final int COUNT = 14;
    private static final double LOW = 1.6; // the k-th level is above a fraction (k/(COUNT + 1))^LOW of the box
    private static final int ENOUGH = 6;

    private Levels() {}

    /** Ascending, all above the least value; none if all are equal, or none is finite. */
    static double[] of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return new double[0];
        }
        double min = sorted[0];
        double max = sorted[sorted.length - 1];
        double[] levels = new double[COUNT];
        for (int k = 0; k < COUNT; k++) {
            double part = Math.pow((k + 1.0) / (COUNT + 1), LOW);
            levels[k] = sorted[(int) (part * (sorted.length - 1))];
        }
        levels = distinct(levels, min);
        if (levels.length < ENOUGH) {
            double[] even = new double[COUNT];
            Arrays.setAll(even, k -> min + (max / (COUNT + 1) - min / (COUNT + 1)) * (k + 1));
            levels = distinct(
                    DoubleStream.concat(Arrays.stream(levels), Arrays.stream(even))
                            .toArray(),
                    min);
        }
        return distinct(rounded(levels, min), min);
    }

    private static double[] distinct(double[] levels, double min) {
        return Arrays.stream(levels).filter(x -> x > min).sorted().distinct().toArray();
    }

    private static double[] rounded(double[] levels, double min) {
        double[] round = new double[levels.length];
        for (int k = 0; k < levels.length; k++) {
            double below = levels[k] - (k == 0 ? min : levels[k - 1]);
            double gap = k + 1 < levels.length ? Math.min(below, levels[k + 1] - levels[k]) : below;
            double unit = Math.pow(10, Math.floor(Math.log10(gap)));
            double x = Math.rint(levels[k] / unit) * unit;
            round[k] = Double.isFinite(x) ? x : levels[k];
        }
        return round;
    }
}
