package org.hesse.objective;

import java.util.Arrays;
import org.hesse.linear.Vectors;

/**
 * A box of bounds on the variables, and an L1 penalty: what is minimised is f(x) + Σᵢ λᵢ|xᵢ| over lower ≤ x ≤ upper, where
 * the objective itself gives f, its gradient and Hessian only. The arrays are shared, not copied.
 *
 * @param lower the lower bounds, length n, −∞ where there is none
 * @param upper the upper bounds, length n, +∞ where there is none
 * @param l1 the weights λ of the penalty, length n, finite and at least 0; or of length 0 where there is none
 */
public record Domain(double[] lower, double[] upper, double[] l1) {
    /** Checks the bounds and weights. */
    public Domain {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "bounds: " + lower.length + " lower but " + upper.length + " upper bounds");
        }
        if (l1.length != 0 && l1.length != lower.length) {
            throw new IllegalArgumentException(
                    "l1: " + l1.length + " weights, expected " + lower.length + ", one for each variable");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] <= upper[i])) {
                throw new IllegalArgumentException(
                        "bounds of variable " + i + ": lower " + lower[i] + " is not <= upper " + upper[i]);
            }
            if (lower[i] == Double.POSITIVE_INFINITY || upper[i] == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException("bounds of variable " + i + ": " + lower[i] + " to " + upper[i]
                        + ", expected some finite number between them");
            }
        }
        for (int i = 0; i < l1.length; i++) {
            if (!(l1[i] >= 0 && l1[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "l1 of variable " + i + " = " + l1[i] + ", expected a finite number, at least 0");
            }
        }
    }

    /**
     * Bounds without a penalty.
     *
     * @param lower the lower bounds, length n, −∞ where there is none
     * @param upper the upper bounds, length n, +∞ where there is none
     */
    public Domain(double[] lower, double[] upper) {
        this(lower, upper, new double[0]);
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
     * The same bounds with a penalty.
     *
     * @param weights λ, length n, finite and at least 0
     * @return the same bounds, with these weights instead of its own
     */
    public Domain withL1(double... weights) {
        return new Domain(lower, upper, weights);
    }

    /**
     * The weight of a variable in the penalty.
     *
     * @param i the variable
     * @return λᵢ, 0 where there is no penalty
     */
    public double weight(int i) {
        return l1.length == 0 ? 0 : l1[i];
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
     * Whether there is a penalty.
     *
     * @return true if some weight is positive
     */
    public boolean isPenalised() {
        for (double weight : l1) {
            if (weight > 0) {
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
            x[i] = projected(i, x[i]);
        }
    }

    private double projected(int i, double value) {
        return Math.min(Math.max(value, lower[i]), upper[i]); // a NaN stays a NaN
    }

    /**
     * The penalty at a point.
     *
     * @param x the point, length n, not modified
     * @return Σᵢ λᵢ|xᵢ|
     */
    public double penalty(double[] x) {
        double sum = 0;
        for (int i = 0; i < l1.length; i++) {
            sum += l1[i] == 0 ? 0 : l1[i] * Math.abs(x[i]); // 0·∞ is no penalty
        }
        return sum;
    }

    /**
     * The pseudo-gradient of f + penalty: where xᵢ ≠ 0 its gradient, where xᵢ = 0 the one-sided slope of the side on which
     * it falls, or 0 if it falls on neither. It knows no bounds. Source: Andrew and Gao, Scalable training of
     * L1-regularized log-linear models, ICML 2007, equation 4.
     *
     * @param x the point, length n, not modified
     * @param g ∇f(x), length n, not modified unless it is {@code out}
     * @param out receives the pseudo-gradient, length n, <em>modified</em>; may be {@code g}
     */
    public void pseudoGradient(double[] x, double[] g, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] == 0 ? shrunk(g[i], weight(i)) : g[i] + Math.signum(x[i]) * weight(i);
        }
    }

    /** The number nearest to 0 that is at most λ away: v − λ, v + λ or 0; a NaN stays a NaN. */
    private static double shrunk(double v, double lambda) {
        return v > lambda ? v - lambda : v < -lambda ? v + lambda : Double.isNaN(v) ? v : 0;
    }

    /**
     * The projected gradient P(x − g) − x, 0 where x is critical within the bounds; without bounds −g.
     *
     * @param x the point within the bounds, length n, not modified
     * @param g ∇f(x) or the {@linkplain #pseudoGradient pseudo-gradient}, length n, not modified unless it is {@code out}
     * @param out receives P(x − g) − x, length n, <em>modified</em>; may be {@code g}
     */
    public void projectedGradient(double[] x, double[] g, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = Math.min(Math.max(-g[i], lower[i] - x[i]), upper[i] - x[i]);
        }
    }

    /**
     * The proximal gradient P(S(x − g)) − x, S the shrinking of each xᵢ towards 0 by λᵢ: 0 where x is critical for f +
     * penalty within the bounds. Without a penalty it is the projected gradient. Unlike the pseudo-gradient it is continuous,
     * so its norm measures how far from critical a point is: near 0 it is not larger than xᵢ.
     *
     * @param x the point within the bounds, length n, not modified
     * @param g ∇f(x), length n, not modified unless it is {@code out}
     * @param out receives the proximal gradient, length n, <em>modified</em>; may be {@code g}
     */
    public void proximalGradient(double[] x, double[] g, double[] out) {
        for (int i = 0; i < x.length; i++) {
            double step = weight(i) > 0 ? shrunk(x[i] - g[i], weight(i)) - x[i] : -g[i];
            out[i] = Math.min(Math.max(step, lower[i] - x[i]), upper[i] - x[i]);
        }
    }

    /**
     * How far from critical a point is: the largest component of the {@linkplain #proximalGradient proximal gradient}.
     *
     * @param x the point within the bounds, length n, not modified
     * @param g ∇f(x), length n, not modified
     * @return ‖P(S(x − g)) − x‖∞, without bounds and penalty ‖g‖∞; NaN if a component of it is
     */
    public double optimality(double[] x, double[] g) {
        double[] step = new double[x.length];
        proximalGradient(x, g, step);
        return Vectors.normInf(step);
    }

    /**
     * Whether a variable lies where it can be held: at a bound, or at 0 with a penalty.
     *
     * @param x the point, length n, not modified
     * @param i the variable
     * @return true at a bound, or at 0 with λᵢ &gt; 0
     */
    public boolean isActive(double[] x, int i) {
        return x[i] <= lower[i] || x[i] >= upper[i] || x[i] == 0 && weight(i) > 0;
    }

    /**
     * Whether a variable is held where it lies: f + penalty does not fall to first order whichever way it may move.
     *
     * @param x the point, length n, not modified
     * @param g ∇f(x), length n, not modified
     * @param i the variable
     * @return true if it is {@linkplain #isActive active} and both one-sided slopes within the bounds are at least 0
     */
    public boolean isHeld(double[] x, double[] g, int i) {
        double right = g[i] + (x[i] >= 0 ? weight(i) : -weight(i));
        double left = g[i] + (x[i] > 0 ? weight(i) : -weight(i));
        return isActive(x, i) && (right >= 0 || x[i] >= upper[i]) && (left <= 0 || x[i] <= lower[i]);
    }

    @Override
    public String toString() {
        String bounds =
                isBounded() ? "Domain[" + Arrays.toString(lower) + " .. " + Arrays.toString(upper) + "]" : "unbounded";
        return isPenalised() ? bounds + ", l1 " + Arrays.toString(l1) : bounds;
    }
}
