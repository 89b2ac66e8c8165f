package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;
import static org.hesse.method.Hyperparameters.positive;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * Adam: steps scaled by running moments of the gradient.
 *
 * <p>m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², x ← x − η·m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵏ), v̂ = v/(1 − β₂ᵏ).
 *
 * <p>Source: Kingma and Ba (2015), arXiv:1412.6980, Algorithm 1 (ε added to √v̂, after the bias correction; {@link Epsilon}
 * has other places). Without bias correction m̂ = m and v̂ = v: the first step is then (1 − β₁)/√(1 − β₂) = 3.16 times as
 * long.
 *
 * @param rate η, at least 0
 * @param beta1 β₁, decay of the first moment, in [0, 1)
 * @param beta2 β₂, decay of the second moment, in [0, 1)
 * @param eps ε, positive
 * @param biasCorrection whether the moments are corrected for their start at 0
 * @param place where ε is added
 */
public record Adam(Schedule rate, double beta1, double beta2, double eps, boolean biasCorrection, Epsilon place)
        implements Method<Adam.State> {
    /** Checks the ranges. */
    public Adam {
        fraction("adam", "beta1", beta1);
        fraction("adam", "beta2", beta2);
        positive("adam", "eps", eps);
    }

    /**
     * Adam with ε outside the root.
     *
     * @param rate η, at least 0
     * @param beta1 β₁, decay of the first moment, in [0, 1)
     * @param beta2 β₂, decay of the second moment, in [0, 1)
     * @param eps ε, positive
     * @param biasCorrection whether the moments are corrected for their start at 0
     */
    public Adam(Schedule rate, double beta1, double beta2, double eps, boolean biasCorrection) {
        this(rate, beta1, beta2, eps, biasCorrection, Epsilon.OUTSIDE_ROOT);
    }

    /**
     * Adam with the paper's constants.
     *
     * @param rate η, constant, at least 0
     */
    public Adam(double rate) {
        this(Schedule.constant(rate), 0.9, 0.999, 1e-8, true);
    }

    /**
     * What Adam remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param m first moment, length n
     * @param v second moment, length n
     * @param k steps taken
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] m, double[] v, long k)
            implements org.hesse.method.State {
        static State at(double[] x0) {
            return new State(x0.clone(), Step.START, null, new double[x0.length], new double[x0.length], 0);
        }

        State movedTo(double[] to) {
            return new State(to, step, null, m, v, k);
        }
    }

    @Override
    public State init(Oracle f, double[] x0) {
        return State.at(x0);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        long k = s.k + 1;
        double c1 = biasCorrection ? 1 - Math.pow(beta1, k) : 1;
        double c2 = biasCorrection ? 1 - Math.pow(beta2, k) : 1;
        double[] g = e.gradient();
        double[] m = s.m;
        double[] v = s.v;
        double[] x = s.x;
        double[] next = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            next[i] = x[i] - eta * (m[i] / c1) / place.root(v[i], c2, eps);
        }
        return new State(next, Step.accepted(eta), e, m, v, k);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return s.movedTo(x);
    }
}
