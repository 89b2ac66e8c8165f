package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.minus;
import static org.hesse.linear.Vectors.scale;

import java.util.Arrays;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;

/**
 * BFGS: an approximation H of the inverse Hessian, changed by two terms of rank one with each curvature pair.
 *
 * <p>d = −Hg, x⁺ = x + αd, s = x⁺ − x, y = g(x⁺) − g(x), and H ← (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ with ρ = 1/sᵀy, which with
 * v = Hy and c = ρ(1 + ρyᵀv) is H plus the two terms of rank one (c·s − ρv)sᵀ − ρsvᵀ. H is I, scaled by sᵀy/yᵀy before its
 * first change. Skipped pairs, first steps, failed searches and minibatches are as in {@link Lbfgs}.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, Algorithm 6.1, (6.17) and (6.20).
 *
 * @param length how far to go: a line search, first with α = 1, or a rate
 * @param pairs the gradients that make a pair
 */
public record Bfgs(StepLength length, Pairs pairs) implements Method<Bfgs.State> {
    /** A Moré–Thuente search, pairs of one batch. */
    public Bfgs() {
        this(new StepLength.Search(new MoreThuente()), Pairs.SAME_BATCH);
    }

    /**
     * The same method with other gradients for its pairs.
     *
     * @param pairs the gradients that make a pair
     * @return the changed method
     */
    public Bfgs withPairs(Pairs pairs) {
        return new Bfgs(length, pairs);
    }

    /**
     * The same method without a line search.
     *
     * @param rate the step length
     * @return the changed method
     */
    public Bfgs withRate(Schedule rate) {
        return new Bfgs(new StepLength.Rate(rate), pairs);
    }

    /**
     * What BFGS remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation at x for the next step; null if there is none
     * @param h H, n rows of length n
     * @param changes how many pairs H is made of; 0 if it is I
     * @param skipped how many pairs were skipped
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[][] h, long changes, long skipped)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        double[][] h = new double[x0.length][x0.length];
        reset(h);
        Evaluation e = f.at(x0.clone());
        return new State(e.x(), Step.START, e, h, 0, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        double[] g = now.gradient();
        double[] d = times(s.h, g);
        scale(-1, d);
        Move move = Move.along(f, now, d, length, s.changes == 0 ? Move.first(g) : 1, pairs);
        boolean restart = move.failed() && s.changes > 0;
        if (restart) {
            f.note(new Restart(move.why()));
            System.arraycopy(g, 0, d, 0, d.length);
            scale(-1, d);
            move = Move.along(f, now, d, length, Move.first(g), pairs).after(move);
        }
        CurvaturePair pair = move.failed() ? null : CurvaturePair.of(now, move.to());
        if (pair != null) {
            f.note(pair);
        }
        if (restart) {
            reset(s.h); // from here on nothing throws
        }
        long changes = restart ? 0 : s.changes;
        if (move.failed()) {
            Evaluation end = move.end(now);
            return new State(end.x(), Move.gaveUp(now, move.why()), end, s.h, changes, s.skipped);
        }
        Evaluation next = move.to();
        if (pair.stored()) {
            change(s.h, minus(next.x(), now.x()), minus(next.gradient(), g), changes == 0 ? pair.sy() / pair.yy() : 1);
        }
        Step step = Step.accepted(move.length());
        int stored = pair.stored() ? 1 : 0;
        return new State(next.x(), step, next, s.h, changes + stored, s.skipped + 1 - stored);
    }

    /** H ← (I − ρsyᵀ)γH(I − ρysᵀ) + ρssᵀ in one pass: row i of γH gets (c·sᵢ − ρvᵢ)sᵀ − ρsᵢ·vᵀ. */
    private static void change(double[][] h, double[] s, double[] y, double gamma) {
        double rho = 1 / dot(s, y);
        double[] v = times(h, y);
        scale(gamma, v);
        double c = rho * (1 + rho * dot(y, v));
        for (int i = 0; i < h.length; i++) {
            double[] row = h[i];
            double alongS = c * s[i] - rho * v[i];
            double alongV = rho * s[i];
            for (int j = 0; j < row.length; j++) {
                row[j] = gamma * row[j] + (alongS * s[j] - alongV * v[j]);
            }
        }
    }

    private static double[] times(double[][] h, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < h.length; i++) {
            product[i] = dot(h[i], x);
        }
        return product;
    }

    private static void reset(double[][] h) {
        for (int i = 0; i < h.length; i++) {
            Arrays.fill(h[i], 0);
            h[i][i] = 1;
        }
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.h, s.changes, s.skipped);
    }
}
