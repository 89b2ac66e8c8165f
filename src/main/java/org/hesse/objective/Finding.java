package org.hesse.objective;

import java.util.Locale;
import org.hesse.io.Numbers;
import org.hesse.objective.DerivativeCheck.Outcome;

/**
 * A number that an objective gives, beside the same number found in another way.
 *
 * @param name such as {@code df/dx} or {@code d2f/dx dy}
 * @param point where, in words
 * @param given by the objective
 * @param expected by differences, or by the objective in another way
 * @param allowed the largest distance that the errors of {@code expected} excuse
 * @param doubt why the two cannot be compared; empty if they can
 */
public record Finding(String name, String point, double given, double expected, double allowed, String doubt) {
    /**
     * What follows.
     *
     * @return WRONG if the two are farther apart than allowed, or only the given one is not finite
     */
    public Outcome outcome() {
        return !doubt.isEmpty()
                ? Outcome.CANNOT_TELL
                : Math.abs(given - expected) <= allowed || given == expected ? Outcome.AGREES : Outcome.WRONG;
    }

    /**
     * How wrong it is.
     *
     * @return |given − expected|/max(|given|, |expected|), between 0 and 2, ∞ where that is not a number
     */
    public double relativeError() {
        double largest = Math.max(Math.abs(given), Math.abs(expected));
        double error = Math.abs(given / largest - expected / largest);
        return given == expected ? 0 : Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    /** Whether the other number is known too badly to say much about this one, or about a scale of it. */
    boolean isHidden(double scale) {
        return given != 0 && allowed > 0.5 * Math.max(scale, Math.max(Math.abs(given), Math.abs(expected)));
    }

    Finding named(String other) {
        return new Finding(other, point, given, expected, allowed, doubt);
    }

    Finding doubted(String why) {
        return new Finding(name, point, given, expected, allowed, why);
    }

    @Override
    public String toString() {
        String numbers = name + " = " + Numbers.rounded(given, 10) + " " + point;
        return switch (outcome()) {
            case CANNOT_TELL -> numbers + ": " + doubt;
            case AGREES -> numbers + ", agrees to " + two(allowed);
            case WRONG ->
                numbers + ", expected " + Numbers.rounded(expected, 10) + " ± " + two(allowed)
                        + String.format(Locale.ROOT, " (wrong by %.2g of it)", relativeError());
        };
    }

    private static String two(double error) {
        return Numbers.rounded(error, 2);
    }
}
