package org.hesse.method.quasinewton;

import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;

/**
 * L-BFGS: BFGS from the newest m curvature pairs only, by the two-loop recursion.
 *
 * <p>d = −Hg with {@link LimitedMemory}, x⁺ = x + αd, s = x⁺ − x, y = g(x⁺) − g(x); pairs whose sᵀy is not positive
 * beyond rounding are skipped. While there are no pairs d = −g, first with α = 1/‖g‖∞, and a rate is reduced by it where it is below 1. If the line search
 * fails, the pairs are forgotten and the step is tried once more along −g; if that fails too, the method is stuck.
 *
 * <p>Source: Liu and Nocedal (1989), Mathematical Programming 45, 503–528, Algorithm 2.1; Nocedal and Wright (2006),
 * Numerical Optimization, 2nd edition, Algorithm 7.5.
 *
 * <p><b>On minibatches</b> a step on batch B begins with g(x) on B, takes the direction and goes along it: by the line
 * search on B's objective, or by a rate (as oLBFGS, Schraudolph, Yu and Günter 2007, here with λ = 0). {@link Pairs} says
 * on which batch g(x⁺) is taken. {@code SAME_BATCH} takes it on B, where the line search has it already, so that the next
 * step, on another batch, evaluates anew: two gradients a step. {@code NAIVE} takes it on the next step's batch, and that
 * step begins with it: one gradient a step with a rate. On the full batch the two are the same, and cost no more than
 * Algorithm 7.5. A step that finds no descent on its batch is rejected, not stuck.
 *
 * @param memory m, the most pairs, at least 1
 * @param length how far to go: a line search, first with α = 1, or a rate
 * @param pairs the gradients that make a pair
 */
public record Lbfgs(int memory, StepLength length, Pairs pairs) implements Method<Lbfgs.State> {
    /** Checks the memory. */
    public Lbfgs {
        Hyperparameters.atLeastOne("lbfgs", "memory", memory);
    }

    /** Ten pairs, a strong Wolfe search, pairs of one batch. */
    public Lbfgs() {
        this(10);
    }

    /**
     * A Moré–Thuente search, pairs of one batch.
     *
     * @param memory m, at least 1
     */
    public Lbfgs(int memory) {
        this(memory, new StepLength.Search(new MoreThuente()), Pairs.SAME_BATCH);
    }

    /**
     * The same method with other gradients for its pairs.
     *
     * @param pairs the gradients that make a pair
     * @return the changed method
     */
    public Lbfgs withPairs(Pairs pairs) {
        return new Lbfgs(memory, length, pairs);
    }

    /**
     * The same method without a line search.
     *
     * @param rate the step length
     * @return the changed method
     */
    public Lbfgs withRate(Schedule rate) {
        return new Lbfgs(memory, new StepLength.Rate(rate), pairs);
    }

    /**
     * What L-BFGS remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation at x for the next step; null if there is none
     * @param memory the pairs
     * @param skipped how many pairs were skipped
     */
    public record State(double[] x, Step step, Evaluation evaluation, LimitedMemory memory, long skipped)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        Evaluation e = f.at(x0.clone());
        return new State(e.x(), Step.START, e, LimitedMemory.empty(memory, x0.length), 0);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        double[] g = now.gradient();
        double[] d = new double[g.length];
        LimitedMemory memory = s.memory.at(g, known, f.parallel());
        memory.direction(g, d, f.parallel());
        Move move = Move.along(f, now, d, length, memory.size() == 0 ? Move.first(g) : 1, pairs);
        if (move.failed() && memory.size() > 0) {
            f.note(new Restart(move.why()));
            memory = memory.cleared();
            memory.direction(g, d, f.parallel());
            move = Move.along(f, now, d, length, Move.first(g), pairs).after(move);
        }
        if (move.failed()) {
            Evaluation end = move.end(now);
            return new State(end.x(), Move.gaveUp(now, move.why()), end, memory, s.skipped);
        }
        Evaluation next = move.to();
        CurvaturePair pair = CurvaturePair.of(now, next);
        f.note(pair);
        return new State(
                next.x(),
                Step.accepted(move.length()),
                next,
                pair.stored() ? memory.with(pair, now, next) : memory,
                s.skipped + (pair.stored() ? 0 : 1));
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.memory, s.skipped);
    }
}
