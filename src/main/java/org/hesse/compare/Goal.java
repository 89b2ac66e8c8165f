package org.hesse.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hesse.io.Numbers;

/**
 * How near to the lowest value F* a run has to come.
 *
 * @param tolerance greater than 0
 * @param relative whether the tolerance is a multiple of |F*|
 */
public record Goal(double tolerance, boolean relative) {
    private static final Pattern TEXT =
            Pattern.compile("excess<=(-?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)(\\*F\\*?)?");

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
     * Reads a goal.
     *
     * @param text {@code excess<=1e-6} for F − F* ≤ 1e-6, {@code excess<=1e-8*F} for a multiple of |F*|
     * @return the goal
     * @throws IllegalArgumentException if it is neither
     */
    public static Goal parse(String text) {
        Matcher goal = TEXT.matcher(text.replaceAll("\\s", ""));
        if (!goal.matches()) {
            throw new IllegalArgumentException(
                    "goal \"" + text + "\": expected excess<=1e-6, or excess<=1e-8*F for a multiple of |F*|");
        }
        return new Goal(Double.parseDouble(goal.group(1)), goal.group(2) != null);
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
