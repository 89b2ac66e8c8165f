package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;
import static org.hesse.method.Hyperparameters.positive;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * RMSProp: steps scaled by a running mean of squared gradients.
 *
 * <p>v ← ρv + (1 − ρ)g², x ← x − ηg/(√v + ε), v = 0 at the start and not corrected for it: the first step is 1/√(1 − ρ) =
 * 3.16 times η long.
 *
 * <p>Source: Tieleman and Hinton (2012), Lecture 6e of Neural Networks for Machine Learning.
 *
 * @param rate η, at least 0
 * @param rho ρ, decay of the running mean, in [0, 1)
 * @param eps ε, positive
 * @param place where ε is added; there is no bias correction for it to come before
 */
public record RMSProp(Schedule rate, double rho, double eps, Epsilon place) implements Method<RMSProp.State> {
    /** Checks the ranges. */
    public RMSProp {
        fraction("rmsprop", "rho", rho);
        positive("rmsprop", "eps", eps);
    }

    /**
     * RMSProp with ρ = 0.9 and ε = 1e-8 outside the root.
     *
     * @param rate η, constant, at least 0
     */
    public RMSProp(double rate) {
        this(Schedule.constant(rate), 0.9, 1e-8, Epsilon.OUTSIDE_ROOT);
    }

    /**
     * What RMSProp remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param v the running mean of squared gradients, length n
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] v) implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length]);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        double[] g = e.gradient();
        double[] v = s.v;
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
            next[i] = s.x[i] - eta * g[i] / place.root(v[i], 1, eps);
        }
        return new State(next, Step.accepted(eta), e, v);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.v);
    }
}
