package org.hesse.method.newton;

import java.util.Optional;
import java.util.Set;
import org.hesse.linear.Cholesky;
import org.hesse.linear.Lu;
import org.hesse.linear.Minres;
import org.hesse.linear.SparseCholesky;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.SymbolicCholesky;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Hessian;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/**
 * Newton's method, the pure step: to the critical point of the second-order Taylor model, whatever its kind.
 *
 * <p>x ← x − p with ∇²f(x)·p = ∇f(x): a linear system, by Cholesky's factorisation, or by LU where the Hessian is not
 * positive definite. Exact in one step on a quadratic; near a minimum the error squares with each step; elsewhere it may
 * go to a saddle or a maximum, or diverge. A singular Hessian is stuck. A large Hessian that is known to be sparse is
 * factorised as such; for n &gt; 4000 one that is not positive definite, or not known to be sparse, is solved by products
 * ({@link Minres}) to 1e-12 of the gradient, or where rounding forbids that to 1e-6; else it is stuck. On a minibatch the
 * model is that of the batch.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, (2.15) and Theorem 3.5.
 */
public record Newton() implements Method<Newton.State> {
    private static final int LARGE = 4000; // the whole matrix takes 128 MB, and its factors as much
    private static final double TOLERANCE = 1e-12;
    private static final double ENOUGH = 1e-6;

    /**
     * What Newton's method remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts −½∇fᵀp
     * @param evaluation the evaluation the last step started from; null before the first
     */
    public record State(double[] x, Step step, Evaluation evaluation) implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null);
    }

    @Override
    public State step(Oracle f, State s) {
        Evaluation e = f.at(s.x);
        Hessian h = f.need(Curved.class).hessianAt(s.x);
        Optional<SparseSymmetric> sparse = s.x.length > LineSearchNewton.DENSE ? h.sparse() : Optional.empty();
        Optional<double[]> p = sparse.flatMap(m -> factorised(m, e.gradient()));
        if (p.isEmpty()) {
            p = s.x.length > LARGE ? byProducts(h, e.gradient()) : solve(h.dense(), e.gradient());
        }
        if (p.isEmpty()) {
            return new State(s.x, Step.stuck("the Hessian is singular, or not finite, at f = " + e.value()), e);
        }
        double[] x = Vectors.plus(s.x, -1, p.get());
        if (!Double.isFinite(Vectors.normInf(x))) {
            return new State(
                    s.x,
                    Step.stuck("the Newton step is not finite, gradient norm " + Vectors.norm(e.gradient()) + " at f = "
                            + e.value()),
                    e);
        }
        return new State(x, new Step(Outcome.ACCEPTED, 1, -0.5 * Vectors.dot(e.gradient(), p.get()), ""), e);
    }

    private static Optional<double[]> factorised(SparseSymmetric h, double[] b) {
        double[] x = b.clone();
        Optional<SparseCholesky> factors = SymbolicCholesky.kept(h.pattern()).factorise(h, 0);
        factors.ifPresent(l -> l.solve(x));
        return factors.map(l -> x);
    }

    private static Optional<double[]> byProducts(Hessian h, double[] b) {
        Minres.Solution p = new Minres(TOLERANCE, 5 * b.length).solve(h::times, b);
        boolean solved = p.residual() <= ENOUGH * Vectors.norm(b);
        return solved ? Optional.of(p.x()) : Optional.empty();
    }

    private static Optional<double[]> solve(double[][] h, double[] b) {
        Optional<double[]> x = Cholesky.of(h).map(cholesky -> cholesky.solve(b));
        return x.isPresent() ? x : Lu.of(h).map(lu -> lu.solve(b));
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
