package org.hesse.method.conjugate;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.normInf;
import static org.hesse.linear.Vectors.plus;
import static org.hesse.linear.Vectors.scale;

import org.hesse.method.Method;
import org.hesse.method.Move;
import org.hesse.method.Outcome;
import org.hesse.method.Restart;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.LineSearch;
import org.hesse.search.StepLength;

/**
 * Nonlinear conjugate gradients: d ← −g + βd, x ← x + αd by a line search. The methods differ in β.
 *
 * <p>The first trial, after Hager and Zhang (2005), SIAM J. Optimization 16(1), 170–192, I0 to I2: at the start
 * 0.01·‖x‖∞/‖g‖∞, at the origin 0.01·|f|/‖g‖², or 1; then the minimum of the parabola through φ(0), φ'(0) and φ(0.1·α), α
 * the last step length, if that is lower than φ(0) and the parabola convex; otherwise 2α.
 *
 * <p>Departs from the source: where rounding would make the parabola it is left out, and where there is no hope of one
 * the step length stays: doubled, it would be taken for noise. A direction without descent, or with a failed search, is replaced by −g, first with α = 1/‖g‖∞; if that fails too, the method is
 * stuck. On a minibatch all gradients of a step are of its batch.
 */
public sealed interface ConjugateGradient extends Method<ConjugateGradient.State> permits CgDescent, PolakRibiere {
    /** The part of f below which a difference of two values is mostly rounding. */
    double DROWNED = 1e-12;

    /**
     * The line search.
     *
     * @return a search with a tight condition on slopes
     */
    LineSearch search();

    /**
     * Whether the first trial is the minimum of a parabola where there is one, at the cost of one value a step.
     *
     * @return false for 2α
     */
    boolean quadratic();

    /**
     * β for the next direction.
     *
     * @param g the gradient before the step, length n, not modified
     * @param next the gradient after it, length n, not modified
     * @param d the direction of the step, length n, not modified
     * @return β; 0 to begin anew along −g
     */
    double beta(double[] g, double[] next, double[] d);

    /**
     * What conjugate gradients remember.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts as if its search were exact on a quadratic
     * @param evaluation the evaluation at x for the next step; null if there is none
     * @param d the direction of the last step, length n
     * @param beta β of the next direction; 0 for −g
     * @param alpha the last step length; NaN before the first
     * @param restarts how often a direction was given up for −g
     */
    record State(double[] x, Step step, Evaluation evaluation, double[] d, double beta, double alpha, long restarts)
            implements org.hesse.method.State {
        @Override
        public String remark() {
            return restarts == 0 ? "" : restarts + (restarts == 1 ? " restart" : " restarts") + " along -g";
        }
    }

    @Override
    default State init(Oracle f, double[] x0) {
        Evaluation e = f.at(x0.clone());
        return new State(e.x(), Step.START, e, new double[x0.length], 0, Double.NaN, 0);
    }

    @Override
    default State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        double[] g = now.gradient();
        double[] d = direction(g, s.d, s.beta);
        StepLength length = new StepLength.Search(search());
        Move move = Move.along(f, now, d, length, first(f, now, d, s.alpha), f.batch(0));
        long restarts = s.restarts;
        if (move.failed() && s.beta != 0) {
            f.note(new Restart(move.why()));
            restarts++;
            d = direction(g, s.d, 0);
            move = Move.along(f, now, d, length, Move.first(g), f.batch(0)).after(move);
        }
        if (move.failed()) {
            Evaluation end = move.end(now);
            return new State(end.x(), move.gaveUp(now, Double.NaN), end, s.d, 0, s.alpha, restarts);
        }
        Evaluation next = move.to();
        double beta = beta(g, next.gradient(), d);
        return new State(
                next.x(),
                new Step(Outcome.ACCEPTED, move.length(), 0.5 * move.length() * move.slope(), ""),
                next,
                d,
                Double.isFinite(beta) ? beta : 0,
                move.length(),
                restarts);
    }

    /** −g + βd. */
    private static double[] direction(double[] g, double[] d, double beta) {
        double[] next = g.clone();
        scale(-1, next);
        for (int i = 0; i < next.length && beta != 0; i++) {
            next[i] += beta * d[i];
        }
        return next;
    }

    private double first(Oracle f, Evaluation now, double[] d, double last) {
        double[] g = now.gradient();
        double slope = dot(g, d);
        if (!now.isFinite() || !(slope < 0)) {
            return 1; // there will be no search
        }
        if (Double.isNaN(last)) {
            double size = normInf(now.x());
            double alpha = size > 0 ? 0.01 * size / normInf(g) : 0.01 * Math.abs(now.value()) / dot(g, g);
            return alpha > 0 && alpha < Double.POSITIVE_INFINITY ? alpha : 1;
        }
        double probe = 0.1 * last;
        boolean drowns = -slope * probe <= DROWNED * Math.abs(now.value());
        if (quadratic() && !drowns) {
            double value = f.value(plus(now.x(), probe, d));
            double rise = value - now.value() - slope * probe; // above the tangent
            double alpha = -slope / (2 * rise) * probe * probe;
            if (value <= now.value()
                    && rise > DROWNED * Math.abs(now.value())
                    && alpha > 0
                    && alpha < Double.POSITIVE_INFINITY) {
                return alpha;
            }
        }
        return Math.min(drowns ? last : 2 * last, Double.MAX_VALUE / (1 + norm(d)));
    }

    @Override
    default State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.d, s.beta, s.alpha, s.restarts);
    }
}
