package org.hesse.method.stochastic;

import java.util.Arrays;
import java.util.Set;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Schedule;

/**
 * AdaHessian: Adam with an estimate of the Hessian's diagonal in place of the gradient in its second moment.
 *
 * <p>D = z ⊙ ∇²f(x)z with zᵢ = ±1 drawn anew each time, |D| averaged over blocks of b neighbours; m ← β₁m + (1 − β₁)g,
 * and every k steps v ← β₂v + (1 − β₂)D²; x ← x − η·m̂/(v̂^{p/2} + ε) with the bias corrected as in Adam. E[D] is the
 * diagonal, but E[D²] is Σⱼ(∇²f)ᵢⱼ²: √v estimates the norms of the rows.
 *
 * <p>Cost: a gradient a step, and every k steps a Hessian-vector product.
 *
 * <p>Source: Yao et al. (2021), arXiv:2006.00719, Algorithm 1. Departs from the source: |D| is averaged, as in the authors'
 * code, where the paper's (10) averages D.
 *
 * @param rate η
 * @param beta1 β₁, decay of the first moment, in [0, 1)
 * @param beta2 β₂, decay of the second moment, in [0, 1)
 * @param eps ε, at least 0
 * @param block b, how many neighbouring variables share one curvature, at least 1
 * @param power p, the Hessian power, in [0, 1]: 1 is Newton's scaling, 0 none
 * @param every k, steps from one estimate of the curvature to the next, at least 1
 */
public record AdaHessian(Schedule rate, double beta1, double beta2, double eps, int block, double power, int every)
        implements Method<AdaHessian.State> {
    /** Checks the ranges. */
    public AdaHessian {
        Hyperparameters.fraction("adahessian", "beta1", beta1);
        Hyperparameters.fraction("adahessian", "beta2", beta2);
        Hyperparameters.nonNegative("adahessian", "eps", eps);
        Hyperparameters.atLeastOne("adahessian", "block", block);
        Hyperparameters.check(power >= 0 && power <= 1, "adahessian", "power", power, "0 <= power <= 1");
        Hyperparameters.atLeastOne("adahessian", "every", every);
    }

    /**
     * AdaHessian with β₁ = 0.9, β₂ = 0.999, ε = 1e-4, without averaging.
     *
     * @param rate η, constant; 0.15 in the paper
     */
    public AdaHessian(double rate) {
        this(Schedule.constant(rate), 0.9, 0.999, 1e-4, 1, 1, 1);
    }

    /**
     * What AdaHessian remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param m first moment, length n
     * @param v second moment of the curvature, length n
     * @param k steps taken
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] m, double[] v, long k)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length], new double[x0.length], 0);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        double[] curvature = s.k % every == 0 ? curvature(f, s.x) : null;
        long k = s.k + 1;
        double c1 = 1 - Math.pow(beta1, k);
        double c2 = 1 - Math.pow(beta2, s.k / every + 1); // estimates so far
        double[] g = e.gradient();
        double[] m = s.m;
        double[] v = s.v;
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = curvature == null ? v[i] : beta2 * v[i] + (1 - beta2) * curvature[i] * curvature[i];
            double root = Math.sqrt(v[i] / c2);
            next[i] = s.x[i] - eta * (m[i] / c1) / ((power == 1 ? root : Math.pow(root, power)) + eps);
        }
        return new State(next, Step.accepted(eta), e, m, v, k);
    }

    /** |z ⊙ ∇²f(x)z|, averaged over the blocks. */
    private double[] curvature(Oracle f, double[] x) {
        double[] d = Probe.diagonal(f.need(Curved.class).hessianAt(x), f.random(0));
        for (int from = 0; from < d.length; from += block) {
            int to = Math.min(from + block, d.length);
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += Math.abs(d[i]);
            }
            Arrays.fill(d, from, to, sum / (to - from));
        }
        return d;
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.m, s.v, s.k);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(Curved.class);
    }
}
