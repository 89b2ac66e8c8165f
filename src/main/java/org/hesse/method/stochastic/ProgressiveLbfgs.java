package org.hesse.method.stochastic;

import java.util.Set;
import java.util.random.RandomGenerator;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Move;
import org.hesse.method.Restart;
import org.hesse.method.Step;
import org.hesse.method.quasinewton.CurvaturePair;
import org.hesse.method.quasinewton.LimitedMemory;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.PerSample;
import org.hesse.objective.Structure;
import org.hesse.search.Armijo;
import org.hesse.search.StepLength;

/**
 * Progressive batching L-BFGS: begins on a small sample, and takes a larger one when its noise hides the direction.
 *
 * <p>Each step draws a sample S, goes along d = −Hg by an Armijo search on f_S from α = 1/(1 + Σᵢ‖gᵢ − g‖²/((|S| − 1)|S|‖g‖²)), and
 * makes the pair of gradients on S. By the inner-product quasi-Newton test |S| grows to v/(θ²‖Hg‖⁴) if that is more, where v is
 * the variance of gᵢᵀH²g over S. It begins with the size of the loop's batch; once S is all terms the method is L-BFGS.
 *
 * <p>Source: Bollapragada, Nocedal, Mudigere, Shi and Tang (2018), ICML, Algorithm 1 with full overlap, (2.6) and (2.11).
 *
 * <p>Departs from the source: the larger sample is that of the next step; the test looks at no more than {@code tested} samples,
 * for their gradients are charged; the search interpolates; if it fails, the pairs are forgotten and it is tried along −g.
 *
 * @param memory m, the most pairs, at least 1
 * @param theta θ, how much noise there may be, positive
 * @param tested how many samples of S a test looks at, at most, at least 2
 * @param curvature pairs with sᵀy ≤ curvature·sᵀs are skipped, at least 0
 */
public record ProgressiveLbfgs(int memory, double theta, int tested, double curvature)
        implements Method<ProgressiveLbfgs.State> {
    private static final StepLength SEARCH = new StepLength.Search(new Armijo());
    private static final int CHUNK = 32; // gradients of single samples at a time

    /** Checks the ranges. */
    public ProgressiveLbfgs {
        Hyperparameters.atLeastOne("progressive-lbfgs", "memory", memory);
        Hyperparameters.positive("progressive-lbfgs", "theta", theta);
        Hyperparameters.atLeast(2, "progressive-lbfgs", "tested", tested);
        Hyperparameters.nonNegative("progressive-lbfgs", "curvature", curvature);
    }

    /** Ten pairs, θ = 0.9, tests of 64 samples, sᵀy &gt; 1e-4·sᵀs. */
    public ProgressiveLbfgs() {
        this(10, 0.9, 64, 1e-4);
    }

    /**
     * What the method remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation at x on the sample of the last step; null if there is none
     * @param memory the pairs
     * @param size |S| of the next step; 0 before the first
     * @param skipped how many pairs were skipped
     */
    public record State(double[] x, Step step, Evaluation evaluation, LimitedMemory memory, int size, long skipped)
            implements org.hesse.method.State {
        @Override
        public String remark() {
            return CurvaturePair.remark(skipped, 0);
        }
    }

    @Override
    public String name() {
        return "progressive-lbfgs";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, LimitedMemory.empty(memory, x0.length), 0, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        int terms = f.on(Batch.ALL).need(PerSample.class).size();
        int size = s.size == 0 && f.batch(0) instanceof Batch.Rows rows ? rows.to() - rows.from() : s.size;
        Batch batch = size == 0 || size >= terms ? Batch.ALL : sample(f.random(0), size, terms);
        Oracle sampled = f.on(batch);
        Evaluation now = Minibatch.evaluate(sampled, s.x, s.evaluation);
        double[] g = now.gradient();
        double[] d = new double[g.length];
        LimitedMemory pairs = s.memory.at(g, false, f.parallel());
        double slope = pairs.direction(g, d, f.parallel());
        double square = Vectors.dot(d, d); // ‖Hg‖²
        Noise noise = batch == Batch.ALL || !now.isFinite() ? new Noise(0, 0) : noise(sampled, now, pairs, d);
        double doubt = noise.spread > 0 ? noise.spread / (size * Vectors.dot(g, g)) : 0;
        double first = (pairs.size() == 0 ? Move.first(now, SEARCH) : 1) / (1 + doubt);
        Move move = Move.along(sampled, now, d, slope, SEARCH, Math.max(first, Double.MIN_NORMAL), batch);
        if (move.failed() && pairs.size() > 0) {
            f.note(new Restart(move.why()));
            pairs = pairs.cleared();
            pairs.direction(g, d, f.parallel());
            move = Move.along(sampled, now, d, SEARCH, Move.first(now, SEARCH), batch)
                    .after(move);
        }
        double needed = noise.along / (theta * theta * square * square);
        int next = batch == Batch.ALL ? terms : (int) Math.min(terms, Math.max(size, Math.ceil(needed)));
        if (move.failed()) {
            Evaluation end = move.end(now);
            return new State(end.x(), move.gaveUp(now, Double.NaN), end, pairs, next, s.skipped);
        }
        Evaluation to = move.to();
        double[] step = Vectors.minus(to.x(), now.x());
        double[] y = Vectors.minus(to.gradient(), g);
        CurvaturePair pair = CurvaturePair.of(step, y, now.batch(), to.batch(), curvature);
        f.note(pair);
        return new State(
                to.x(),
                move.accepted(pairs.size() > 0),
                to,
                pair.isUsed() ? pairs.with(step, y, pair.sy() / pair.yy()) : pairs,
                next,
                s.skipped + (pair.isUsed() ? 0 : 1));
    }

    /** Some terms, all different: the first places of a shuffle (Fisher and Yates). */
    private static Batch sample(RandomGenerator random, int size, int terms) {
        int[] order = new int[terms];
        for (int i = 0; i < terms; i++) {
            order[i] = i;
        }
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i, terms);
            int row = order[i];
            order[i] = order[j];
            order[j] = row;
        }
        return new Batch.Rows(order, 0, size, random.nextLong() | 1);
    }

    /**
     * The variances over a sample.
     *
     * @param along of gᵢᵀH²g
     * @param spread of gᵢ, summed over the variables
     */
    private record Noise(double along, double spread) {}

    private Noise noise(Oracle sampled, Evaluation now, LimitedMemory pairs, double[] d) {
        int n = d.length;
        double[] w = new double[n]; // H²g
        pairs.twoLoop(d, w);
        double mean = Vectors.dot(d, d);
        PerSample samples = sampled.need(PerSample.class);
        int count = Math.min(tested, samples.size());
        double[] rows = new double[Math.min(CHUNK, count) * n];
        double along = 0;
        double spread = 0;
        for (int from = 0; from < count; from += CHUNK) {
            int to = Math.min(from + CHUNK, count);
            samples.gradients(now.x(), from, to, rows);
            for (int i = 0; i < (to - from) * n; i += n) {
                double product = -mean;
                for (int j = 0; j < n; j++) {
                    product += rows[i + j] * w[j];
                    double away = rows[i + j] - now.gradient()[j];
                    spread += away * away;
                }
                along += product * product;
            }
        }
        double freedom = Math.max(1, count - 1);
        return new Noise(along / freedom, spread / freedom);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.memory, s.size, s.skipped);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(PerSample.class);
    }
}
