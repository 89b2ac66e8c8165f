package org.hesse.method.stochastic;

import java.util.Set;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.method.quasinewton.CurvaturePair;
import org.hesse.method.quasinewton.LimitedMemory;
import org.hesse.objective.Evaluation;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Schedule;

/**
 * GN-LBFGS: momentum along −Hg, where H learns from Gauss–Newton products; for neural networks on minibatches.
 *
 * <p>v⁺ = μv − ηHg, shortened to a length of Δ where it is more, x⁺ = x + v⁺. Every L steps s is the difference of the means
 * of L iterates each, as in {@link Sqn}, and y = (G + λI)s with the Gauss–Newton matrix G at the newer mean, over the next p
 * batches: sᵀy ≥ λsᵀs on any function. H is made of the pairs by the two-loop recursion from H₀ = γI, γ = sᵀy/yᵀy of the
 * newest; H = cI before the first pair, which comes after 2L steps. A step costs a gradient, and one in L another p products.
 *
 * <p>Source: none that we know for the whole. Pairs: Byrd, Hansen, Nocedal and Singer (2016); G for the Hessian: Martens
 * (2010), ICML; λ: Schraudolph, Yu and Günter (2007); momentum bridges the noise, and Δ the pairs that do not fit.
 *
 * @param rate η
 * @param mu μ, momentum, in [0, 1)
 * @param memory m, the most pairs, at least 1
 * @param interval L, steps between pairs, at least 1
 * @param batches p, how many batches a product goes over, at least 1
 * @param lambda λ, added to the curvature, at least 0
 * @param longest Δ, the longest step, Euclidean, positive
 * @param first c, H before the first pair, positive
 */
public record GnLbfgs(
        Schedule rate, double mu, int memory, int interval, int batches, double lambda, double longest, double first)
        implements Method<GnLbfgs.State> {
    /** Checks the ranges. */
    public GnLbfgs {
        Hyperparameters.fraction("gn-lbfgs", "mu", mu);
        Hyperparameters.atLeastOne("gn-lbfgs", "memory", memory);
        Hyperparameters.atLeastOne("gn-lbfgs", "interval", interval);
        Hyperparameters.atLeastOne("gn-lbfgs", "batches", batches);
        Hyperparameters.nonNegative("gn-lbfgs", "lambda", lambda);
        Hyperparameters.positive("gn-lbfgs", "longest", longest);
        Hyperparameters.positive("gn-lbfgs", "first", first);
    }

    /**
     * μ = 0.9, ten pairs, one every 20 steps over 3 batches, λ = 0.01, Δ = 0.3, c = 10: chosen with η = 0.03 on
     * the 64-64-10 perceptron on the digits, batch 64.
     *
     * @param rate η, constant
     */
    public GnLbfgs(double rate) {
        this(Schedule.constant(rate), 0.9, 10, 20, 3, 0.01, 0.3, 10);
    }

    /**
     * What the method remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation that the last step started from; null before the first
     * @param v the way of the last step, length n
     * @param sum of the points that steps started from since the last mean, length n
     * @param mean the last mean, length n; null before the first
     * @param memory the pairs
     * @param k steps taken
     * @param skipped how many pairs were skipped
     */
    public record State(
            double[] x,
            Step step,
            Evaluation evaluation,
            double[] v,
            double[] sum,
            double[] mean,
            LimitedMemory memory,
            long k,
            long skipped)
            implements org.hesse.method.State {
        @Override
        public String remark() {
            return CurvaturePair.remark(skipped, 0);
        }
    }

    @Override
    public String name() {
        return "gn-lbfgs";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        int n = x0.length;
        LimitedMemory none = LimitedMemory.empty(memory, n);
        return new State(x0.clone(), Step.START, null, new double[n], new double[n], null, none, 0, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        Evaluation now = f.at(s.x);
        if (!now.isFinite()) {
            return new State(s.x, Minibatch.refused(now), now, s.v, s.sum, s.mean, s.memory, s.k, s.skipped);
        }
        long k = s.k + 1;
        double[] sum = Vectors.plus(s.sum, 1, s.x);
        double[] mean = s.mean;
        double[] step = null;
        double[] y = null;
        if (k % interval == 0) {
            Vectors.scale(1.0 / interval, sum);
            double[] at = sum;
            if (mean != null) {
                step = Vectors.minus(at, mean);
                y = Minibatch.product(f, batches, g -> g.need(GaussNewton.class).gaussNewtonAt(at), step);
                Vectors.axpy(lambda, step, y);
            }
            mean = at;
            sum = new double[at.length];
        }
        LimitedMemory pairs = s.memory.at(now.gradient(), false, f.parallel());
        double[] v = new double[sum.length];
        pairs.direction(now.gradient(), v, f.parallel());
        double eta = rate.at(f.clock());
        Vectors.scale(pairs.size() == 0 ? eta * first : eta, v);
        Vectors.axpy(mu, s.v, v);
        double length = Vectors.norm(v);
        if (length > longest) {
            Vectors.scale(longest / length, v);
        }
        long skipped = s.skipped;
        if (y != null) { // of use from the next step on
            long batch = f.batch(1).id();
            CurvaturePair pair = CurvaturePair.of(step, y, batch, batch, 0);
            f.note(pair);
            pairs = pair.isUsed() ? pairs.with(step, y, pair.sy() / pair.yy()) : pairs;
            skipped += pair.isUsed() ? 0 : 1;
        }
        double[] next = Vectors.plus(s.x, 1, v);
        return new State(next, Step.accepted(eta), now, v, sum, mean, pairs, k, skipped);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.v, s.sum, s.mean, s.memory, s.k, s.skipped);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(GaussNewton.class);
    }
}
