package org.hesse.method.newton;

import java.util.Optional;
import java.util.Set;
import org.hesse.linear.ShiftedCholesky;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Hessian;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Armijo;
import org.hesse.search.LineSearch;

/**
 * Newton's method with a line search: d = −(∇²f + E)⁻¹∇f, x ← x + αd.
 *
 * <p>E is 0 where the Hessian is safely positive definite, and makes it so elsewhere: every direction descends, so
 * saddles and maxima do not attract. For n &gt; 300 a Hessian that is known to be sparse is factorised as
 * such, with E = τI ({@link ShiftedCholesky}); all others as whole matrices, with a {@link Modification}. On a
 * minibatch, gradient, Hessian and search are on the
 * batch; a search that fails there rejects the step, on the whole objective it is stuck.
 *
 * <p>Where f grows no faster than a norm, Newton's step is far too long, and the first step length with some decrease not much
 * better: a Wolfe search with c₂ = 0.1 takes about half the steps on large minimal surfaces, worth its evaluations where a factorisation is dear.
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
        Optional<double[]> p = solve(f.need(Curved.class).hessianAt(s.x), now.gradient());
        boolean finite = now.isFinite() && p.isPresent();
        Searching end = finite ? Searching.along(search, f, now, p.get()) : Searching.notFinite(now);
        return new State(end.x(), end.step(), end.evaluation());
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

    static boolean isFinite(double[][] h) {
        for (double[] row : h) {
            if (!Double.isFinite(Vectors.normInf(row))) {
                return false;
            }
        }
        return true;
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
