package org.hesse.method.stochastic;

import static org.hesse.method.Hyperparameters.atLeastOne;
import static org.hesse.method.Hyperparameters.check;

import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * SARAH: gradient descent with an estimate of the gradient that each step brings up to date by its batch.
 *
 * <p>v₀ = ∇F(x₀); vₖ = ∇f_B(xₖ) − ∇f_B(xₖ₋₁) + vₖ₋₁; xₖ₊₁ = xₖ − ηvₖ; anew every m steps. The differences are of neighbours,
 * not of a snapshot as in {@code Svrg}, so that the steps of one round die out. v₀ is charged as a full gradient, each other
 * step as two gradients on its batch. On the full batch this is gradient descent.
 *
 * <p>Source: Nguyen, Liu, Scheinberg and Takáč (2017), arXiv:1703.00102, Algorithm 1, and 2 (SARAH+) for γ. Departs from
 * it: a round begins at the last iterate of the one before, not at a random one; a batch in place of one term.
 *
 * @param rate η, at least 0
 * @param m steps of a round, at least 1
 * @param gamma γ: a round also ends when ‖vₖ‖² ≤ γ‖v₀‖², in [0, 1); 0 for never, 1/8 in SARAH+
 */
public record Sarah(Schedule rate, int m, double gamma) implements Method<Sarah.State> {
    /** Checks the ranges. */
    public Sarah {
        atLeastOne("sarah", "m", m);
        check(gamma >= 0 && gamma < 1, "sarah", "gamma", gamma, "0 <= gamma < 1");
    }

    /**
     * SARAH at a constant rate.
     *
     * @param rate η, at least 0
     * @param m steps of a round, at least 1
     */
    public Sarah(double rate, int m) {
        this(Schedule.constant(rate), m, 0);
    }

    /**
     * What SARAH remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param before xₖ₋₁, where v was made; null before the first step
     * @param v vₖ₋₁; null before the first step
     * @param full ‖v₀‖², of this round
     * @param age steps made in this round; m or more where it has ended
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] before, double[] v, double full, int age)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, null, null, 0, m);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean anew = s.age >= m;
        Oracle on = anew ? f.on(Batch.ALL) : f;
        double eta = rate.at(f.clock());
        Evaluation e = on.at(s.x);
        double[] v = e.gradient();
        if (e.batch() != Batch.ALL.id()) {
            v = Vectors.plus(Vectors.minus(v, f.at(s.before).gradient()), 1, s.v);
        }
        double square = Vectors.dot(v, v);
        double full = anew ? square : s.full;
        int age = anew ? 1 : square <= gamma * full ? m : s.age + 1;
        return new State(Vectors.plus(s.x, -eta, v), Step.accepted(eta), e, s.x, v, full, age);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.before, s.v, s.full, s.age);
    }
}
