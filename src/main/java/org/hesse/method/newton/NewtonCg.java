package org.hesse.method.newton;

import java.util.Set;
import org.hesse.linear.ConjugateGradients;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Move;
import org.hesse.method.Restart;
import org.hesse.method.Step;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.LineSearch;
import org.hesse.search.Preconditioning;
import org.hesse.search.StepLength;
import org.hesse.search.Zoom;

/**
 * Newton-CG, or truncated Newton: Newton's direction from Hessian-vector products alone, as exact as it is worth, and a
 * line search.
 *
 * <p>Conjugate gradients on ∇²f·d = −∇f end at the {@link Forcing} term; x ← x + αd. They are preconditioned by L-BFGS from
 * pairs (d, ∇²f·d) of earlier iterations ({@link ConjugatePairs}) around a {@link Preconditioning}.
 *
 * <p>Negative curvature: a direction p with pᵀ∇²f·p ≤ 0 ends the iteration with a last step along it, as long as if the
 * curvature were |pᵀ∇²f·p|/pᵀp, or a tenth of the greatest seen; it goes downhill, away from saddles and maxima.
 * If the search fails, the pairs are forgotten and the step is tried once more along −∇f; if that fails too, the method
 * is stuck. On a minibatch, gradient, products and search are on the batch; the pairs go on from one to the next.
 *
 * <p>Source: Dembo and Steihaug (1983), Math. Programming 26, 190–212; Nocedal and Wright (2006), Numerical Optimization,
 * 2nd edition, Algorithm 7.1. Departs from the source: that returns the iterate before p, and −∇f in place of none.
 *
 * @param search the line search, first with α = 1
 * @param forcing how exactly the systems are solved
 * @param preconditioning what they are preconditioned by besides pairs
 * @param memory the most pairs, at least 0
 * @param limit the most products of one step, at least 1; it takes 2n at most
 */
public record NewtonCg(LineSearch search, Forcing forcing, Preconditioning preconditioning, int memory, int limit)
        implements Method<NewtonCg.State> {
    private static final double LEAST_CURVATURE = 0.1;

    /** Checks the numbers. */
    public NewtonCg {
        Hyperparameters.check(memory >= 0, "newton-cg", "memory", memory, "at least 0");
        Hyperparameters.atLeastOne("newton-cg", "limit", limit);
    }

    /** Zoom, Eisenstat and Walker's forcing, 20 pairs, at most 500 products a step. */
    public NewtonCg() {
        this(Preconditioning.NONE);
    }

    /**
     * The defaults but for the preconditioning.
     *
     * @param preconditioning what systems are preconditioned by besides pairs
     */
    public NewtonCg(Preconditioning preconditioning) {
        this(new Zoom(), Forcing.EISENSTAT_WALKER, preconditioning, 20, 500);
    }

    /**
     * What Newton-CG remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts the change of the model ∇fᵀs + ½sᵀ∇²f·s
     * @param evaluation the evaluation at x, on the batch of the last step; null if there is none
     * @param eta η of the last step
     * @param norm ‖∇f‖ where the last step started; NaN before the first
     * @param s the directions of the pairs, the oldest first
     * @param y their products
     */
    public record State(
            double[] x, Step step, Evaluation evaluation, double eta, double norm, double[][] s, double[][] y)
            implements org.hesse.method.State {}

    /**
     * A linear system that was solved, more or less.
     *
     * @param status how conjugate gradients ended
     * @param products how many products they took
     * @param eta the forcing term
     * @param residual ‖∇²f·d + ∇f‖/‖∇f‖ before any step along negative curvature
     */
    public record Solved(ConjugateGradients.Status status, int products, double eta, double residual)
            implements Event {}

    @Override
    public String name() {
        return "newton-cg";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        Evaluation e = f.at(x0.clone());
        ConjugatePairs none = ConjugatePairs.NONE;
        return new State(e.x(), Step.START, e, Forcing.MOST, Double.NaN, none.s(), none.y());
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        if (!now.isFinite()) {
            Step stuck = Step.stuck("value or gradient is not finite, f = " + now.value());
            return new State(s.x, stuck, now, s.eta, s.norm, s.s, s.y);
        }
        double norm = Vectors.norm(now.gradient());
        double eta = Double.isNaN(s.norm) ? Forcing.MOST : forcing.next(norm, s.norm, s.eta);
        double[] downhill = now.gradient().clone();
        Vectors.scale(-1, downhill);
        Preconditioning.Preconditioned system =
                preconditioning.of(f.need(Curved.class).hessianAt(now.x()));
        ConjugatePairs.Seen a = new ConjugatePairs.Seen(system.matrix(), memory);
        ConjugatePairs pairs = new ConjugatePairs(s.s, s.y);
        ConjugateGradients.Solution solution = new ConjugateGradients(eta, (int) Math.min(limit, 2L * s.x.length))
                .solve(a, pairs.around(system.inverse()), downhill);
        f.note(new Solved(solution.status(), solution.iterations(), eta, solution.residual() / norm));
        double[] d = direction(solution, a, downhill);
        StepLength length = new StepLength.Search(search);
        Move move = Move.along(f, now, d, length, 1, f.batch(0));
        pairs = a.after(pairs);
        double model = Double.NaN;
        if (move.failed()) {
            f.note(new Restart(move.why()));
            model = 0.5 * move.slope(); // of the whole step d
            pairs = ConjugatePairs.NONE;
            move = Move.along(f, now, downhill, length, Move.first(now, length), f.batch(0))
                    .after(move);
        }
        Evaluation end = move.failed() ? move.end(now) : move.to();
        Step step = move.failed() ? move.gaveUp(now, model) : move.accepted(true);
        return new State(end.x(), step, end, eta, norm, pairs.s(), pairs.y());
    }

    /** The iterate, with the step along a direction of negative curvature. */
    private static double[] direction(ConjugateGradients.Solution solution, ConjugatePairs.Seen a, double[] downhill) {
        double[] d = solution.x();
        if (solution.status() == ConjugateGradients.Status.NEGATIVE_CURVATURE) {
            double[] p = solution.direction();
            double curvature = Math.max(-a.last(), LEAST_CURVATURE * a.greatest());
            double alpha = Vectors.dot(p, downhill) / Vectors.dot(p, p) / curvature;
            Vectors.axpy(Math.min(alpha, Double.MAX_VALUE), p, d);
        }
        return d;
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.eta, Double.NaN, s.s, s.y);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(Curved.class);
    }
}
