package org.hesse.compare;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hesse.io.Numbers;
import org.hesse.io.Phrase;

/**
 * How near to the lowest value F* a run has to come.
 *
 * @param tolerance greater than 0
 * @param relative whether the tolerance is a multiple of |F*|
 */
public record Goal(double tolerance, boolean relative) {
    private static final Pattern CODE = Pattern.compile("\\s*(excess|relative)\\s*<=\\s*(\\S+)\\s*");

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
     * Reads what {@link #code} writes.
     *
     * @param text {@code excess<=1e-6} for F − F* ≤ 1e-6, {@code relative<=1e-8} for F − F* ≤ 1e-8·|F*|
     * @return the goal
     * @throws IllegalArgumentException if it is neither
     */
    public static Goal parse(String text) {
        Matcher parts = CODE.matcher(text);
        OptionalDouble number = parts.matches() ? Phrase.number(parts.group(2)) : OptionalDouble.empty();
        if (number.isEmpty()) {
            throw new IllegalArgumentException(
                    "goal '" + text + "': expected excess<=1e-6 or, as a multiple of |F*|, relative<=1e-8");
        }
        return new Goal(number.getAsDouble(), parts.group(1).equals("relative"));
    }

    /**
     * For files and command lines.
     *
     * @return {@code excess<=1e-6} or {@code relative<=1e-8}
     */
    public String code() {
        return (relative ? "relative<=" : "excess<=") + Numbers.exact(tolerance);
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
