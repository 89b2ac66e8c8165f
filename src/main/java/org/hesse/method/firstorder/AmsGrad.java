package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;
import static org.hesse.method.Hyperparameters.positive;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * AMSGrad: Adam whose second moment never falls, so that a rare large gradient is not forgotten.
 *
 * <p>m and v as in {@link Adam}, w ← max(w, v), x ← x − η·m̂/(√ŵ + ε).
 *
 * <p>Source: Reddi, Kale and Kumar (2018), arXiv:1904.09237, Algorithm 2, which corrects no bias; libraries do, in two ways
 * that differ: {@link Maximum}. Departs from the source: ε, which it leaves out.
 *
 * @param rate η, at least 0
 * @param beta1 β₁, decay of the first moment, in [0, 1)
 * @param beta2 β₂, decay of the second moment, in [0, 1)
 * @param eps ε, positive
 * @param maximum of what the maximum is taken
 */
public record AmsGrad(Schedule rate, double beta1, double beta2, double eps, Maximum maximum)
        implements Method<AmsGrad.State> {
    /** Of what the maximum is taken, with c = 1 − β₂ᵏ. */
    public enum Maximum {
        /** Of v, and nothing is corrected, m neither: ŵ = w, m̂ = m. The paper's. */
        UNCORRECTED,
        /** Of v, and the maximum is corrected: ŵ = w/c. PyTorch's; the early divisions by a small c are forgotten. */
        RAW,
        /** Of v̂ = v/c: ŵ = w. Optax's; a large early v̂ stays for ever. */
        CORRECTED
    }

    /** Checks the ranges. */
    public AmsGrad {
        fraction("amsgrad", "beta1", beta1);
        fraction("amsgrad", "beta2", beta2);
        positive("amsgrad", "eps", eps);
    }

    /**
     * AMSGrad with Adam's constants and the maximum of the raw v.
     *
     * @param rate η, constant, at least 0
     */
    public AmsGrad(double rate) {
        this(Schedule.constant(rate), 0.9, 0.999, 1e-8, Maximum.RAW);
    }

    /**
     * What AMSGrad remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param m first moment, length n
     * @param v second moment, length n
     * @param most w, the largest second moment so far, length n
     * @param k steps taken
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] m, double[] v, double[] most, long k)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        int n = x0.length;
        return new State(x0.clone(), Step.START, null, new double[n], new double[n], new double[n], 0);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        long k = s.k + 1;
        double c1 = maximum == Maximum.UNCORRECTED ? 1 : 1 - Math.pow(beta1, k);
        double c2 = 1 - Math.pow(beta2, k);
        double before = maximum == Maximum.CORRECTED ? c2 : 1;
        double after = maximum == Maximum.RAW ? c2 : 1;
        double[] g = e.gradient();
        double[] m = s.m;
        double[] v = s.v;
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            s.most[i] = Math.max(s.most[i], v[i] / before);
            next[i] = s.x[i] - eta * (m[i] / c1) / (Math.sqrt(s.most[i] / after) + eps);
        }
        return new State(next, Step.accepted(eta), e, m, v, s.most, k);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.m, s.v, s.most, s.k);
    }
}
