package org.hesse.method.stochastic;

import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Move;
import org.hesse.method.Step;
import org.hesse.method.quasinewton.CurvaturePair;
import org.hesse.method.quasinewton.LimitedMemory;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * Multi-batch L-BFGS: the batches of two steps overlap, and a curvature pair is made on the terms that both have.
 *
 * <p>The step k goes along −Hg on S = B_k ∪ O, where O is the head of B_{k+1}: x⁺ = x − ηHg. The next step evaluates O again,
 * as a part of its own batch, and y = ∇f_O(x⁺) − ∇f_O(x). Each part is evaluated once, and the mean over S made of the parts: a
 * step costs a gradient on (1 + o)|B| terms, all of which it uses. Before the first pair the rate is reduced so that no
 * variable moves by more than 1. On the full batch the overlap is the batch.
 *
 * <p>Source: Berahas, Nocedal and Takáč (2016), NIPS 29, Algorithm 1, with the cautious update of their section 2.3.
 *
 * <p>Departs from the source: the rate before the first pair, and the mean over S, which weighs every term alike.
 *
 * @param rate η
 * @param memory m, the most pairs, at least 1
 * @param overlap o, the share of a batch that the step before uses, too, in (0, 1]; 0.2 to 0.25 in the source. A batch that
 *     is no list of rows is not divided: there it is 1
 * @param curvature pairs with sᵀy ≤ curvature·sᵀs are skipped, at least 0
 */
public record MultiBatchLbfgs(Schedule rate, int memory, double overlap, double curvature)
        implements Method<MultiBatchLbfgs.State> {
    /** Checks the ranges. */
    public MultiBatchLbfgs {
        Hyperparameters.atLeastOne("multi-batch-lbfgs", "memory", memory);
        Hyperparameters.check(overlap > 0 && overlap <= 1, "multi-batch-lbfgs", "overlap", overlap, "0 < overlap <= 1");
        Hyperparameters.nonNegative("multi-batch-lbfgs", "curvature", curvature);
    }

    /**
     * Ten pairs, an overlap of a quarter, sᵀy &gt; 0.03·sᵀs, below which it diverges on networks now and then.
     *
     * @param rate η, constant
     */
    public MultiBatchLbfgs(double rate) {
        this(Schedule.constant(rate), 10, 0.25, 0.03);
    }

    /**
     * What the method remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation that the last step started from, on its whole batch; null before the first
     * @param shared the part of it on the terms of the next batch; null if there is none
     * @param memory the pairs
     * @param skipped how many pairs were skipped
     */
    public record State(
            double[] x, Step step, Evaluation evaluation, Evaluation shared, LimitedMemory memory, long skipped)
            implements org.hesse.method.State {
        @Override
        public String remark() {
            return CurvaturePair.remark(skipped, 0);
        }
    }

    @Override
    public String name() {
        return "multi-batch-lbfgs";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, null, LimitedMemory.empty(memory, x0.length), 0);
    }

    @Override
    public State step(Oracle f, State s) {
        Batch batch = f.batch(0);
        Batch head = head(batch);
        Batch ahead = head(f.batch(1));
        Evaluation before = f.on(head).at(s.x);
        Evaluation own = before;
        if (!head.equals(batch)) {
            Batch.Rows tail = ((Batch.Rows) batch).tail((int) Minibatch.weight(head));
            own = Minibatch.mean(before, Minibatch.weight(head), f.on(tail).at(s.x), Minibatch.weight(tail));
        }
        Evaluation after = batch.id() == 0 ? before : f.on(ahead).at(s.x);
        Evaluation now =
                batch.id() == 0 ? own : Minibatch.mean(own, Minibatch.weight(batch), after, Minibatch.weight(ahead));
        LimitedMemory pairs = s.memory; // all is evaluated: from here on nothing throws
        boolean skipped = false;
        if (s.shared != null && s.shared.batch() == before.batch()) {
            double[] step = Vectors.minus(s.x, s.shared.x());
            double[] y = Vectors.minus(before.gradient(), s.shared.gradient());
            CurvaturePair pair = CurvaturePair.of(step, y, s.shared.batch(), before.batch(), curvature);
            f.note(pair);
            skipped = !pair.isUsed();
            pairs = skipped ? pairs : pairs.with(step, y, pair.sy() / pair.yy());
        }
        long count = s.skipped + (skipped ? 1 : 0);
        if (!now.isFinite()) {
            return new State(s.x, Minibatch.refused(now), now, null, pairs, count);
        }
        pairs = pairs.at(now.gradient(), false, f.parallel());
        double[] d = new double[s.x.length];
        pairs.direction(now.gradient(), d, f.parallel());
        double alpha = rate.at(f.clock()) * (pairs.size() == 0 ? Math.min(1, Move.first(now.gradient())) : 1);
        return new State(Vectors.plus(s.x, alpha, d), Step.accepted(alpha), now, after, pairs, count);
    }

    /** The terms of a batch that the step before it uses, too. */
    private Batch head(Batch batch) {
        return batch instanceof Batch.Rows rows
                ? rows.head((int) Math.max(1, Math.round(overlap * (rows.to() - rows.from()))))
                : batch;
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, null, s.memory, s.skipped);
    }
}
