package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.check;
import static org.hesse.method.Hyperparameters.fraction;
import static org.hesse.method.Hyperparameters.positive;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * RAdam: Adam that does not scale its steps before the second moment can be trusted.
 *
 * <p>With ρ∞ = 2/(1 − β₂) − 1 and ρₖ = ρ∞ − 2kβ₂ᵏ/(1 − β₂ᵏ): if ρₖ is above the threshold, x ← x − η·r·m̂/(√v̂ + ε) with r² =
 * (ρₖ − 4)(ρₖ − 2)ρ∞/((ρ∞ − 4)(ρ∞ − 2)ρₖ), otherwise x ← x − ηm̂. With β₂ = 0.999 and the threshold 5 the first five steps
 * are of the second kind.
 *
 * <p>Source: Liu et al. (2020), arXiv:1908.03265, Algorithm 2, whose threshold is 4; libraries use 5, where r is real beyond
 * doubt. Departs from the source: it has no ε.
 *
 * @param rate η, at least 0
 * @param beta1 β₁, decay of the first moment, in [0, 1)
 * @param beta2 β₂, decay of the second moment, in [0, 1)
 * @param eps ε, positive
 * @param threshold the length of the average, ρₖ, above which steps are scaled, at least 4
 * @param place where ε is added; PyTorch has it {@link Epsilon#BEFORE_CORRECTION}
 */
public record RAdam(Schedule rate, double beta1, double beta2, double eps, double threshold, Epsilon place)
        implements Method<Adam.State> {
    /** Checks the ranges. */
    public RAdam {
        fraction("radam", "beta1", beta1);
        fraction("radam", "beta2", beta2);
        positive("radam", "eps", eps);
        check(threshold >= 4, "radam", "threshold", threshold, "at least 4");
    }

    /**
     * RAdam with Adam's constants and the threshold 5.
     *
     * @param rate η, constant, at least 0
     */
    public RAdam(double rate) {
        this(Schedule.constant(rate), 0.9, 0.999, 1e-8, 5, Epsilon.OUTSIDE_ROOT);
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
        double most = 2 / (1 - beta2) - 1;
        double rho = most - 2 * k * (1 - c2) / c2;
        boolean scaled = rho > threshold;
        double r = scaled ? Math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho)) : 1;
        double[] g = e.gradient();
        double[] m = s.m();
        double[] v = s.v();
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            next[i] = s.x()[i] - eta * r * (m[i] / c1) / (scaled ? place.root(v[i], c2, eps) : 1);
        }
        return new Adam.State(next, Step.accepted(eta), e, m, v, k);
    }

    @Override
    public Adam.State moveTo(Adam.State s, double[] x) {
        return s.movedTo(x);
    }
}
