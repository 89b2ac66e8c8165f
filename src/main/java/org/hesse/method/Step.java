package org.hesse.method;

/**
 * What a step did.
 *
 * @param outcome how it ended
 * @param length the rate or step length that multiplied the direction; 0 if the iterate did not move
 * @param predicted the change of the objective that the method's model predicted, negative for a decrease; NaN if it has
 *     no model. Of a stuck step: what it would still take off the value, as far as the method knows
 * @param noise the error of the objective's values, as a failed search saw it; NaN if none did
 * @param why for a rejected or stuck step what stopped it, with its numbers; otherwise empty
 */
public record Step(Outcome outcome, double length, double predicted, double noise, String why) {
    /** Before the first step. */
    public static final Step START = new Step(Outcome.START, 0, Double.NaN, "");

    /**
     * A step that saw nothing of the noise.
     *
     * @param outcome how it ended
     * @param length the step length
     * @param predicted the change that was predicted; NaN if there is no model
     * @param why what stopped it, or empty
     */
    public Step(Outcome outcome, double length, double predicted, String why) {
        this(outcome, length, predicted, Double.NaN, why);
    }

    /**
     * An accepted step.
     *
     * @param length the rate or step length
     * @return the step, without a prediction
     */
    public static Step accepted(double length) {
        return new Step(Outcome.ACCEPTED, length, Double.NaN, "");
    }

    /**
     * A step that left the iterate where it was, so that the next one tries something else.
     *
     * @param why what was wrong, with its numbers
     * @return the step
     */
    public static Step rejected(String why) {
        return new Step(Outcome.REJECTED, 0, Double.NaN, why);
    }

    /**
     * The method cannot go on from here.
     *
     * @param why what was wrong, with its numbers
     * @return the step; it ends the run
     */
    public static Step stuck(String why) {
        return new Step(Outcome.STUCK, 0, Double.NaN, why);
    }

    /**
     * The same step for another reason.
     *
     * @param reason what to say
     * @return the step
     */
    public Step because(String reason) {
        return new Step(outcome, length, predicted, noise, reason);
    }
}
