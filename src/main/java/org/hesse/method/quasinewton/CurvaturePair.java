package org.hesse.method.quasinewton;

import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;

/**
 * The journal entry of a pair s = x⁺ − x, y = g(x⁺) − g(x).
 *
 * @param sy sᵀy
 * @param ss sᵀs
 * @param yy yᵀy
 * @param cosine sᵀy/(‖s‖‖y‖), which does not depend on the scale of the variables' unit or of the objective
 * @param batchOfX the batch of g(x)
 * @param batchOfNext the batch of g(x⁺)
 * @param decision what became of it
 */
public record CurvaturePair(
        double sy, double ss, double yy, double cosine, long batchOfX, long batchOfNext, Decision decision)
        implements Event {
    /** Some 50 roundings: below it the sign of sᵀy is not known. */
    private static final double LEAST_COSINE = 1e-14;

    /** What becomes of a pair. A pair that is not used never stops the step. */
    public enum Decision {
        /** Used. */
        STORED,
        /** Not used: sᵀy is not positive, or lost in rounding, or not finite. */
        SKIPPED
    }

    /**
     * Measures a pair, and decides.
     *
     * @param from the evaluation at x
     * @param to the evaluation at x⁺
     * @return its journal entry
     */
    public static CurvaturePair of(Evaluation from, Evaluation to) {
        double[] x = from.x();
        double[] g = from.gradient();
        double[] xNext = to.x();
        double[] gNext = to.gradient();
        double sy = 0;
        double ss = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            double si = xNext[i] - x[i];
            double yi = gNext[i] - g[i];
            sy += si * yi;
            ss += si * si;
            yy += yi * yi;
        }
        double cosine = sy / (Math.sqrt(ss) * Math.sqrt(yy));
        boolean known =
                cosine > LEAST_COSINE && sy > 0 && 1 / sy < Double.POSITIVE_INFINITY && yy < Double.POSITIVE_INFINITY;
        return new CurvaturePair(
                sy, ss, yy, cosine, from.batch(), to.batch(), known ? Decision.STORED : Decision.SKIPPED);
    }

    boolean stored() {
        return decision == Decision.STORED;
    }
}
