package org.hesse.objective;

/**
 * How far a run has come, in the three units a schedule can be written in.
 *
 * @param steps steps finished
 * @param epochs steps divided by the steps of an epoch
 * @param passes data passes charged so far, in gradients of the whole objective ({@link Counts#passes})
 */
public record Clock(long steps, double epochs, double passes) {
    /** The beginning of a run. */
    public static final Clock START = new Clock(0, 0, 0);
}
