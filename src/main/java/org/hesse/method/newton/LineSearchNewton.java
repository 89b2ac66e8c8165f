package org.hesse.method.newton;

import java.util.Optional;
import java.util.Set;
import org.hesse.linear.ShiftedCholesky;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Hessian;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Armijo;
import org.hesse.search.LineSearch;
import org.hesse.search.Searched;
import org.hesse.search.Trial;
import org.hesse.search.VectorRay;

/**
 * Newton's method with a line search: d = −(∇²f + E)⁻¹∇f, x ← x + αd.
 *
 * <p>E is 0 where the Hessian is safely positive definite, and makes it so elsewhere: every direction descends, so
 * saddles and maxima do not attract. For n &gt; {@value #DENSE} a Hessian that is known to be sparse is factorised as
 * such, with E = τI ({@link ShiftedCholesky}); all others as whole matrices, with a {@link Modification}. On a minibatch, gradient, Hessian and search are on the
 * batch; a search that fails there rejects the step, on the whole objective it is stuck.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, Algorithm 3.2.
 *
 * @param search the line search, first with α = 1
 * @param modification how a whole matrix is made positive definite
 */
public record LineSearchNewton(LineSearch search, Modification modification) implements Method<LineSearchNewton.State> {
    /** The largest n for which the whole matrix is made though it is sparse. */
    static final int DENSE = 300;

    /** With Armijo backtracking. */
    public LineSearchNewton() {
        this(new Armijo());
    }

    /**
     * With the usual modification.
     *
     * @param search the line search
     */
    public LineSearchNewton(LineSearch search) {
        this(search, Modification.MIRRORED);
    }

    /**
     * What the method remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts the change of the model ∇fᵀs + ½sᵀ(∇²f + E)s
     * @param evaluation the evaluation at x, on the batch of the last step; null if there is none
     */
    public record State(double[] x, Step step, Evaluation evaluation) implements org.hesse.method.State {}

    @Override
    public String name() {
        return "newton-ls";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        Evaluation e = f.at(x0.clone());
        return new State(e.x(), Step.START, e);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        double[] g = now.gradient();
        Optional<double[]> solution = solve(f.need(Curved.class).hessianAt(s.x), g);
        if (!now.isFinite() || solution.isEmpty()) {
            return new State(s.x, Step.stuck("value, gradient or Hessian is not finite, f = " + now.value()), now);
        }
        double[] d = solution.get();
        Vectors.scale(-1, d);
        VectorRay ray = new VectorRay(f, now, d);
        if (!(ray.slope() < 0)) {
            return new State(
                    s.x, gaveUp(now, ray.slope(), "no descent along the direction, slope " + ray.slope()), now);
        }
        Searched searched = search.search(ray, 1);
        if (searched instanceof Searched.NotFound notFound) {
            boolean keep = notFound.best() != null && now.batch() == 0; // nothing is lost that was seen on the way
            Evaluation end = keep ? notFound.best().evaluation() : now;
            double promise = Math.min(ray.slope(), 2 * (end.value() - now.value())); // it has come that far already
            return new State(keep ? end.x() : s.x, gaveUp(now, promise, notFound.why()), end);
        }
        Trial trial = ((Searched.Found) searched).trial();
        double predicted = ray.slope() * trial.alpha() * (1 - 0.5 * trial.alpha());
        return new State(
                trial.evaluation().x(), new Step(Outcome.ACCEPTED, trial.alpha(), predicted, ""), trial.evaluation());
    }

    /** (∇²f + E)⁻¹g; empty where the Hessian is not finite. */
    private Optional<double[]> solve(Hessian hessian, double[] g) {
        Optional<SparseSymmetric> sparse = g.length > DENSE ? hessian.sparse() : Optional.empty();
        if (sparse.isPresent()) {
            double[] d = g.clone();
            Optional<ShiftedCholesky> shifted = ShiftedCholesky.of(sparse.get());
            shifted.ifPresent(s -> s.factors().solve(d));
            return shifted.map(s -> d);
        }
        double[][] h = hessian.dense();
        return isFinite(h) ? Optional.of(modification.solve(h, g)) : Optional.empty();
    }

    private static boolean isFinite(double[][] h) {
        for (double[] row : h) {
            if (!Double.isFinite(Vectors.normInf(row))) {
                return false;
            }
        }
        return true;
    }

    private static Step gaveUp(Evaluation now, double slope, String why) {
        return now.batch() == 0 ? new Step(Outcome.STUCK, 0, 0.5 * slope, why) : Step.rejected(why);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(Curved.class);
    }
}
