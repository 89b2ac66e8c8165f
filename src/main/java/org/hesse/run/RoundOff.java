package org.hesse.run;

import java.util.Locale;
import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;

/**
 * Tells a method that is stuck from one that has nothing left to find, and one that moves about in rounding from one that
 * gets on: where the decrease that a step promises is no more than the noise of values, no test of values can show it. It
 * is no convergence, for no stopping test holds.
 *
 * <p>The promise is half the decrement gᵀB⁻¹g of the method's model, or what slopes along the searched line say. The noise
 * is the greatest of the rounding of f, about 50 + √n units of it for a sum over n terms with errors of either sign and
 * Σ|gᵢxᵢ| for that of x, what was measured, and what a failed search saw. A promise of 0 at a gradient other than 0 is one
 * that has overflowed, and says nothing. A run that is not stuck ends after
 * {@value #PATIENCE} steps of no promise without a gradient below the least before; but first the method begins anew
 * there, for its model may be spoilt, and again as long as f has fallen by more than its noise.
 *
 * @param least the least ‖g‖∞ of all steps
 * @param steps how many steps of no promise came after it
 * @param from the value where the method began anew; ∞ if it never did
 */
public record RoundOff(double least, long steps, double from) {
    /** Before the first step. */
    static final RoundOff NONE = new RoundOff(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);

    static final int PATIENCE = 30;
    private static final double ROUNDINGS = 50;

    /**
     * The same after another step.
     *
     * @param step the step
     * @param at the evaluation where the method stands, or where the step started, on the whole objective
     * @param measured the noise of values, where it was measured; otherwise 0
     */
    RoundOff after(Step step, Evaluation at, double measured) {
        double norm = Vectors.normInf(at.gradient());
        if (norm < least) {
            return new RoundOff(norm, 0, from);
        }
        if (Double.isNaN(step.predicted())) {
            return this; // it knows nothing, as the first step after a restart
        }
        return new RoundOff(least, Math.abs(step.predicted()) > noise(step, at, measured) ? 0 : steps + 1, from);
    }

    /** Whether the method is to begin anew before the run ends for it. */
    boolean isToBeginAnew(Step step, Evaluation at, double measured) {
        boolean goesOn = step.outcome() != Outcome.STUCK && steps >= PATIENCE;
        return goesOn && at != null && at.value() < from - noise(step, at, measured);
    }

    /** The same where the method begins anew. */
    RoundOff anew(Evaluation at) {
        return new RoundOff(least, 0, at.value());
    }

    /**
     * Whether a run ends for it.
     *
     * @param step the last step
     * @param at the evaluation where the method stands; null if it has none
     * @param measured the noise of values, where it was measured; otherwise 0
     * @return STUCK or AT_ROUNDOFF_FLOOR with the numbers, or empty
     */
    Optional<Status> status(Step step, Evaluation at, double measured) {
        boolean stuck = step.outcome() == Outcome.STUCK;
        if (!stuck && (steps < PATIENCE || isToBeginAnew(step, at, measured))) {
            return Optional.empty();
        }
        double decrease = stuck ? -step.predicted() : Math.abs(step.predicted());
        boolean says =
                decrease > 0 || decrease == 0 && at != null && Vectors.normInf(at.gradient()) == 0; // no overflow
        if (at != null && says) {
            double noise = noise(step, at, measured);
            if (decrease <= noise && noise < Double.POSITIVE_INFINITY) {
                String why = String.format(
                        Locale.ROOT, "predicted decrease %.2g<=%.2g=noise of f", Math.abs(decrease), noise);
                String then = stuck ? step.why() : String.format(Locale.ROOT, "|g|>=%.2g in %d steps", least, steps);
                return Optional.of(new Status(Status.Code.AT_ROUNDOFF_FLOOR, why + "; " + then));
            }
        }
        return stuck ? Optional.of(new Status(Status.Code.STUCK, step.why())) : Optional.empty();
    }

    private static double noise(Step step, Evaluation at, double measured) {
        double seen = Double.isNaN(step.noise()) ? 0 : step.noise();
        return Math.max(rounding(at), Math.max(measured, seen));
    }

    /** The rounding of f and of x. */
    static double rounding(Evaluation at) {
        double[] x = at.x();
        double argument = Vectors.absDot(at.gradient(), x);
        return Math.ulp(1.0) * ((ROUNDINGS + Math.sqrt(x.length)) * Math.abs(at.value()) + argument);
    }
}
