package org.hesse.objective;

import java.util.Arrays;

/**
 * The derivative y'(0) of a curve y(t) ∈ Rᵐ, each component with an estimate of its error: central differences
 * D(h) = y'(0) + c₂h² + c₄h⁴ + … at steps h, h/r, h/r², … are extrapolated to h = 0, and of all values in the table the one
 * with the smallest error is kept.
 *
 * <p>The error of a value is its largest distance from the two it was made of, plus ε/h for noise ε in y. Source: Ridders
 * (1982), Advances in Engineering Software 4(2), 75–76. Departs from the source: noise counts, no more than four
 * columns, and the table ends as soon as noise hides what truncation is left.
 */
final class Slopes {
    private static final double EPSILON = Math.ulp(1.0);
    private static final double SETTLED = 1e-11; // relative
    private static final int COLUMNS = 4;

    final double[] value;
    final double[] error;

    /** A curve. */
    @FunctionalInterface
    interface Curve {
        /** Puts y(t), length m, into {@code y}, which is <em>modified</em>. */
        void at(double t, double[] y);
    }

    private Slopes(int m) {
        value = new double[m];
        error = new double[m];
        Arrays.fill(value, Double.NaN);
        Arrays.fill(error, Double.POSITIVE_INFINITY);
    }

    /**
     * Differentiates.
     *
     * @param curve the curve, evaluated at most 2·levels times
     * @param noise the noise of each component, length m; rounding ε|y| is added where it is larger
     * @param first the largest step, greater than 0
     * @param ratio r, greater than 1
     * @param levels the most steps
     * @return value and error; NaN and ∞ where y is not finite
     */
    static Slopes of(Curve curve, double[] noise, double first, double ratio, int levels) {
        int m = noise.length;
        Slopes s = new Slopes(m);
        double[][] before = new double[COLUMNS][m];
        double[][] row = new double[COLUMNS][m];
        double[] up = new double[m];
        double[] down = new double[m];
        double h = first;
        for (int k = 0; k < levels; k++, h /= ratio) {
            curve.at(h, up);
            curve.at(-h, down);
            boolean settled = k > 0;
            for (int i = 0; i < m; i++) {
                double largest = Math.max(Math.abs(up[i]), Math.abs(down[i]));
                double floor = Math.max(noise[i], EPSILON * largest) / h;
                row[0][i] = (up[i] - down[i]) / (2 * h);
                s.extrapolate(i, before, row, Math.min(k, COLUMNS - 1), ratio * ratio, floor);
                settled &= s.error[i] - floor <= Math.max(SETTLED * Math.abs(s.value[i]), floor);
            }
            if (settled) {
                break;
            }
            double[][] swap = before;
            before = row;
            row = swap;
        }
        return s;
    }

    private void extrapolate(int i, double[][] before, double[][] row, int columns, double factor, double floor) {
        if (columns > 0) {
            keep(i, row[0][i], Math.abs(row[0][i] - before[0][i]) + floor);
        }
        double power = 1;
        for (int c = 1; c <= columns; c++) {
            power *= factor;
            row[c][i] = row[c - 1][i] + (row[c - 1][i] - before[c - 1][i]) / (power - 1);
            double apart = Math.max(Math.abs(row[c][i] - row[c - 1][i]), Math.abs(row[c][i] - before[c - 1][i]));
            keep(i, row[c][i], apart + floor);
        }
    }

    private void keep(int i, double derivative, double within) {
        if (within < error[i]) { // not if NaN
            value[i] = derivative;
            error[i] = within;
        }
    }
}
