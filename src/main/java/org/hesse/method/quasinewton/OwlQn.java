package org.hesse.method.quasinewton;

import java.util.Arrays;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Restart;
import org.hesse.method.Step;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Trial;

/**
 * OWL-QN, orthant-wise limited-memory quasi-Newton: minimises F(x) = f(x) + Σ λᵢ|xᵢ|.
 *
 * <p>d = −Hv with the {@linkplain Domain#pseudoGradient pseudo-gradient} v of F and the pairs of f alone; x⁺ is the
 * projection of x + αd onto the orthant of x (of −v where xᵢ = 0), with the first α = 1, β, β², … (first 1/‖v‖ while there
 * are no pairs) for which F falls by at least c₁vᵀ(x − x⁺). Variables without a penalty have no orthant; without any penalty
 * it is L-BFGS with backtracking. If the search fails, the pairs are forgotten and the step is tried once more along −v.
 *
 * <p>Source: Andrew and Gao (2007), Scalable training of L1-regularized log-linear models, ICML, algorithm 1.
 *
 * <p>Departs from the source: H is that of the pairs on the variables that are not held at 0 ({@link FreeTwoLoop}), and dᵢ
 * need not have the sign of −vᵢ: only for a variable at 0 does the projection see to that; the source does it for all. On the lasso and on logistic and softmax regression that takes up to twenty times fewer evaluations. Where F(x⁺)
 * is F(x) but for rounding, the slopes of F in the orthant decide, as in Hager and Zhang (2005), (4.1). On minibatches pairs
 * are of one batch.
 *
 * @param memory m, the most pairs, at least 1
 * @param c1 c₁, sufficient decrease, in (0, ½)
 * @param beta β, in (0, 1)
 * @param maxTrials the most trials of one search, at least 1
 */
public record OwlQn(int memory, double c1, double beta, int maxTrials) implements Method<OwlQn.State> {
    private static final double ROUNDING = 1e-14;

    /** Checks the ranges. */
    public OwlQn {
        Hyperparameters.atLeastOne("owl-qn", "memory", memory);
        Hyperparameters.check(c1 > 0 && c1 < 0.5, "owl-qn", "c1", c1, "0 < c1 < 0.5");
        Hyperparameters.check(beta > 0 && beta < 1, "owl-qn", "beta", beta, "0 < beta < 1");
        Hyperparameters.atLeastOne("owl-qn", "maxTrials", maxTrials);
    }

    /** Ten pairs, c₁ = 1e-4, β = ½, at most 40 trials. */
    public OwlQn() {
        this(10, 1e-4, 0.5, 40);
    }

    /**
     * What OWL-QN remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation of f at x for the next step; null if there is none
     * @param memory the pairs
     * @param skipped how many pairs were skipped
     */
    public record State(double[] x, Step step, Evaluation evaluation, LimitedMemory memory, long skipped)
            implements org.hesse.method.State {}

    @Override
    public String name() {
        return "owl-qn";
    }

    @Override
    public boolean fits(Domain domain) {
        return !domain.isBounded();
    }

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
        double[] v = new double[s.x.length];
        f.domain().pseudoGradient(now.x(), now.gradient(), v);
        LimitedMemory pairs = s.memory;
        double[] d = direction(pairs, now.x(), v);
        Trial found = search(f, now, v, d, pairs.size() == 0 ? first(v) : 1);
        if (found == null && pairs.size() > 0) {
            f.note(new Restart("no decrease in " + maxTrials + " trials, slope " + Vectors.dot(v, d)));
            pairs = pairs.cleared();
            d = direction(pairs, now.x(), v);
            found = search(f, now, v, d, first(v));
        }
        if (found == null) {
            double slope = Vectors.dot(v, d);
            String why = now.isFinite()
                    ? "no decrease in " + maxTrials + " trials along -v, slope " + slope
                    : "f=" + now.value() + " or its gradient is not finite";
            boolean whole = now.batch() == 0 || !now.isFinite();
            Step step = new Step(whole ? Outcome.STUCK : Outcome.REJECTED, 0, slope / 2, why);
            return new State(now.x(), step, now, pairs, s.skipped);
        }
        Evaluation next = found.evaluation();
        CurvaturePair pair = CurvaturePair.of(now, next);
        f.note(pair);
        return new State(
                next.x(),
                Step.accepted(found.alpha()),
                next,
                pair.isUsed() ? pairs.with(pair, now, next) : pairs,
                s.skipped + (pair.isUsed() ? 0 : 1));
    }

    private static double first(double[] v) {
        return Math.min(Double.MAX_VALUE, 1 / Vectors.norm(v));
    }

    /** −Hv on the variables that are not held at 0. */
    private static double[] direction(LimitedMemory pairs, double[] x, double[] v) {
        boolean[] free = new boolean[x.length];
        for (int i = 0; i < free.length; i++) {
            free[i] = x[i] != 0 || v[i] != 0;
        }
        return FreeTwoLoop.direction(pairs, v, free);
    }

    /** An acceptable trial, its value and slope those of F; null if there is none. */
    private Trial search(Oracle f, Evaluation now, double[] v, double[] d, double first) {
        Domain domain = f.domain();
        double start = now.value() + domain.penalty(now.x());
        double alpha = first;
        for (int k = 0; k < maxTrials && now.isFinite(); k++, alpha *= beta) {
            double[] x = inOrthant(domain, now.x(), v, alpha, d);
            if (Arrays.equals(x, now.x())) {
                return null;
            }
            Evaluation e = f.at(x);
            double[] step = Vectors.minus(x, now.x());
            double slope = Vectors.dot(v, step);
            double end = Vectors.dot(e.gradient(), step) + penaltySlope(domain, now.x(), v, step);
            Trial t = new Trial(alpha, e.value() + domain.penalty(x), end / alpha, e);
            f.note(t);
            boolean decreased = t.value() < start && t.value() <= start + c1 * slope;
            boolean level = Math.abs(t.value() - start) <= ROUNDING * Math.abs(start);
            if (e.isFinite() && (decreased || level && Math.abs(end) <= (2 * c1 - 1) * slope)) {
                return t;
            }
        }
        return null;
    }

    private static double sign(double[] x, double[] v, int i) {
        return x[i] != 0 ? Math.signum(x[i]) : -Math.signum(v[i]);
    }

    private static double[] inOrthant(Domain domain, double[] x, double[] v, double alpha, double[] d) {
        double[] next = Vectors.plus(x, alpha, d);
        for (int i = 0; i < next.length; i++) {
            next[i] = domain.weight(i) > 0 && next[i] * sign(x, v, i) <= 0 ? 0 : next[i];
        }
        return next;
    }

    /** The slope of the penalty along a step within the orthant. */
    private static double penaltySlope(Domain domain, double[] x, double[] v, double[] step) {
        double sum = 0;
        for (int i = 0; i < step.length; i++) {
            sum += domain.weight(i) * sign(x, v, i) * step[i];
        }
        return sum;
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.memory, s.skipped);
    }
}
