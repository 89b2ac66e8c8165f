package org.hesse.method.quasinewton;

import org.hesse.linear.Vectors;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Searched;
import org.hesse.search.StepLength;
import org.hesse.search.VectorRay;

/**
 * What came of going along a direction.
 *
 * @param x the new point, length n; null if there is none
 * @param evaluation the evaluation there, on the batch of the step; null if none was made
 * @param length the step length
 * @param why what stopped it, if there is no new point
 */
record Move(double[] x, Evaluation evaluation, double length, String why) {
    /**
     * Goes along a direction.
     *
     * @param f the oracle
     * @param now the evaluation to start from, on the oracle's batch
     * @param d the direction, length n, not modified
     * @param length how far
     * @param first the first trial of a search, the factor of a rate
     * @param evaluate whether the new point is to be evaluated even if no search has done so
     */
    static Move along(Oracle f, Evaluation now, double[] d, StepLength length, double first, boolean evaluate) {
        if (!now.isFinite()) {
            return failed("the iterate has the value " + now.value() + " and a gradient of norm "
                    + Vectors.norm(now.gradient()) + ", which are not both finite");
        }
        if (length instanceof StepLength.Rate r) {
            double alpha = first * r.rate().at(f.clock());
            double[] x = Vectors.plus(now.x(), alpha, d);
            return new Move(x, evaluate ? f.at(x) : null, alpha, "");
        }
        VectorRay ray = new VectorRay(f, now, d);
        if (!(ray.slope() < 0)) {
            return failed("no descent along the direction, slope " + ray.slope());
        }
        Searched searched = ((StepLength.Search) length).line().search(ray, first);
        return searched instanceof Searched.Found found
                ? new Move(
                        found.trial().evaluation().x(),
                        found.trial().evaluation(),
                        found.trial().alpha(),
                        "")
                : failed(((Searched.NotFound) searched).why());
    }

    private static Move failed(String why) {
        return new Move(null, null, 0, why);
    }

    /**
     * The first step length while nothing is known of the curvature.
     *
     * @param g the gradient
     */
    static double first(double[] g) {
        return Math.max(Double.MIN_NORMAL, Math.min(1, 1 / Vectors.norm(g)));
    }

    boolean failed() {
        return x == null;
    }

    /** The end of a step that found no new point: of the run, unless the next step has another batch. */
    static Step gaveUp(Evaluation now, String why) {
        return now.batch() == 0 || !now.isFinite() ? Step.stuck(why) : Step.rejected(why);
    }
}
