package org.hesse;

import java.util.function.ToDoubleFunction;
import org.hesse.autodiff.Expression;
import org.hesse.critical.CriticalPoint;
import org.hesse.critical.TaylorModel;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.io.Build;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.objective.BlackBox;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.TestProblem;
import org.hesse.run.Minimization;

/**
 * The static entry points, for scripts and jshell.
 *
 * <pre>{@code
 * var f = function("(1-x)^2 + 100*(y-x^2)^2")
 * var r = minimize(f).from("x=-1.2, y=1").run()
 * classify(f, r.x())
 * }</pre>
 */
public final class Hesse {
    private Hesse() {}

    /**
     * A function written as text, with all its derivatives.
     *
     * @param text an expression; its variables are in the order of their first appearance, which the result prints
     * @return the function
     * @throws org.hesse.autodiff.SyntaxException if it is not an expression, with the position
     */
    public static Expression function(String text) {
        return Expression.parse(text);
    }

    /**
     * A function given as code, known by its values alone; its derivatives are differences.
     *
     * @param n the number of variables, at least 1
     * @param f the function; its argument has length n
     * @return the function
     */
    public static BlackBox numeric(int n, ToDoubleFunction<double[]> f) {
        return new BlackBox(n, f);
    }

    /**
     * Begins a minimisation, by L-BFGS unless another method is set.
     *
     * @param f what to minimise
     * @return the settings: set {@code from}, perhaps {@code with}, {@code until}, {@code budget}; then {@code run}
     */
    public static Minimization minimize(Objective f) {
        return Minimization.of(f).with(new Lbfgs());
    }

    /**
     * What kind of point a point is.
     *
     * @param f the function
     * @param x the point, length n
     * @return the verdict
     */
    public static CriticalPoint classify(Objective f, double... x) {
        return CriticalPoint.of(f, x);
    }

    /**
     * What kind of point a point is.
     *
     * @param f the function
     * @param x the point, such as {@code x=1, y=1} or {@code 1, 1}
     * @return the verdict
     */
    public static CriticalPoint classify(Objective f, String x) {
        return classify(f, f.layout().point(x));
    }

    /**
     * The Taylor model of second order around a point.
     *
     * @param f the function
     * @param x the point, length n
     * @return J(x) + gᵀd + ½dᵀHd
     */
    public static TaylorModel taylor(Objective f, double... x) {
        return TaylorModel.at(f, x);
    }

    /**
     * The Taylor model of second order around a point.
     *
     * @param f the function
     * @param x the point, such as {@code x=1, y=1} or {@code 1, 1}
     * @return J(x) + gᵀd + ½dᵀHd
     */
    public static TaylorModel taylor(Objective f, String x) {
        return taylor(f, f.layout().point(x));
    }

    /**
     * A test problem by its name.
     *
     * @param name such as {@code rosenbrock:n=10}
     * @return the problem
     */
    public static TestProblem problem(String name) {
        return Problems.named(name);
    }

    /**
     * A method by its name.
     *
     * @param name such as {@code adam:rate=1e-3}
     * @return the method
     */
    public static Method<?> method(String name) {
        return Methods.named(name);
    }

    /**
     * A bundled data set by its name.
     *
     * @param name such as {@code digits}
     * @return the data
     */
    public static Dataset dataset(String name) {
        return Datasets.named(name);
    }

    /**
     * The version of this library, as in its Maven coordinates.
     *
     * @return for example {@code 0.1.0-SNAPSHOT}
     */
    public static String version() {
        return Build.version();
    }
}
