package org.hesse.method.stochastic;

import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Move;
import org.hesse.method.Step;
import org.hesse.method.quasinewton.CurvaturePair;
import org.hesse.method.quasinewton.LimitedMemory;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;

/**
 * SdLBFGS, stochastic damped L-BFGS: for functions that are not convex, where sᵀy may have any sign.
 *
 * <p>x⁺ = x − ηHg, both gradients of a pair on the same minibatch. With γ = max(yᵀy/sᵀy, δ) the pair learns from
 * ȳ = θy + (1 − θ)γs, θ = 0.75σ/(σ − sᵀy) where sᵀy &lt; 0.25σ, σ = γsᵀs, and θ = 1 elsewhere: sᵀȳ ≥ 0.25σ, so that every
 * pair is used. A step costs two gradients on its batch; on the full batch the next step begins with the second. Before the
 * first pair the rate is reduced so that no variable moves by more than 1.
 *
 * <p>Source: Wang, Ma, Goldfarb and Liu (2017), SIAM J. Optimization 27, 927–956, (3.2), (3.4) and Procedure 3.1.
 *
 * <p>Departs from the source: see {@link Initial}; the rate before the first pair.
 *
 * @param rate η
 * @param memory m, the most pairs, at least 1
 * @param delta δ, the least curvature of H₀, positive
 * @param initial which y the recursion begins with
 */
public record SdLbfgs(Schedule rate, int memory, double delta, Initial initial) implements Method<SdLbfgs.State> {
    private static final double DAMPING = 0.25;

    /** What H₀ is made of, where the recursion begins. */
    public enum Initial {
        /** H₀ = min(sᵀȳ/ȳᵀȳ, 1/δ) of the damped ȳ, which fits the pairs that are stored. */
        DAMPED,
        /** H₀ = 1/γ of the y as it was: the source. Where sᵀy ≤ 0 it knows nothing of the pair: 1/δ. */
        UNDAMPED
    }

    /** Checks the ranges. */
    public SdLbfgs {
        Hyperparameters.atLeastOne("sdlbfgs", "memory", memory);
        Hyperparameters.positive("sdlbfgs", "delta", delta);
    }

    /**
     * Ten pairs, δ = 1, H₀ of the damped pair.
     *
     * @param rate η, constant
     */
    public SdLbfgs(double rate) {
        this(Schedule.constant(rate), 10, 1, Initial.DAMPED);
    }

    /**
     * What SdLBFGS remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation at x on the batch of the last step; null if there is none
     * @param memory the pairs, with the damped ȳ
     * @param skipped how many pairs were skipped, for they were not finite or of no length
     * @param damped how many pairs were damped
     */
    public record State(double[] x, Step step, Evaluation evaluation, LimitedMemory memory, long skipped, long damped)
            implements org.hesse.method.State {
        @Override
        public String remark() {
            return CurvaturePair.remark(skipped, damped);
        }
    }

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, LimitedMemory.empty(memory, x0.length), 0, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        Evaluation now = Minibatch.evaluate(f, s.x, s.evaluation);
        double[] g = now.gradient();
        LimitedMemory pairs = s.memory.at(g, false, f.parallel());
        double[] d = new double[g.length];
        double slope = pairs.direction(g, d, f.parallel());
        double first = pairs.size() == 0 ? Move.first(g) : 1;
        Move move = Move.along(f, now, d, slope, new StepLength.Rate(rate), first, f.batch(0));
        if (move.failed()) {
            return new State(now.x(), move.gaveUp(now, Double.NaN), now, pairs, s.skipped, s.damped);
        }
        Evaluation next = move.to();
        double[] step = Vectors.minus(next.x(), now.x());
        double[] y = Vectors.minus(next.gradient(), g);
        CurvaturePair pair = CurvaturePair.of(step, y, now.batch(), next.batch(), 0);
        double gamma = pair.sy() > 0 ? Math.max(pair.yy() / pair.sy(), delta) : delta;
        double sigma = gamma * pair.ss();
        if (pair.sy() < DAMPING * sigma) {
            double theta = (1 - DAMPING) * sigma / (sigma - pair.sy());
            pair = pair.damped(theta, "s'y/s'Bs = " + pair.sy() / sigma + " < " + DAMPING);
            Vectors.scale(theta, y);
            Vectors.axpy((1 - theta) * gamma, step, y);
        }
        CurvaturePair learnt = CurvaturePair.of(step, y, now.batch(), next.batch(), 0);
        boolean used = learnt.isUsed();
        f.note(used ? pair : learnt);
        double h0 = initial == Initial.UNDAMPED ? 1 / gamma : Math.min(learnt.sy() / learnt.yy(), 1 / delta);
        return new State(
                next.x(),
                Step.accepted(move.length()),
                next,
                used ? pairs.with(step, y, h0) : pairs,
                s.skipped + (used ? 0 : 1),
                s.damped + (used && pair.decision() == CurvaturePair.Decision.DAMPED ? 1 : 0));
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.memory, s.skipped, s.damped);
    }
}
