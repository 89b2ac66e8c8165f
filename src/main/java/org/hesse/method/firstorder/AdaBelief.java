package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;
import static org.hesse.method.Hyperparameters.positive;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * AdaBelief: Adam whose second moment is that of the gradient's deviation from its running mean: long steps where the
 * gradient is as expected.
 *
 * <p>m ← β₁m + (1 − β₁)g, s ← β₂s + (1 − β₂)(g − m)² + ε, x ← x − η·m̂/(√ŝ + ε), m̂ and ŝ corrected as in {@link Adam}. The
 * ε within s is kept and adds up to ε/(1 − β₂); without it a constant slope would make s vanish and the step explode.
 *
 * <p>Source: Zhuang et al. (2020), arXiv:2010.07468, Algorithm 2, both places of ε included.
 *
 * @param rate η, at least 0
 * @param beta1 β₁, decay of the first moment, in [0, 1)
 * @param beta2 β₂, decay of the second moment, in [0, 1)
 * @param eps ε, positive, in both places
 */
public record AdaBelief(Schedule rate, double beta1, double beta2, double eps) implements Method<Adam.State> {
    /** Checks the ranges. */
    public AdaBelief {
        fraction("adabelief", "beta1", beta1);
        fraction("adabelief", "beta2", beta2);
        positive("adabelief", "eps", eps);
    }

    /**
     * AdaBelief with β₁ = 0.9, β₂ = 0.999 and ε = 1e-16.
     *
     * @param rate η, constant, at least 0
     */
    public AdaBelief(double rate) {
        this(Schedule.constant(rate), 0.9, 0.999, 1e-16);
    }

    @Override
    public Adam.State init(Oracle f, double[] x0) {
        return Adam.State.at(x0);
    }

    @Override
    public Adam.State step(Oracle f, Adam.State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x());
        long k = s.k() + 1;
        double c1 = 1 - Math.pow(beta1, k);
        double c2 = 1 - Math.pow(beta2, k);
        double[] g = e.gradient();
        double[] m = s.m();
        double[] v = s.v();
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            double surprise = g[i] - m[i];
            v[i] = beta2 * v[i] + (1 - beta2) * surprise * surprise + eps;
            next[i] = s.x()[i] - eta * (m[i] / c1) / (Math.sqrt(v[i] / c2) + eps);
        }
        return new Adam.State(next, Step.accepted(eta), e, m, v, k);
    }

    @Override
    public Adam.State moveTo(Adam.State s, double[] x) {
        return s.movedTo(x);
    }
}
