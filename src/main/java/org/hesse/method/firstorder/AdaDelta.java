package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;
import static org.hesse.method.Hyperparameters.positive;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * AdaDelta: steps in the units of the variables, of the size of the steps before them, without a rate to choose.
 *
 * <p>v ← ρv + (1 − ρ)g², Δ = −√(u + ε)/√(v + ε)·g, u ← ρu + (1 − ρ)Δ², x ← x + ηΔ. The first steps are about √ε long and
 * have to grow.
 *
 * <p>Source: Zeiler (2012), arXiv:1212.5701, Algorithm 1. Departs from it: the rate η, 1 in the source; u averages the
 * squares of Δ without it.
 *
 * @param rate η, at least 0
 * @param rho ρ, decay of both running means, in [0, 1)
 * @param eps ε, positive, under both roots
 */
public record AdaDelta(Schedule rate, double rho, double eps) implements Method<AdaDelta.State> {
    /** Checks the ranges. */
    public AdaDelta {
        fraction("adadelta", "rho", rho);
        positive("adadelta", "eps", eps);
    }

    /**
     * AdaDelta with ρ = 0.95 and ε = 1e-6.
     *
     * @param rate η, constant; usually 1
     */
    public AdaDelta(double rate) {
        this(Schedule.constant(rate), 0.95, 1e-6);
    }

    /**
     * What AdaDelta remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param v the running mean of squared gradients, length n
     * @param u the running mean of squared steps, length n
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] v, double[] u)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length], new double[x0.length]);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        double[] g = e.gradient();
        double[] v = s.v;
        double[] u = s.u;
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
            double delta = -Math.sqrt(u[i] + eps) / Math.sqrt(v[i] + eps) * g[i];
            u[i] = rho * u[i] + (1 - rho) * delta * delta;
            next[i] = s.x[i] + eta * delta;
        }
        return new State(next, Step.accepted(eta), e, v, u);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.v, s.u);
    }
}
