package org.hesse.objective;

import java.util.Arrays;

/**
 * A box of bounds on the variables. The arrays are shared, not copied.
 *
 * @param lower the lower bounds, length n, −∞ where there is none
 * @param upper the upper bounds, length n, +∞ where there is none
 */
public record Domain(double[] lower, double[] upper) {
    /** Checks the bounds. */
    public Domain {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "bounds: " + lower.length + " lower but " + upper.length + " upper bounds");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] <= upper[i])) {
                throw new IllegalArgumentException(
                        "bounds of variable " + i + ": lower " + lower[i] + " is not <= upper " + upper[i]);
            }
        }
    }

    /**
     * No bounds.
     *
     * @param n the number of variables
     * @return all of Rⁿ
     */
    public static Domain unbounded(int n) {
        double[] lower = new double[n];
        double[] upper = new double[n];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        return new Domain(lower, upper);
    }

    /**
     * Whether there is any bound.
     *
     * @return true if some bound is finite
     */
    public boolean isBounded() {
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] != Double.NEGATIVE_INFINITY || upper[i] != Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves a point to the nearest one within the bounds.
     *
     * @param x the point, length n, <em>modified</em>
     */
    public void project(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.min(Math.max(x[i], lower[i]), upper[i]); // a NaN stays a NaN
        }
    }

    @Override
    public String toString() {
        return isBounded() ? "Domain[" + Arrays.toString(lower) + " .. " + Arrays.toString(upper) + "]" : "unbounded";
    }
}
