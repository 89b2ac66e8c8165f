package org.hesse.method;

import org.hesse.linear.Vectors;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Searched;
import org.hesse.search.StepLength;
import org.hesse.search.Trial;
import org.hesse.search.VectorRay;

/**
 * What came of going along a direction: what line-search methods share, each step of them one move, or two.
 *
 * @param to the evaluation at the new point; after a failed search the lowest point seen on the way if that is a descent,
 *     else null
 * @param length the step length
 * @param slope gᵀd; NaN where nothing was searched
 * @param predicted after a failed search the change of the value that the slopes along the direction promise, negative;
 *     NaN where they promise none
 * @param noise after a failed search the error of values that it saw; NaN if it saw none
 * @param why what stopped it; empty if the new point is acceptable
 */
public record Move(Evaluation to, double length, double slope, double predicted, double noise, String why) {
    /**
     * Goes along a direction.
     *
     * @param f the oracle
     * @param now the evaluation to start from, on the oracle's batch
     * @param d the direction, length n, not modified
     * @param length how far
     * @param first the first trial of a search; a rate is reduced by it if it is below 1
     * @param batch the batch that the new point is evaluated on
     * @return where it led, or why it did not
     */
    public static Move along(Oracle f, Evaluation now, double[] d, StepLength length, double first, Batch batch) {
        return along(f, now, d, Vectors.dot(now.gradient(), d), length, first, batch);
    }

    /**
     * Goes along a direction with a slope that is known.
     *
     * @param f the oracle
     * @param now the evaluation to start from, on the oracle's batch
     * @param d the direction, length n, not modified
     * @param slope gᵀd
     * @param length how far
     * @param first the first trial of a search; a rate is reduced by it if it is below 1
     * @param batch the batch that the new point is evaluated on
     * @return where it led, or why it did not
     */
    public static Move along(
            Oracle f, Evaluation now, double[] d, double slope, StepLength length, double first, Batch batch) {
        if (!now.isFinite()) {
            return failed("the iterate has the value " + now.value() + " and a gradient of norm "
                    + Vectors.norm(now.gradient()) + ", which are not both finite");
        }
        if (length instanceof StepLength.Rate r) {
            double alpha = Math.min(1, first) * r.rate().at(f.clock());
            return made(f.on(batch).at(Vectors.plus(now.x(), alpha, d)), alpha, Double.NaN);
        }
        VectorRay ray = new VectorRay(f, now, d, slope);
        if (!(ray.slope() < 0)) {
            String why = "no descent along the direction, slope " + ray.slope();
            double promise = Vectors.normInf(now.gradient()) == 0 ? 0 : Double.NaN;
            return new Move(null, 0, ray.slope(), promise, Double.NaN, why);
        }
        SeenRay seen = new SeenRay(ray);
        Searched searched = ((StepLength.Search) length).line().search(seen, first);
        if (searched instanceof Searched.NotFound notFound) {
            Trial best = notFound.best();
            Evaluation to = best == null ? null : best.evaluation();
            double reached = best == null ? 0 : best.alpha();
            return new Move(to, reached, ray.slope(), seen.promise(), seen.noise(), notFound.why());
        }
        Trial trial = ((Searched.Found) searched).trial();
        Evaluation found = trial.evaluation();
        return made(found.batch() == batch.id() ? found : f.on(batch).at(found.x()), trial.alpha(), ray.slope());
    }

    private static Move made(Evaluation to, double length, double slope) {
        return new Move(to, length, slope, Double.NaN, Double.NaN, "");
    }

    private static Move failed(String why) {
        return new Move(null, 0, Double.NaN, Double.NaN, Double.NaN, why);
    }

    /**
     * The first trial along −g while nothing is known of the curvature: no variable moves by more than 1, and a parabola that
     * ends there would not fall further than |f|. The latter is what a sum of squares allows; for other functions it is but
     * a scale.
     *
     * <p>Source: Fletcher (1987), Practical Methods of Optimization, 2nd edition, (2.6.8), with Δf = |f|.
     *
     * @param now the evaluation to start from
     * @param length what the step length comes from
     * @return the step length min(1/‖g‖∞, 2|f|/gᵀg), without the latter for a rate, or where it is 0 or not finite
     */
    public static double first(Evaluation now, StepLength length) {
        double[] g = now.gradient();
        double parabola = 2 * Math.abs(now.value()) / Vectors.dot(g, g);
        return parabola > 0 && length instanceof StepLength.Search ? Math.min(first(g), parabola) : first(g);
    }

    /**
     * A step length along −g by which no variable moves by more than 1.
     *
     * @param g the gradient
     * @return the step length 1/‖g‖∞
     */
    public static double first(double[] g) {
        return Math.min(Double.MAX_VALUE, 1 / Vectors.normInf(g));
    }

    /**
     * This move, after another from the same point that failed: if it fails, too, nothing that the other saw is lost.
     *
     * @param other what came of the other
     * @return this move, perhaps with the lowest point and the greater promise of both
     */
    public Move after(Move other) {
        if (!failed()) {
            return this;
        }
        boolean otherIsLower = other.to != null && (to == null || other.to.value() < to.value());
        Evaluation lowest = otherIsLower ? other.to : to;
        double reached = otherIsLower ? other.length : length;
        return new Move(lowest, reached, slope, lower(predicted, other.predicted), -lower(-noise, -other.noise), why);
    }

    /**
     * Whether no acceptable point was found.
     *
     * @return true if there is a reason why not
     */
    public boolean failed() {
        return !why.isEmpty();
    }

    /**
     * Where a step that failed ends: nothing is lost that was seen on the way, unless another batch comes next.
     *
     * @param now the evaluation it started from
     * @return the evaluation to go on with
     */
    public Evaluation end(Evaluation now) {
        return to == null || to.gradient() == null || to.batch() != 0 || now.batch() != 0 ? now : to;
    }

    /**
     * The end of a step that found no new point: of the run, unless the next step has another batch.
     *
     * @param now the evaluation it started from
     * @param model the change that the method's own model promises, negative; NaN if it has none
     * @return the step, with the greatest of the promises: along a line f falls no further than it can, and where it
     *     fell further than any of them said none is to be believed
     */
    public Step gaveUp(Evaluation now, double model) {
        double seen = to == null ? Double.NaN : to.value() - now.value();
        double promise = lower(lower(model, predicted), seen);
        return now.batch() == 0 || !now.isFinite()
                ? new Step(Outcome.STUCK, 0, promise, noise, why)
                : Step.rejected(why);
    }

    /**
     * A step that was made.
     *
     * @param known whether the direction is −B⁻¹g for a B that has learnt something
     * @return accepted; it predicts the change gᵀs + ½sᵀBs if B is known
     */
    public Step accepted(boolean known) {
        double predicted = known ? length * (1 - 0.5 * length) * slope : Double.NaN;
        return new Step(Outcome.ACCEPTED, length, predicted, "");
    }

    /**
     * The lower of two changes.
     *
     * @param a a change of the value; NaN if there is none
     * @param b another one
     * @return the lower one of those that there are; NaN if there is none
     */
    public static double lower(double a, double b) {
        return Double.isNaN(a) || b < a ? b : a;
    }
}
