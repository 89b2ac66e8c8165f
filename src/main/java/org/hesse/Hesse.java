package org.hesse;

import java.nio.file.Path;
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
import org.hesse.objective.Box;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.TestProblem;
import org.hesse.report.Landscape;
import org.hesse.report.Plot;
import org.hesse.run.Minimization;
import org.hesse.run.Result;

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
     * A box of points.
     *
     * @param text such as {@code x=-2:2, y=-1:3}
     * @return the box
     */
    public static Box box(String text) {
        return Box.parse(text);
    }

    /**
     * Draws a function of two variables: contours, the ways of runs, critical points where they ended.
     *
     * @param f the function
     * @param box what to show of it
     * @param results perhaps none
     * @return the page, a new file in the working directory: {@code plot-1.html} or with the next free number; its
     *     {@code -paths.csv} is beside it
     */
    public static Path plot(Objective f, Box box, Result... results) {
        return Plot.of(f, box).runs(results).write();
    }

    /**
     * Draws a function of two variables to a file.
     *
     * @param f the function
     * @param box what to show of it
     * @param file the page to write, replaced if it exists
     * @param results perhaps none
     * @return the file
     */
    public static Path plot(Objective f, Box box, Path file, Result... results) {
        return Plot.of(f, box).runs(results).write(file);
    }

    /**
     * Draws a test problem in two variables, all its known critical points marked.
     *
     * @param problem the problem
     * @param box what to show of it
     * @param results perhaps none
     * @return the page, as by {@link #plot(Objective, Box, Result...)}
     */
    public static Path plot(TestProblem problem, Box box, Result... results) {
        return Plot.of(problem, box).runs(results).write();
    }

    /**
     * Draws a function of any number of variables around a point: contours over the plane of the lowest and the highest
     * curvature, and lines along eigenvectors with the Taylor model beside the function.
     *
     * @param f the function
     * @param x the point, length n
     * @return the page, a new file in the working directory: {@code landscape-1.html} or with the next free number;
     *     {@link Landscape} has settings
     */
    public static Path landscape(Objective f, double... x) {
        return Landscape.of(f, x).write();
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
