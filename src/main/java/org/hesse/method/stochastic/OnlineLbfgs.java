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
 * oLBFGS, online L-BFGS: both gradients of a curvature pair are of the same minibatch.
 *
 * <p>x⁺ = x − ηHg with s = x⁺ − x, y = ∇f_B(x⁺) − ∇f_B(x) + λs and H by the two-loop recursion from H₀ = γI, where γ is the
 * mean of sᵀy/yᵀy over all pairs kept, to average the noise away; before the first pair H = εI. The second gradient makes a
 * step cost two on its batch; on the full batch the next step begins with it.
 *
 * <p>Source: Schraudolph, Yu and Günter (2007), AISTATS, Algorithms 2 and 3 with c = 1; there η = η₀τ/(τ + t), which is
 * {@code inverse(rate=η₀,k=1/τ)} in steps.
 *
 * <p>Departs from the source, which is about convex functions: pairs whose sᵀy is not positive are skipped, the step never.
 *
 * @param rate η
 * @param memory m, the most pairs, at least 1
 * @param lambda λ, added to the curvature, at least 0
 * @param eps ε, the first step's H, positive
 */
public record OnlineLbfgs(Schedule rate, int memory, double lambda, double eps) implements Method<OnlineLbfgs.State> {
    /** Checks the ranges. */
    public OnlineLbfgs {
        Hyperparameters.atLeastOne("olbfgs", "memory", memory);
        Hyperparameters.nonNegative("olbfgs", "lambda", lambda);
        Hyperparameters.positive("olbfgs", "eps", eps);
    }

    /**
     * Ten pairs, λ = 0.03, without which it diverges on networks now and then (0 in most of the source), and ε = 1e-6, with
     * which rounding does not spoil the first pair (1e-10 in the source).
     *
     * @param rate η, constant
     */
    public OnlineLbfgs(double rate) {
        this(Schedule.constant(rate), 10, 0.03, 1e-6);
    }

    /**
     * What oLBFGS remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation at x on the batch of the last step; null if there is none
     * @param memory the pairs
     * @param skipped how many pairs were skipped
     */
    public record State(double[] x, Step step, Evaluation evaluation, LimitedMemory memory, long skipped)
            implements org.hesse.method.State {
        @Override
        public String remark() {
            return CurvaturePair.remark(skipped, 0);
        }
    }

    @Override
    public String name() {
        return "olbfgs";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, LimitedMemory.empty(memory, x0.length), 0);
    }

    @Override
    public State step(Oracle f, State s) {
        Evaluation now = Minibatch.evaluate(f, s.x, s.evaluation);
        double[] g = now.gradient();
        LimitedMemory pairs = s.memory.at(g, false, f.parallel());
        double[] d = new double[g.length];
        double slope = pairs.direction(g, d, f.parallel());
        Move move = Move.along(f, now, d, slope, new StepLength.Rate(rate), pairs.size() == 0 ? eps : 1, f.batch(0));
        if (move.failed()) {
            return new State(now.x(), move.gaveUp(now, Double.NaN), now, pairs, s.skipped);
        }
        Evaluation next = move.to();
        double[] step = Vectors.minus(next.x(), now.x());
        double[] y = Vectors.minus(next.gradient(), g);
        Vectors.axpy(lambda, step, y);
        CurvaturePair pair = CurvaturePair.of(step, y, now.batch(), next.batch(), 0);
        f.note(pair);
        return new State(
                next.x(),
                Step.accepted(move.length()),
                next,
                pair.isUsed() ? pairs.with(step, y, 1).averaged() : pairs,
                s.skipped + (pair.isUsed() ? 0 : 1));
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.memory, s.skipped);
    }
}
