package org.hesse.method.quasinewton;

import org.hesse.linear.Vectors;
import org.hesse.method.Step;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Searched;
import org.hesse.search.StepLength;
import org.hesse.search.Trial;
import org.hesse.search.VectorRay;

/**
 * What came of going along a direction.
 *
 * @param to the evaluation at the new point, for the curvature pair; after a failed search the lowest point seen on the
 *     way if that is a descent, else null
 * @param length the step length
 * @param why what stopped it; empty if the new point is acceptable
 */
record Move(Evaluation to, double length, String why) {
    /**
     * Goes along a direction.
     *
     * @param f the oracle
     * @param now the evaluation to start from, on the oracle's batch
     * @param d the direction, length n, not modified
     * @param length how far
     * @param first the first trial of a search; a rate is reduced by it if it is below 1
     * @param pairs which batch the new point is evaluated on
     */
    static Move along(Oracle f, Evaluation now, double[] d, StepLength length, double first, Pairs pairs) {
        if (!now.isFinite()) {
            return failed("the iterate has the value " + now.value() + " and a gradient of norm "
                    + Vectors.norm(now.gradient()) + ", which are not both finite");
        }
        Batch batch = f.batch(pairs == Pairs.NAIVE ? 1 : 0);
        if (length instanceof StepLength.Rate r) {
            double alpha = Math.min(1, first) * r.rate().at(f.clock());
            return new Move(f.on(batch).at(Vectors.plus(now.x(), alpha, d)), alpha, "");
        }
        VectorRay ray = new VectorRay(f, now, d);
        if (!(ray.slope() < 0)) {
            return failed("no descent along the direction, slope " + ray.slope());
        }
        Searched searched = ((StepLength.Search) length).line().search(ray, first);
        if (searched instanceof Searched.NotFound notFound) {
            Trial best = notFound.best();
            return new Move(best == null ? null : best.evaluation(), best == null ? 0 : best.alpha(), notFound.why());
        }
        Trial trial = ((Searched.Found) searched).trial();
        Evaluation found = trial.evaluation();
        return new Move(found.batch() == batch.id() ? found : f.on(batch).at(found.x()), trial.alpha(), "");
    }

    private static Move failed(String why) {
        return new Move(null, 0, why);
    }

    /**
     * The first trial while nothing is known of the curvature, along −g: no variable moves by more than 1.
     *
     * @param g the gradient
     */
    static double first(double[] g) {
        return Math.min(Double.MAX_VALUE, 1 / Vectors.normInf(g));
    }

    /**
     * This move, after another from the same point that failed: if it fails, too, nothing that the other saw is lost.
     *
     * @param other what came of the other
     */
    Move after(Move other) {
        boolean otherIsLower = other.to != null && (to == null || other.to.value() < to.value());
        return failed() && otherIsLower ? new Move(other.to, other.length, why) : this;
    }

    boolean failed() {
        return !why.isEmpty();
    }

    /** Where a step that failed ends: nothing is lost that was seen on the way, unless another batch comes next. */
    Evaluation end(Evaluation now) {
        return to == null || to.gradient() == null || to.batch() != 0 || now.batch() != 0 ? now : to;
    }

    /** The end of a step that found no new point: of the run, unless the next step has another batch. */
    static Step gaveUp(Evaluation now, String why) {
        return now.batch() == 0 || !now.isFinite() ? Step.stuck(why) : Step.rejected(why);
    }
}
