package org.hesse.method.quasinewton;

import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Move;
import org.hesse.method.Restart;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;
import org.hesse.search.Zoom;

/**
 * L-BFGS: BFGS from the newest m curvature pairs only, by the two-loop recursion.
 *
 * <p>d = −Hg with {@link LimitedMemory}, x⁺ = x + αd, s = x⁺ − x, y = g(x⁺) − g(x); pairs whose sᵀy is not positive
 * beyond rounding are skipped, or damped ({@link Safeguard}). While there are no pairs d = −g, and the search begins with
 * {@link Move#first}; a rate is reduced by it where it is below 1. If the line search fails, the pairs are forgotten and the
 * step is tried once more along −g; if that fails too, the method is stuck.
 *
 * <p>Source: Liu and Nocedal (1989), Mathematical Programming 45, 503–528, Algorithm 2.1; Nocedal and Wright (2006),
 * Numerical Optimization, 2nd edition, Algorithm 7.5.
 *
 * <p>Departs from the source, unless {@link #classical}: a pair learns from the values, too ({@link CurvaturePair#scale}), and
 * γ is the geometric mean of the one before and that of the newest pair.
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
 * @param safeguard what becomes of pairs with too little curvature
 * @param interpolation the weight of the values beside the gradients in a pair, from 0 to 1 ({@link CurvaturePair#scale});
 *     0 is the classical pair
 * @param smoothing the weight of the γ before in the geometric mean with that of the newest pair, from 0 to 1; 0 is the
 *     classical γ = sᵀy/yᵀy
 */
public record Lbfgs(
        int memory, StepLength length, Pairs pairs, Safeguard safeguard, double interpolation, double smoothing)
        implements Method<Lbfgs.State> {
    /** The weight of the values by default; chosen with the smoothing on the unconstrained problems of {@code problem.scalable}. */
    static final double INTERPOLATION = 0.75;

    private static final double SMOOTHING = 0.65;

    /** Checks the memory. */
    public Lbfgs {
        Hyperparameters.atLeastOne("lbfgs", "memory", memory);
        share("interpolation", interpolation);
        share("smoothing", smoothing);
    }

    private static void share(String name, double value) {
        Hyperparameters.check(value >= 0 && value <= 1, "lbfgs", name, value, "0 <= " + name + " <= 1");
    }

    /** Ten pairs of one batch with values, γ smoothed, a strong Wolfe search by zoom. */
    public Lbfgs() {
        this(10);
    }

    /**
     * The defaults but for the memory.
     *
     * @param memory m, at least 1
     */
    public Lbfgs(int memory) {
        this(memory, new StepLength.Search(new Zoom()), Pairs.SAME_BATCH);
    }

    /**
     * The defaults but for memory, search and pairs.
     *
     * @param memory m, at least 1
     * @param length how far to go
     * @param pairs the gradients that make a pair
     */
    public Lbfgs(int memory, StepLength length, Pairs pairs) {
        this(memory, length, pairs, Safeguard.SKIP, INTERPOLATION, SMOOTHING);
    }

    /**
     * The same method with another safeguard.
     *
     * @param safeguard what becomes of pairs with too little curvature
     * @return the changed method
     */
    public Lbfgs withSafeguard(Safeguard safeguard) {
        return new Lbfgs(memory, length, pairs, safeguard, interpolation, smoothing);
    }

    /**
     * The same method with other gradients for its pairs.
     *
     * @param pairs the gradients that make a pair
     * @return the changed method
     */
    public Lbfgs withPairs(Pairs pairs) {
        return new Lbfgs(memory, length, pairs, safeguard, interpolation, smoothing);
    }

    /**
     * The same method without a line search.
     *
     * @param rate the step length
     * @return the changed method
     */
    public Lbfgs withRate(Schedule rate) {
        return new Lbfgs(memory, new StepLength.Rate(rate), pairs, safeguard, interpolation, smoothing);
    }

    /**
     * The same method with another weight of the values.
     *
     * @param interpolation from 0 to 1
     * @return the changed method
     */
    public Lbfgs withInterpolation(double interpolation) {
        return new Lbfgs(memory, length, pairs, safeguard, interpolation, smoothing);
    }

    /**
     * The method of the paper: pairs of gradients alone, γ of the newest pair, a Moré–Thuente search.
     *
     * @return the changed method
     */
    public Lbfgs classical() {
        return new Lbfgs(memory, new StepLength.Search(new MoreThuente()), pairs, safeguard, 0, 0);
    }

    /**
     * What L-BFGS remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts by the model gᵀs + ½sᵀBs once there are pairs
     * @param evaluation the evaluation at x for the next step; null if there is none
     * @param memory the pairs
     * @param skipped how many pairs were skipped
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
        Evaluation e = f.at(x0.clone());
        return new State(e.x(), Step.START, e, LimitedMemory.empty(memory, x0.length), 0, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        double[] g = now.gradient();
        double[] d = new double[g.length];
        LimitedMemory memory = s.memory.at(g, known, f.parallel());
        double slope = memory.direction(g, d, f.parallel());
        double first = memory.size() == 0 ? Move.first(now, length) : 1;
        Move move = Move.along(f, now, d, slope, length, first, pairs.next(f));
        double model = Double.NaN;
        if (move.failed() && memory.size() > 0) {
            f.note(new Restart(move.why()));
            model = 0.5 * move.slope(); // of the whole step d
            memory = memory.cleared();
            memory.direction(g, d, f.parallel());
            move = Move.along(f, now, d, length, Move.first(now, length), pairs.next(f))
                    .after(move);
        }
        if (move.failed()) {
            Evaluation end = move.end(now);
            return new State(end.x(), move.gaveUp(now, model), end, memory, s.skipped, s.damped);
        }
        Evaluation next = move.to();
        CurvaturePair pair = CurvaturePair.of(now, next, move.length(), safeguard, interpolation);
        f.note(pair);
        return new State(
                next.x(),
                move.accepted(memory.size() > 0),
                next,
                pair.isUsed() ? memory.with(pair, now, next, move.length(), smoothing) : memory,
                s.skipped + (pair.isUsed() ? 0 : 1),
                s.damped + (pair.decision() == CurvaturePair.Decision.DAMPED ? 1 : 0));
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.memory, s.skipped, s.damped);
    }
}
