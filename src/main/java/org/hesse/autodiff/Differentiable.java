package org.hesse.autodiff;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hesse.autodiff.graph.Pool;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.autodiff.reverse.GraphHessian;
import org.hesse.autodiff.reverse.Recording;
import org.hesse.autodiff.reverse.ScalarFunction;
import org.hesse.autodiff.reverse.Sparsity;
import org.hesse.autodiff.reverse.Var;
import org.hesse.autodiff.series.HigherDerivatives;
import org.hesse.io.Terminal;
import org.hesse.linear.StarColouring;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * A function given as code on numbers that record, with all its derivatives: the gradient by reverse mode, the Hessian by
 * forward over reverse. Each evaluation records anew, so the function may branch as it likes; where its code branches on
 * the numbers, the derivatives are those of the branch taken.
 *
 * <p>Where the value is NaN so are all derivatives. What the function throws is passed on. A function that does not
 * depend on x is legal, its derivatives are 0. Any number of threads may evaluate it if the code itself allows that; after
 * the first evaluations value and gradient allocate nothing.
 */
public final class Differentiable implements Objective {
    private final int n;
    private final ScalarFunction f;
    private final Pool<Recording> recordings;
    private final HigherDerivatives higher = HigherDerivatives.recorded(this::graphAt);
    private final OnIntervals enclosures = OnIntervals.recorded(this::graphAt);
    private final Sparsity sparsity = new Sparsity();

    private Differentiable(int n, ScalarFunction f) {
        if (n < 1) {
            throw new IllegalArgumentException("n = " + n + ", expected at least 1");
        }
        this.n = n;
        this.f = given(f);
        this.recordings = new Pool<>(() -> new Recording(n));
    }

    /**
     * A function written on {@link Var}s, such as a lambda.
     *
     * @param n the number of variables, at least 1
     * @param f the function
     * @return the objective
     */
    public static Differentiable of(int n, ScalarFunction f) {
        return new Differentiable(n, f);
    }

    /**
     * A function written for every field.
     *
     * @param n the number of variables, at least 1
     * @param f the function, such as {@code Rosenbrock::value}
     * @return the objective
     */
    public static Differentiable generic(int n, GenericFunction f) {
        return new Differentiable(n, given(f)::value);
    }

    private static <F> F given(F f) {
        if (f == null) {
            throw new IllegalArgumentException("f = null, expected a function");
        }
        return f;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public double value(double[] x) {
        check(x.length, "x");
        Recording r = recordings.take();
        try {
            return r.run(f, x, Recording.VALUES);
        } finally {
            recordings.giveBack(r);
        }
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        check(x.length, "x");
        check(g.length, "g");
        Recording r = recordings.take();
        try {
            double value = r.run(f, x, Recording.GRADIENT);
            r.gradient(g);
            return value;
        } finally {
            recordings.giveBack(r);
        }
    }

    /**
     * The Hessian at a point.
     *
     * @param x the point, length n, not modified
     * @return ∇²f(x); its products allocate nothing, and any number of threads may ask for them. It is
     *     {@linkplain Hessian#sparse sparse} where at most a quarter of its entries are in use and n/2 products give them;
     *     the pattern is kept for all points at which the function does the same operations, and to know that, the
     *     sparse matrix and the dense one of 32 variables or more run the function at x once more
     */
    public Hessian hessianAt(double[] x) {
        check(x.length, "x");
        Recording r = recordings.take();
        try {
            double[] at = x.clone();
            Supplier<Optional<StarColouring>> colouring = () -> colouringAt(at);
            r.run(f, x, Recording.HESSIAN);
            Hessian h = r.hessian(colouring);
            if (h == null) {
                r.run(f, x, Recording.GRAPH);
                h = new GraphHessian(r, colouring);
            }
            return h;
        } finally {
            recordings.giveBack(r);
        }
    }

    /** Records anew: a Hessian keeps numbers, not operations. */
    private Optional<StarColouring> colouringAt(double[] x) {
        Recording r = recordings.take();
        try {
            r.run(f, x, Recording.GRAPH);
            return sparsity.of(r);
        } finally {
            recordings.giveBack(r);
        }
    }

    /** The graph of the evaluation at x, owned by the caller. */
    Recording graphAt(double[] x) {
        check(x.length, "x");
        Recording r = new Recording(n);
        r.run(f, x, Recording.GRAPH);
        return r;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        Curved curved = this::hessianAt;
        return Stream.of(curved, higher, enclosures)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private void check(int length, String name) {
        if (length != n) {
            throw new IllegalArgumentException(name + " of length " + length + ", expected " + n);
        }
    }

    @Override
    public String toString() {
        return Terminal.line("f(" + layout().shown() + "), derivatives by reverse mode");
    }
}
