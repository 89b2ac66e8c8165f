package org.hesse.compare;

import org.hesse.io.Numbers;

/**
 * How near to the lowest value F* a run has to come.
 *
 * @param tolerance greater than 0
 * @param relative whether the tolerance is a multiple of |F*|
 */
public record Goal(double tolerance, boolean relative) {
    /** Checks the tolerance. */
    public Goal {
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("goal " + tolerance + ": expected a finite number > 0");
        }
    }

    /**
     * F − F* ≤ tolerance·|F*|.
     *
     * @param tolerance greater than 0
     * @return the goal
     */
    public static Goal relative(double tolerance) {
        return new Goal(tolerance, true);
    }

    /**
     * F − F* ≤ tolerance.
     *
     * @param tolerance greater than 0
     * @return the goal
     */
    public static Goal absolute(double tolerance) {
        return new Goal(tolerance, false);
    }

    /**
     * The value to reach.
     *
     * @param optimum F*
     * @return F* plus what is allowed
     */
    public double target(double optimum) {
        return optimum + tolerance * (relative ? Math.abs(optimum) : 1);
    }

    /** {@code F*(1 + 1e-8)} or {@code F* + 1e-6}. */
    @Override
    public String toString() {
        return relative ? "F*(1 + " + Numbers.brief(tolerance) + ")" : "F* + " + Numbers.brief(tolerance);
    }
}
