package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;
import static org.hesse.method.Hyperparameters.nonNegative;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * Lion: steps of the same length in every variable, by the sign of an average of gradient and momentum.
 *
 * <p>x ← x − η(sign(β₁m + (1 − β₁)g) + λx), then m ← β₂m + (1 − β₂)g. Where that average is 0 only the decay moves the variable.
 *
 * <p>Source: Chen et al. (2023), arXiv:2302.06675, Algorithm 2.
 *
 * @param rate η, at least 0; 3 to 10 times less than for Adam
 * @param beta1 β₁, the weight of the momentum in the step, in [0, 1)
 * @param beta2 β₂, decay of the momentum, in [0, 1)
 * @param lambda λ, decoupled weight decay, at least 0
 */
public record Lion(Schedule rate, double beta1, double beta2, double lambda) implements Method<Lion.State> {
    /** Checks the ranges. */
    public Lion {
        fraction("lion", "beta1", beta1);
        fraction("lion", "beta2", beta2);
        nonNegative("lion", "lambda", lambda);
    }

    /**
     * Lion with β₁ = 0.9, β₂ = 0.99 and no decay.
     *
     * @param rate η, constant; usually 1e-4
     */
    public Lion(double rate) {
        this(Schedule.constant(rate), 0.9, 0.99, 0);
    }

    /**
     * What Lion remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param m the momentum, length n
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] m) implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length]);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        double[] g = e.gradient();
        double[] m = s.m;
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            double sign = Math.signum(beta1 * m[i] + (1 - beta1) * g[i]);
            m[i] = beta2 * m[i] + (1 - beta2) * g[i];
            next[i] = s.x[i] - eta * (sign + lambda * s.x[i]);
        }
        return new State(next, Step.accepted(eta), e, m);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.m);
    }
}
