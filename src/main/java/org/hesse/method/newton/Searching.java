package org.hesse.method.newton;

import org.hesse.linear.Vectors;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.LineSearch;
import org.hesse.search.Searched;
import org.hesse.search.Trial;
import org.hesse.search.VectorRay;

/**
 * Where a line search along d = −B⁻¹∇f has ended, B positive definite.
 *
 * @param x the iterate, length n
 * @param step the step; it predicts the change of the model ∇fᵀs + ½sᵀBs
 * @param evaluation the evaluation at x
 */
record Searching(double[] x, Step step, Evaluation evaluation) {
    /**
     * Searches.
     *
     * @param search the line search, first with α = 1
     * @param f the oracle
     * @param now the evaluation at x
     * @param p B⁻¹∇f, length n, <em>modified</em>
     * @return where it ended
     */
    static Searching along(LineSearch search, Oracle f, Evaluation now, double[] p) {
        Vectors.scale(-1, p);
        VectorRay ray = new VectorRay(f, now, p);
        if (!(ray.slope() < 0)) {
            String why = "no descent along the direction, slope " + ray.slope();
            return new Searching(now.x(), gaveUp(now, ray.slope(), why), now);
        }
        Searched searched = search.search(ray, 1);
        if (searched instanceof Searched.NotFound notFound) {
            boolean keep = notFound.best() != null && now.batch() == 0; // nothing is lost that was seen on the way
            Evaluation end = keep ? notFound.best().evaluation() : now;
            double promise = Math.min(ray.slope(), 2 * (end.value() - now.value())); // it has come that far already
            return new Searching(end.x(), gaveUp(now, promise, notFound.why()), end);
        }
        Trial trial = ((Searched.Found) searched).trial();
        double predicted = ray.slope() * trial.alpha() * (1 - 0.5 * trial.alpha());
        return new Searching(
                trial.evaluation().x(), new Step(Outcome.ACCEPTED, trial.alpha(), predicted, ""), trial.evaluation());
    }

    /**
     * Nothing to search along.
     *
     * @param now the evaluation at x
     * @return stuck there
     */
    static Searching notFinite(Evaluation now) {
        String why = "value, gradient or Hessian is not finite, f = " + now.value();
        return new Searching(now.x(), Step.stuck(why), now);
    }

    private static Step gaveUp(Evaluation now, double slope, String why) {
        return now.batch() == 0 ? new Step(Outcome.STUCK, 0, 0.5 * slope, why) : Step.rejected(why);
    }
}
