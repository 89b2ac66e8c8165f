package org.hesse.compare;

/**
 * The lowest value that the excess of every run is counted from.
 *
 * @param value F*, finite
 * @param source how it is known
 */
public record Optimum(double value, String source) {
    /** Checks the value. */
    public Optimum {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("F* = " + value + " (" + source + "): expected a finite number");
        }
    }
}
