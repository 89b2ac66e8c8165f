package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;
import static org.hesse.method.Hyperparameters.nonNegative;
import static org.hesse.method.Hyperparameters.positive;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * NAdam: Adam with Nesterov's momentum, the first moment looked at one step ahead.
 *
 * <p>μₖ = β₁(1 − ½·0.96^(kψ)), πₖ = μ₁μ₂…μₖ; m and v as in {@link Adam}; x ← x − η·m̄/(√v̂ + ε) with
 * m̄ = μₖ₊₁m/(1 − πₖ₊₁) + (1 − μₖ)g/(1 − πₖ).
 *
 * <p>Source: Dozat (2016), Incorporating Nesterov Momentum into Adam, ICLR workshop, Algorithm 2. Departs from it:
 * m itself averages with β₁, not with μₖ, as in PyTorch.
 *
 * @param rate η, at least 0
 * @param beta1 β₁, decay of the first moment, in [0, 1)
 * @param beta2 β₂, decay of the second moment, in [0, 1)
 * @param eps ε, positive
 * @param psi ψ, how fast μ grows from about β₁/2 to β₁, at least 0
 */
public record NAdam(Schedule rate, double beta1, double beta2, double eps, double psi) implements Method<NAdam.State> {
    /** Checks the ranges. */
    public NAdam {
        fraction("nadam", "beta1", beta1);
        fraction("nadam", "beta2", beta2);
        positive("nadam", "eps", eps);
        nonNegative("nadam", "psi", psi);
    }

    /**
     * NAdam with β₁ = 0.9, β₂ = 0.999, ε = 1e-8 and ψ = 0.004.
     *
     * @param rate η, constant; usually 2e-3
     */
    public NAdam(double rate) {
        this(Schedule.constant(rate), 0.9, 0.999, 1e-8, 4e-3);
    }

    /**
     * What NAdam remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param m first moment, length n
     * @param v second moment, length n
     * @param k steps taken
     * @param product πₖ; 1 before the first
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] m, double[] v, long k, double product)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length], new double[x0.length], 0, 1);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        long k = s.k + 1;
        double product = s.product * mu(k);
        double ofM = mu(k + 1) / (1 - product * mu(k + 1));
        double ofG = (1 - mu(k)) / (1 - product);
        double c2 = 1 - Math.pow(beta2, k);
        double[] g = e.gradient();
        double[] m = s.m;
        double[] v = s.v;
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            next[i] = s.x[i] - eta * (ofM * m[i] + ofG * g[i]) / (Math.sqrt(v[i] / c2) + eps);
        }
        return new State(next, Step.accepted(eta), e, m, v, k, product);
    }

    private double mu(long k) {
        return beta1 * (1 - 0.5 * Math.pow(0.96, k * psi));
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.m, s.v, s.k, s.product);
    }
}
