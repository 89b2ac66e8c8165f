package org.hesse.method.stochastic;

import java.util.Set;
import org.hesse.linear.ConjugateGradients;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Move;
import org.hesse.method.Step;
import org.hesse.objective.Batch;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Armijo;
import org.hesse.search.LineSearch;
import org.hesse.search.StepLength;

/**
 * Subsampled Newton-CG: the gradient and the line search on many terms, Hessian-vector products on few.
 *
 * <p>A few conjugate gradients on ∇²f_H·d = −∇f_X, then x ← x + αd by a line search on f_X. The Hessian's sample H is a
 * part of the batch of the step; X is all terms, or that batch. Where a direction has no positive curvature the iteration
 * ends with what it has, −∇f at least.
 *
 * <p>Cost: a step takes the gradients of its search on X, and the products on H. Without minibatches, H = X.
 *
 * <p>Source: Byrd, Chin, Neveitt and Nocedal (2011), On the use of stochastic Hessian information in optimization methods
 * for machine learning, SIAM J. Optimization 21(3), Algorithm 1.
 *
 * @param search the line search, first with α = 1
 * @param gradient what X is
 * @param fraction H as a part of the batch, in (0, 1]
 * @param tolerance ‖∇²f_H·d + ∇f_X‖/‖∇f_X‖ at which products end, in [0, 1)
 * @param limit the most products of a step, at least 1
 */
public record SubsampledNewton(LineSearch search, Gradient gradient, double fraction, double tolerance, int limit)
        implements Method<SubsampledNewton.State> {
    /** What gradients and values are of. */
    public enum Gradient {
        /** All terms. */
        FULL,
        /** The batch of the step. */
        BATCH
    }

    /** Checks the ranges. */
    public SubsampledNewton {
        Hyperparameters.check(
                fraction > 0 && fraction <= 1, "subsampled-newton", "fraction", fraction, "0 < fraction <= 1");
        Hyperparameters.fraction("subsampled-newton", "tolerance", tolerance);
        Hyperparameters.atLeastOne("subsampled-newton", "limit", limit);
    }

    /** Armijo's search on all terms, products on the whole batch: at most 10, to 0.1. */
    public SubsampledNewton() {
        this(new Armijo(), Gradient.FULL, 1, 0.1, 10);
    }

    /**
     * What subsampled Newton remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation at x, on X of the last step; null if there is none
     */
    public record State(double[] x, Step step, Evaluation evaluation) implements org.hesse.method.State {}

    @Override
    public String name() {
        return "subsampled-newton";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        Evaluation e = many(f).at(x0.clone());
        return new State(e.x(), Step.START, e);
    }

    private Oracle many(Oracle f) {
        return gradient == Gradient.FULL ? f.on(Batch.ALL) : f;
    }

    @Override
    public State step(Oracle f, State s) {
        Oracle many = many(f);
        Batch batch = many.batch(0);
        Evaluation now = s.evaluation != null && s.evaluation.batch() == batch.id() ? s.evaluation : many.at(s.x);
        if (!now.isFinite()) {
            return new State(s.x, Step.stuck("value or gradient is not finite, f = " + now.value()), now);
        }
        double[] downhill = now.gradient().clone();
        Vectors.scale(-1, downhill);
        ConjugateGradients.Solution solution = new ConjugateGradients(tolerance, limit)
                .solve(f.on(Part.of(f.batch(0), fraction)).need(Curved.class).hessianAt(now.x())::times, downhill);
        boolean newton = Vectors.normInf(solution.x()) > 0;
        StepLength length = new StepLength.Search(search);
        double first = newton ? 1 : Move.first(now, length);
        Move move = Move.along(many, now, newton ? solution.x() : downhill, length, first, batch);
        Evaluation end = move.failed() ? move.end(now) : move.to();
        return new State(end.x(), move.failed() ? move.gaveUp(now, Double.NaN) : move.accepted(true), end);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(Curved.class);
    }
}
