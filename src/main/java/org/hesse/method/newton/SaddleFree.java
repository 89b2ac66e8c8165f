package org.hesse.method.newton;

import static org.hesse.method.Hyperparameters.check;

import java.util.Optional;
import java.util.Set;
import org.hesse.linear.KrylovSpace;
import org.hesse.linear.Spectrum;
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
 * Saddle-free Newton: d = −|∇²f|⁻¹∇f, x ← x + αd, where |H| has the eigenvectors of H and the absolute values of its
 * eigenvalues: near a saddle as fast away along negative curvature as Newton's method comes near.
 *
 * <p>Exact by all eigenpairs, 9n³ operations; or without a matrix in the Krylov space of H and ∇f, from k products and
 * vectors: −‖∇f‖·V·|T|⁻¹e₁. Eigenvalues that are 0 but for rounding, at most nε‖H‖, count as √ε‖H‖. On a minibatch as
 * {@link LineSearchNewton}.
 *
 * <p>Source: Dauphin, Pascanu, Gulcehre, Cho, Ganguli and Bengio (2014), arXiv:1406.2572, section 6 and algorithm 1.
 * Departs from the source: the Krylov space begins with ∇f and without the last step, so that ∇f lies in it; a line
 * search takes the place of trying several dampings.
 *
 * @param search the line search, first with α = 1
 * @param vectors k, how many products and vectors a step takes; 0: the whole matrix and all eigenpairs
 */
public record SaddleFree(LineSearch search, int vectors) implements Method<SaddleFree.State> {
    private static final double EPSILON = Math.ulp(1.0);

    /** Checks the number of vectors. */
    public SaddleFree {
        check(vectors >= 0, "saddle-free", "vectors", vectors, "at least 0");
    }

    /** Exact, with Armijo backtracking. */
    public SaddleFree() {
        this(new Armijo(), 0);
    }

    /**
     * What the method remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts the change of the model ∇fᵀs + ½sᵀ|∇²f|s
     * @param evaluation the evaluation at x, on the batch of the last step; null if there is none
     */
    public record State(double[] x, Step step, Evaluation evaluation) implements org.hesse.method.State {}

    @Override
    public String name() {
        return "saddle-free";
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
        Hessian h = f.need(Curved.class).hessianAt(s.x);
        Optional<double[]> p = vectors == 0 ? whole(h, now.gradient()) : byProducts(h, now.gradient());
        boolean finite = now.isFinite() && p.isPresent();
        Searching end = finite ? Searching.along(search, f, now, p.get()) : Searching.notFinite(now);
        return new State(end.x(), end.step(), end.evaluation());
    }

    /** |H|⁻¹g; empty where the Hessian is not finite. */
    private static Optional<double[]> whole(Hessian hessian, double[] g) {
        double[][] h = hessian.dense();
        if (!LineSearchNewton.isFinite(h)) {
            return Optional.empty();
        }
        Spectrum s = Spectrum.of(h);
        double[] p = new double[g.length];
        for (int k = 0; k < g.length; k++) {
            double[] v = s.vectors()[k];
            Vectors.axpy(Vectors.dot(v, g) * reciprocal(s.values()[k], g.length, s.norm()), v, p);
        }
        return Optional.of(p);
    }

    private Optional<double[]> byProducts(Hessian h, double[] g) {
        KrylovSpace space = KrylovSpace.of(h::times, g, vectors);
        double norm = space.projected().norm();
        return Double.isNaN(space.norm())
                ? Optional.empty()
                : Optional.of(
                        space.basis().length == 0
                                ? g.clone() // 0
                                : space.function(lambda -> reciprocal(lambda, g.length, norm)));
    }

    private static double reciprocal(double lambda, int n, double norm) {
        double size = Math.abs(lambda);
        return 1 / (norm == 0 ? 1 : size > n * EPSILON * norm ? size : Math.sqrt(EPSILON) * norm);
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
