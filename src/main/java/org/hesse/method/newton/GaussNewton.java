package org.hesse.method.newton;

import java.util.Set;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Armijo;
import org.hesse.search.LineSearch;
import org.hesse.search.Searched;
import org.hesse.search.Trial;

/**
 * Gauss–Newton with a line search on f(x) = ½‖r(x)‖²: p minimises ½‖Jp + r‖², x ← x + αp.
 *
 * <p>By QR of J with its columns scaled to length 1: the normal equations would square its condition. Where columns depend on
 * each other to rounding, p is the shortest minimiser in the scaled variables, and the state remarks on the rank. Every p
 * descends, but where J is nearly singular hardly so, and the search ends: {@link LevenbergMarquardt} goes on there.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, section 10.3; Björck (1996), Numerical Methods for
 * Least Squares Problems, 9.2.
 *
 * @param search the line search, first with α = 1
 */
public record GaussNewton(LineSearch search) implements Method<GaussNewton.State> {
    /** With Armijo backtracking. */
    public GaussNewton() {
        this(new Armijo());
    }

    /**
     * What Gauss–Newton remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts the change of the model
     * @param at the residuals at x, factorised; null if they are not known
     * @param deficient how many steps were the shortest of many
     */
    public record State(double[] x, Step step, Linearisation at, long deficient) implements org.hesse.method.State {
        @Override
        public org.hesse.objective.Evaluation evaluation() {
            return at == null ? null : at.evaluation();
        }

        @Override
        public String remark() {
            return deficient == 0
                    ? ""
                    : "J was of lower rank in " + deficient + (deficient == 1 ? " step" : " steps")
                            + (at == null ? "" : ", now " + at.qr().rank() + " of " + x.length);
        }
    }

    @Override
    public String name() {
        return "gauss-newton";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        double[] x = x0.clone();
        return new State(
                x,
                Step.START,
                Linearisation.of(f.need(LeastSquares.class), x, f.batch(0).id()),
                0);
    }

    @Override
    public State step(Oracle f, State s) {
        LeastSquares problem = f.need(LeastSquares.class);
        long batch = f.batch(0).id();
        boolean known = s.at != null && s.at.evaluation().batch() == batch;
        Linearisation at = known ? s.at : Linearisation.of(problem, s.x, batch);
        if (!at.evaluation().isFinite()) {
            Step why = Step.stuck("residuals or Jacobian are not finite, f = "
                    + at.evaluation().value());
            return new State(s.x, why, at, s.deficient);
        }
        int rank = at.qr().rank();
        long deficient = s.deficient + (rank < s.x.length ? 1 : 0);
        double[] p = at.qr().shortest(at.c(), rank);
        for (int j = 0; j < p.length; j++) {
            p[j] /= -at.norms()[j];
        }
        ResidualRay ray = new ResidualRay(f, problem, at, p);
        if (!(ray.slope() < 0)) {
            String why = "no descent along the direction, slope " + ray.slope() + ", rank " + rank + " of " + p.length;
            return new State(s.x, gaveUp(at, at.promise(), why), at, deficient);
        }
        Searched searched = search.search(ray, 1);
        if (searched instanceof Searched.NotFound notFound) {
            boolean keep = notFound.best() != null && batch == 0; // nothing is lost that was seen on the way
            Linearisation end = keep ? ray.of(notFound.best()) : at;
            String why = notFound.why() + (rank < p.length ? ", rank " + rank + " of " + p.length : "");
            return new State(keep ? end.evaluation().x() : s.x, gaveUp(at, end.promise(), why), end, deficient);
        }
        Trial trial = ((Searched.Found) searched).trial();
        double predicted = ray.slope() * trial.alpha() * (1 - 0.5 * trial.alpha());
        Step step = new Step(Outcome.ACCEPTED, trial.alpha(), predicted, at.noise(), "");
        return new State(trial.evaluation().x(), step, ray.of(trial), deficient);
    }

    private static Step gaveUp(Linearisation at, double promise, String why) {
        return at.evaluation().batch() == 0
                ? new Step(Outcome.STUCK, 0, -promise, at.noise(), why)
                : Step.rejected(why);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.deficient);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(LeastSquares.class);
    }
}
