package org.hesse.method.stochastic;

import java.util.Set;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.method.quasinewton.CurvaturePair;
import org.hesse.method.quasinewton.LimitedMemory;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Schedule;

/**
 * SQN, the stochastic quasi-Newton method: curvature pairs seldom, of averaged iterates and a larger batch.
 *
 * <p>x⁺ = x − ηHg on the batch of the step. After every L steps x̄ is the mean of the L points they started from, s the
 * difference of the last two x̄, and y = ∇²f_{S_H}(x̄)s, where S_H are the next p batches (the full batch once). H is made of the
 * pairs by the two-loop recursion from H₀ = γI, γ = sᵀy/yᵀy of the newest; H = I before the first pair, which comes after 2L
 * steps. A step costs a gradient, and one in L another p products.
 *
 * <p>Source: Byrd, Hansen, Nocedal and Singer (2016), SIAM J. Optimization 26, 1008–1031, Algorithms 1 and 2; there η = β/k,
 * L = 10 or 20, and S_H is 6 to 12 times the batch.
 *
 * <p>Departs from the source, which is about convex functions: pairs with too little curvature are skipped.
 *
 * @param rate η
 * @param memory m, the most pairs, at least 1
 * @param interval L, steps between pairs, at least 1
 * @param batches p, how many batches a product goes over, at least 1
 * @param curvature pairs with sᵀy ≤ curvature·sᵀs are skipped, at least 0
 */
public record Sqn(Schedule rate, int memory, int interval, int batches, double curvature) implements Method<Sqn.State> {
    /** Checks the ranges. */
    public Sqn {
        Hyperparameters.atLeastOne("sqn", "memory", memory);
        Hyperparameters.atLeastOne("sqn", "interval", interval);
        Hyperparameters.atLeastOne("sqn", "batches", batches);
        Hyperparameters.nonNegative("sqn", "curvature", curvature);
    }

    /**
     * Ten pairs, one every 20 steps over 6 batches, sᵀy &gt; 1e-4·sᵀs.
     *
     * @param rate η, constant
     */
    public Sqn(double rate) {
        this(Schedule.constant(rate), 10, 20, 6, 1e-4);
    }

    /**
     * What SQN remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation that the last step started from; null before the first
     * @param sum of the points that steps started from since the last mean, length n
     * @param mean the last x̄, length n; null before the first
     * @param memory the pairs
     * @param k steps taken
     * @param skipped how many pairs were skipped
     */
    public record State(
            double[] x,
            Step step,
            Evaluation evaluation,
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
    public State init(Oracle f, double[] x0) {
        int n = x0.length;
        return new State(x0.clone(), Step.START, null, new double[n], null, LimitedMemory.empty(memory, n), 0, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        Evaluation now = f.at(s.x);
        if (!now.isFinite()) {
            return new State(s.x, Minibatch.refused(now), now, s.sum, s.mean, s.memory, s.k, s.skipped);
        }
        long k = s.k + 1;
        double[] sum = Vectors.plus(s.sum, 1, s.x);
        double[] mean = s.mean;
        double[] step = null;
        double[] y = null;
        if (k % interval == 0) {
            Vectors.scale(1.0 / interval, sum);
            step = mean == null ? null : Vectors.minus(sum, mean);
            double[] at = sum;
            y = mean == null
                    ? null
                    : Minibatch.product(
                            f, batches, there -> there.need(Curved.class).hessianAt(at), step);
            mean = sum;
            sum = new double[sum.length];
        }
        LimitedMemory pairs = s.memory.at(now.gradient(), false, f.parallel());
        double[] d = new double[sum.length];
        pairs.direction(now.gradient(), d, f.parallel());
        long skipped = s.skipped;
        if (y != null) {
            long batch = f.batch(1).id();
            CurvaturePair pair = CurvaturePair.of(step, y, batch, batch, curvature);
            f.note(pair);
            pairs = pair.isUsed() ? pairs.with(step, y, pair.sy() / pair.yy()) : pairs;
            skipped += pair.isUsed() ? 0 : 1;
        }
        double eta = rate.at(f.clock());
        return new State(Vectors.plus(s.x, eta, d), Step.accepted(eta), now, sum, mean, pairs, k, skipped);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.sum, s.mean, s.memory, s.k, s.skipped);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(Curved.class);
    }
}
