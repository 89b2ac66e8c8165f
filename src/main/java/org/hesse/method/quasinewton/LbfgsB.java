package org.hesse.method.quasinewton;

import java.util.Optional;
import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Restart;
import org.hesse.method.Step;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.LineSearch;
import org.hesse.search.MoreThuente;
import org.hesse.search.Searched;
import org.hesse.search.Trial;
import org.hesse.search.VectorRay;

/**
 * L-BFGS-B: L-BFGS within bounds.
 *
 * <p>The model gᵀ(z − x) + ½(z − x)ᵀB(z − x), B in {@linkplain CompactMemory compact form}, is minimised along the projected
 * gradient path, up to the Cauchy point; from there over the variables that are free at it, and back within the bounds by
 * projection. A line search goes to that point, or as far beyond it as the bounds allow. All evaluations are within the
 * bounds; without bounds it is L-BFGS. If the search fails, or rounding has spoilt the pairs, they are forgotten and the step
 * is tried once more.
 *
 * <p>Source: Byrd, Lu, Nocedal and Zhu (1995), SIAM J. Scientific Computing 16(5), 1190–1208; Morales and Nocedal (2011),
 * Remark on Algorithm 778, ACM Transactions on Mathematical Software 38(1), article 7; first steps and constants of their
 * code, version 3.0.
 *
 * <p>Departs from the source: pairs are skipped as in {@link Lbfgs}, and the search may go to the first bound in the first
 * step, too. On minibatches pairs are of one batch.
 *
 * @param memory m, the most pairs, at least 1
 * @param search the line search, first with α = 1
 */
public record LbfgsB(int memory, LineSearch search) implements Method<LbfgsB.State> {
    /** Checks the memory. */
    public LbfgsB {
        Hyperparameters.atLeastOne("lbfgsb", "memory", memory);
    }

    /** Ten pairs and the search of the source: Moré–Thuente with c₁ = 1e-3, c₂ = 0.9. */
    public LbfgsB() {
        this(10, new MoreThuente(1e-3, 0.9));
    }

    /**
     * What L-BFGS-B remembers.
     *
     * @param x the iterate, length n, within the bounds
     * @param step the last step
     * @param evaluation the evaluation at x for the next step; null if there is none
     * @param memory the pairs
     * @param skipped how many pairs were skipped
     */
    public record State(double[] x, Step step, Evaluation evaluation, CompactMemory memory, long skipped)
            implements org.hesse.method.State {}

    @Override
    public boolean fits(Domain domain) {
        return !domain.isPenalised();
    }

    @Override
    public State init(Oracle f, double[] x0) {
        double[] x = x0.clone();
        f.domain().project(x);
        return new State(x, Step.START, f.at(x), CompactMemory.empty(memory), 0);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        if (!now.isFinite()) {
            return ended(s, now, now, s.memory, Double.NaN, "f=" + now.value() + " or its gradient is not finite");
        }
        CompactMemory pairs = s.memory;
        Optional<double[]> d = direction(pairs, now, f.domain(), f.parallel());
        VectorRay ray = VectorRay.within(f, now, d.orElseGet(() -> new double[s.x.length]), f.domain());
        Searched searched = searched(ray, pairs.size() == 0 ? first(d.get(), f.domain()) : 1);
        Trial best = null;
        if (searched instanceof Searched.NotFound failed && pairs.size() > 0) {
            f.note(new Restart(d.isEmpty() ? "rounding has spoilt the pairs" : failed.why()));
            best = failed.best();
            pairs = CompactMemory.empty(memory);
            double[] anew = direction(pairs, now, f.domain(), f.parallel()).orElseThrow();
            ray = VectorRay.within(f, now, anew, f.domain());
            searched = searched(ray, first(anew, f.domain()));
        }
        if (searched instanceof Searched.NotFound failed) {
            boolean lower =
                    best == null || failed.best() != null && failed.best().value() < best.value();
            best = lower ? failed.best() : best;
            boolean whole = now.batch() == 0 && best != null && best.evaluation() != null;
            Evaluation end = whole ? best.evaluation() : now;
            double promise = Math.min(ray.slope() / 2, end.value() - now.value()); // it has come that far already
            return ended(s, now, end, pairs, promise, failed.why());
        }
        Trial found = ((Searched.Found) searched).trial();
        Evaluation next = found.evaluation();
        CurvaturePair pair = CurvaturePair.of(now, next);
        f.note(pair);
        return new State(
                next.x(),
                Step.accepted(found.alpha()),
                next,
                pair.isUsed() ? pairs.with(now, next, f.parallel()) : pairs,
                s.skipped + (pair.isUsed() ? 0 : 1));
    }

    /** From the iterate to the minimum of the model in the subspace of the Cauchy point; empty if rounding spoils it. */
    private static Optional<double[]> direction(CompactMemory b, Evaluation now, Domain box, Parallel parallel) {
        double[] x = now.x();
        double[] g = now.gradient();
        return b.middle().flatMap(m -> {
            boolean free = !box.isBounded() && b.size() > 0;
            CauchyPoint cauchy =
                    free ? new CauchyPoint(x, new double[2 * b.size()]) : CauchyPoint.of(b, m, x, g, box, parallel);
            Optional<double[]> end =
                    b.size() == 0 ? Optional.of(cauchy.x()) : SubspaceMinimum.of(b, m, x, g, cauchy, box, parallel);
            return end.map(z -> Vectors.minus(z, x));
        });
    }

    private Searched searched(VectorRay ray, double first) {
        return ray.slope() < 0
                ? search.search(ray, Math.min(first, ray.longest()))
                : new Searched.NotFound("no descent along the direction, slope " + ray.slope(), null, 0);
    }

    /** The first trial while there are no pairs: a step of length 1, within bounds at most d, and d in a box. */
    private static double first(double[] d, Domain box) {
        boolean boxed = true;
        for (int i = 0; i < d.length && boxed; i++) {
            boxed = Double.isFinite(box.lower()[i]) && Double.isFinite(box.upper()[i]);
        }
        double unit = Math.min(Double.MAX_VALUE, 1 / Vectors.norm(d));
        return boxed ? 1 : box.isBounded() ? Math.min(1, unit) : unit;
    }

    /** The end of a step that found no new point: of the run, unless the next step has another batch. */
    private static State ended(
            State s, Evaluation now, Evaluation end, CompactMemory pairs, double predicted, String why) {
        boolean whole = now.batch() == 0 || !now.isFinite();
        Step step = new Step(whole ? Outcome.STUCK : Outcome.REJECTED, 0, predicted, why);
        return new State(end.x(), step, end, pairs, s.skipped);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.memory, s.skipped);
    }
}
