package org.hesse.method.stochastic;

import java.util.Set;
import java.util.random.RandomGenerator;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Bartlett;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Schedule;

/**
 * Sophia: momentum divided by a running diagonal of the curvature, each component clipped.
 *
 * <p>m ← β₁m + (1 − β₁)g; every k steps, from the first on, h ← β₂h + (1 − β₂)ĥ; x ← x − η·u, u by the
 * {@link Scaling}. ĥ is z∘∇²f·z with a random z (Sophia-H) or that of drawn labels (Sophia-G). Neither moment is corrected
 * for its start at 0.
 *
 * <p>Cost: a gradient a step, and every k steps a Hessian-vector product or a gradient more.
 *
 * <p>Source: Liu et al. (2023), arXiv:2305.14342, Algorithms 1 to 3. Departs from the source: z has entries ±1 where
 * Algorithm 1 has normal ones (less variance, the same mean), and weight decay is left to a wrapper.
 *
 * @param rate η
 * @param beta1 β₁, decay of the momentum, in [0, 1)
 * @param beta2 β₂, decay of the curvature, in [0, 1)
 * @param rho γ or ρ of the scaling, positive
 * @param eps ε, positive
 * @param every k, at least 1
 * @param estimator of the diagonal
 * @param scaling how momentum is divided by it: three rules are in use, for which ρ means different things
 */
public record Sophia(
        Schedule rate,
        double beta1,
        double beta2,
        double rho,
        double eps,
        int every,
        Estimator estimator,
        Scaling scaling)
        implements Method<Sophia.State> {
    /** Where the diagonal comes from. */
    public enum Estimator {
        /** Sophia-H: z∘∇²f·z, of any sign. */
        HUTCHINSON,
        /** Sophia-G: of the Gauss–Newton matrix by drawn labels ({@link Bartlett}), at least 0. */
        BARTLETT
    }

    /** The update u of one component. */
    public enum Scaling {
        /** u = clip(m/max(γh, ε), ±1): the published paper, with γ = 0.01 for H and 0.05 for G. */
        GAMMA {
            @Override
            double of(double m, double h, double rho, double eps) {
                return clip(m / Math.max(rho * h, eps), 1);
            }
        },
        /** u = clip(m/max(h, ε), ±ρ): the first version of the paper; η is 1/ρ of the others'. */
        RHO {
            @Override
            double of(double m, double h, double rho, double eps) {
                return clip(m / Math.max(h, eps), rho);
            }
        },
        /** u = clip(m/(ρh + ε), ±1), h no less than 0: the authors' code, the batch size in h and not in ρ. */
        SUM {
            @Override
            double of(double m, double h, double rho, double eps) {
                return clip(m / (rho * Math.max(h, 0) + eps), 1);
            }
        };

        abstract double of(double m, double h, double rho, double eps);

        private static double clip(double u, double bound) {
            return Math.max(-bound, Math.min(bound, u));
        }
    }

    /** Checks the ranges. */
    public Sophia {
        Hyperparameters.fraction("sophia", "beta1", beta1);
        Hyperparameters.fraction("sophia", "beta2", beta2);
        Hyperparameters.positive("sophia", "rho", rho);
        Hyperparameters.positive("sophia", "eps", eps);
        Hyperparameters.atLeastOne("sophia", "every", every);
    }

    /**
     * Sophia-H with the paper's constants, k = 10.
     *
     * @param rate η, constant
     */
    public Sophia(double rate) {
        this(Schedule.constant(rate), 0.96, 0.99, 0.01, 1e-12, 10, Estimator.HUTCHINSON, Scaling.GAMMA);
    }

    /**
     * What Sophia remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param m momentum, length n
     * @param h curvature, length n
     * @param k steps taken
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] m, double[] h, long k)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length], new double[x0.length], 0);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        double[] estimate = s.k % every == 0 ? estimate(f, s.x) : null;
        double[] g = e.gradient();
        double[] m = s.m;
        double[] h = s.h;
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            h[i] = estimate == null ? h[i] : beta2 * h[i] + (1 - beta2) * estimate[i];
            next[i] = s.x[i] - eta * scaling.of(m[i], h[i], rho, eps);
        }
        return new State(next, Step.accepted(eta), e, m, h, s.k + 1);
    }

    private double[] estimate(Oracle f, double[] x) {
        RandomGenerator random = f.random(0);
        if (estimator == Estimator.BARTLETT) {
            double[] d = new double[x.length];
            f.need(Bartlett.class).diagonalAt(x, random.nextLong(), d);
            return d;
        }
        return Probe.diagonal(f.need(Curved.class).hessianAt(x), random);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.m, s.h, s.k);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(estimator == Estimator.BARTLETT ? Bartlett.class : Curved.class);
    }
}
