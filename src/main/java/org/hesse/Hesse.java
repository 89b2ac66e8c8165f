package org.hesse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.Expression;
import org.hesse.autodiff.GenericFunction;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.autodiff.reverse.ScalarFunction;
import org.hesse.autodiff.reverse.VectorFunction;
import org.hesse.autodiff.text.ParameterText;
import org.hesse.census.Census;
import org.hesse.census.DisconnectivityTree;
import org.hesse.census.Exhaustive;
import org.hesse.census.Multistart;
import org.hesse.census.ReactionPath;
import org.hesse.compare.Comparison;
import org.hesse.compare.Experiment;
import org.hesse.compare.Problem;
import org.hesse.critical.CriticalPoint;
import org.hesse.critical.TaylorModel;
import org.hesse.data.Columns;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.fit.Fit;
import org.hesse.fit.Fitted;
import org.hesse.fit.ModelFunction;
import org.hesse.io.Browser;
import org.hesse.io.Build;
import org.hesse.io.Terminal;
import org.hesse.lecture.Claim;
import org.hesse.method.Algorithm;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.objective.BlackBox;
import org.hesse.objective.BlackBoxSum;
import org.hesse.objective.Box;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.report.FitPicture;
import org.hesse.report.Landscape;
import org.hesse.report.Plot;
import org.hesse.report.TextPage;
import org.hesse.run.Latest;
import org.hesse.run.Minimization;
import org.hesse.run.PairJournal;
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
    /** The full batch, where a batch size is asked for. */
    public static final int FULL = 0;

    private static final Latest LATEST = new Latest();

    private Hesse() {}

    /**
     * A function written as text, with all its derivatives.
     *
     * @param text an expression; its variables are in the order of their first appearance, which the result prints
     * @return the function
     * @throws org.hesse.autodiff.text.SyntaxException if it is not an expression, with the position
     */
    public static Expression function(String text) {
        return Expression.parse(text);
    }

    /**
     * A function written as text with parameters: {@code function("sum(i, 1, n, (x[i]-a)^2)", "n=1000, a=2")}.
     *
     * @param text an expression; its variables are in the order of their first appearance, which the result prints
     * @param parameters the numbers that some of its names stand for
     * @return the function
     * @throws org.hesse.autodiff.text.SyntaxException if it is not an expression, with the position
     */
    public static Expression function(String text, String parameters) {
        return Expression.parse(text, ParameterText.parse(parameters));
    }

    /**
     * A function given as code on numbers that record, with all its derivatives:
     * {@code function(2, x -> x[0].square().add(x[1].sin()))}.
     *
     * @param n the number of variables, at least 1
     * @param f the function; its argument has length n
     * @return the function
     */
    public static Differentiable function(int n, ScalarFunction f) {
        return Differentiable.of(n, f);
    }

    /**
     * A function written for every field of numbers, such as those of Hipparchus, with all its derivatives. Java has no
     * lambdas for it, so it is a method reference: {@code generic(2, Rosenbrock::value)}.
     *
     * @param n the number of variables, at least 1
     * @param f the function; its argument has length n
     * @return the function
     */
    public static Differentiable generic(int n, GenericFunction f) {
        return Differentiable.generic(n, f);
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

    /** The loss of one sample with its target. */
    @FunctionalInterface
    public interface SampleLoss {
        /**
         * Evaluates.
         *
         * @param w the weights, length n, not to be modified or kept
         * @param x the features of the sample, not to be modified
         * @param y its target: a real number, or the index of its class
         * @return the loss
         */
        double at(double[] w, double[] x, double y);
    }

    /**
     * A mean of losses, one for each row of a table; its derivatives are differences, so n should be small. It can be
     * taken in batches.
     *
     * @param rows N ≥ 1 rows, shared
     * @param n the number of weights, at least 1
     * @param loss of the weights and a row
     * @return (1/N) Σᵢ loss(w, rowᵢ)
     */
    public static BlackBoxSum sum(double[][] rows, int n, ToDoubleBiFunction<double[], double[]> loss) {
        return new BlackBoxSum(rows.length, n, (w, i) -> loss.applyAsDouble(w, rows[i]));
    }

    /**
     * A mean of losses, one for each sample of a data set, as {@link #sum(double[][], int, ToDoubleBiFunction)}.
     *
     * @param data N samples
     * @param n the number of weights, at least 1
     * @param loss of the weights, the features of a sample and its target
     * @return (1/N) Σᵢ loss(w, xᵢ, yᵢ)
     */
    public static BlackBoxSum sum(Dataset data, int n, SampleLoss loss) {
        double[][] rows = data.rows();
        double[] targets = data.targets();
        return new BlackBoxSum(rows.length, n, (w, i) -> loss.at(w, rows[i], targets[i]));
    }

    /**
     * Begins a minimisation, by L-BFGS unless another method is set.
     *
     * @param f what to minimise
     * @return the settings: set {@code from}, perhaps {@code with}, {@code until}, {@code budget}; then {@code run}
     */
    public static Minimization minimize(Objective f) {
        return Minimization.of(f).withUsual().rememberIn(LATEST);
    }

    /**
     * The newest result of {@link #minimize}; of a run that was ended by Ctrl-C its best point, with the status CANCELLED.
     *
     * @return the result
     * @throws IllegalStateException if nothing was minimised yet
     */
    public static Result last() {
        return LATEST.result()
                .orElseThrow(() -> new IllegalStateException("last: nothing was minimised yet, expected a run before"));
    }

    /**
     * Runs, and keeps the journal of the curvature pairs; {@link #last} is the result, if {@link #minimize} began it.
     *
     * <pre>{@code journal(minimize(f).from("x=-1.2, y=1").with(new Lbfgs())) ==> 36 pairs: 0% with s'y <= 0, …}</pre>
     *
     * @param run what to run; methods without pairs leave the journal empty
     * @return the journal: {@link #show} prints its pairs, {@code write} makes a CSV file of them
     */
    public static PairJournal journal(Minimization run) {
        PairJournal journal = new PairJournal();
        run.observe(journal).run();
        return journal;
    }

    /**
     * Columns of numbers, to fit a model to.
     *
     * @param file a comma-separated file whose first line names the columns
     * @return the columns
     */
    public static Columns columns(String file) {
        return Columns.read(Path.of(file));
    }

    /**
     * Begins a fit of a model written as text, all observations of the same weight; {@link Fit#of} takes code as well.
     *
     * @param model such as {@code a*exp(-k*t)+c}, its predictors by the names of columns
     * @param data the columns
     * @param y the column of the response
     * @return the settings: set {@code start}, perhaps {@code fixed}, {@code positive}, {@code bounds}; then {@code run}
     */
    public static Fit fit(String model, Columns data, String y) {
        return Fit.of(model, data, y);
    }

    /**
     * Begins a fit of a model written as text.
     *
     * @param model such as {@code a*exp(-k*t)+c}, its predictors by the names of columns
     * @param data the columns
     * @param y the column of the response
     * @param sigma the column of its standard deviations
     * @return the settings, as by {@link #fit(String, Columns, String)}
     */
    public static Fit fit(String model, Columns data, String y, String sigma) {
        return Fit.of(model, data, y, sigma);
    }

    /**
     * Begins a fit of a model written as code: {@code fit((b, x) -> b[0].multiply(b[1].multiply(x[0]).exp()), data, "t",
     * "y")}.
     *
     * @param model of the parameters, in the order of the start, and the predictors
     * @param data the columns
     * @param predictors the columns that it takes, such as {@code t} or {@code x1, x2}
     * @param y the column of the response
     * @return the settings, as by {@link #fit(String, Columns, String)}
     */
    public static Fit fit(ModelFunction model, Columns data, String predictors, String y) {
        return Fit.of(model, data, predictors, y);
    }

    /**
     * Begins a fit of a model written as code.
     *
     * @param model of the parameters, in the order of the start, and the predictors
     * @param data the columns
     * @param predictors the columns that it takes, such as {@code t} or {@code x1, x2}
     * @param y the column of the response
     * @param sigma the column of its standard deviations
     * @return the settings, as by {@link #fit(String, Columns, String)}
     */
    public static Fit fit(ModelFunction model, Columns data, String predictors, String y, String sigma) {
        return Fit.of(model, data, predictors, y, sigma);
    }

    /**
     * Begins a fit that makes residuals small.
     *
     * @param residuals of the parameters, in the order of the start
     * @return the settings, as by {@link #fit(String, Columns, String)}
     */
    public static Fit fit(VectorFunction residuals) {
        return Fit.of(residuals);
    }

    /**
     * Begins a comparison of methods on a finite sum, from 0: on the full batch, one seed, 30 data passes a run.
     *
     * @param f what to minimise
     * @return the settings: set {@code with}, perhaps {@code batches}, {@code seeds}, {@code passes}; then {@code run}
     */
    public static Comparing compare(FiniteSum f) {
        return compare(Problem.of(f.toString(), f));
    }

    /**
     * Begins a comparison of methods on a problem, with its own start and lowest value.
     *
     * @param problem what to minimise, and where it comes from
     * @return the settings, as by {@link #compare(FiniteSum)}
     */
    public static Comparing compare(Problem problem) {
        return new Comparing(Experiment.of(problem));
    }

    /**
     * Prints the page: of a result, a verdict or a comparison all that is known of it, otherwise what it is as text.
     *
     * @param what anything
     */
    public static void show(Object what) {
        if (what instanceof Result r) {
            print(r.report());
        } else if (what instanceof CriticalPoint p) {
            print(p.report());
        } else if (what instanceof Census c) {
            print(c.report());
        } else if (what instanceof ReactionPath p) {
            print(p.report());
        } else if (what instanceof DisconnectivityTree t) {
            print(t.report());
        } else if (what instanceof DerivativeCheck d) {
            print(d.report());
        } else if (what instanceof TaylorModel t) {
            print(t.report());
        } else if (what instanceof Fitted f) {
            print(f.report());
        } else if (what instanceof Comparison c) {
            print(TextPage.of(c));
        } else if (what instanceof PairJournal j) {
            print(j + "\n" + j.csv());
        } else if (what instanceof Claim c) {
            print(c.report());
        } else {
            print(String.valueOf(what));
        }
    }

    /**
     * Prints what came of a claim, and writes its page: {@code lecture/NAME/report.html} in the working directory.
     *
     * @param claim what was measured
     */
    public static void present(Claim claim) {
        print(claim.report());
        print("the page is " + claim.write(Path.of("lecture", claim.name())));
    }

    /**
     * Opens a file, such as a report, in the browser; prints where it is if there is none.
     *
     * @param file an existing file
     * @throws IllegalArgumentException if it does not exist
     */
    public static void open(String file) {
        open(Path.of(file));
    }

    /**
     * Opens a file, such as a report, in the browser; prints where it is if there is none.
     *
     * @param file an existing file
     * @throws IllegalArgumentException if it does not exist
     */
    public static void open(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("open: " + path + " does not exist, expected a file");
        }
        if (!Browser.open(path)) {
            print("no browser here, open it yourself: " + path);
        }
    }

    static void print(String text) {
        System.out.println(Terminal.shown(text).stripTrailing());
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
     * Bounds of value, gradient and Hessian over a whole box, with every rounding outward.
     *
     * @param f a function given as text, or as code on {@code Var} or for every field
     * @param box the box, its variables in any order
     * @return the bounds, with what stands in the way of a proof
     * @throws IllegalArgumentException if the function cannot be evaluated on intervals
     */
    public static Enclosure enclose(Objective f, Box box) {
        Box sides = box.in(f.layout());
        return f.as(OnIntervals.class)
                .orElseThrow(() -> new IllegalArgumentException("enclose: " + f + " knows doubles alone, expected a"
                        + " function as text, or function(n, x -> ...) or generic(n, F::f)"))
                .over(Boxes.of(sides.lower(), sides.upper()));
    }

    /**
     * All critical points in a box. A function of few variables that has enclosures, such as an expression, is searched
     * everywhere, and the counts are proved; others from 200 starts. {@link Exhaustive} and {@link Multistart} have
     * settings.
     *
     * @param f the function
     * @param box where to search
     * @return the points, minima first
     */
    public static Census census(Objective f, Box box) {
        boolean everywhere =
                f.dimension() <= Exhaustive.LARGEST && f.as(OnIntervals.class).isPresent();
        return everywhere ? Exhaustive.of(f, box).run() : Multistart.of(f, box).run();
    }

    /**
     * Whether the derivatives of a function agree with differences, at a point and near it.
     *
     * @param f the function
     * @param x the point, length n
     * @return what agrees and what does not; {@link #show} prints all of it
     */
    public static DerivativeCheck check(Objective f, double... x) {
        return DerivativeCheck.of(f, x);
    }

    /**
     * Whether the derivatives of a function agree with differences, at a point and near it.
     *
     * @param f the function
     * @param x the point, such as {@code x=1, y=1} or {@code 1, 1}
     * @return what agrees and what does not
     */
    public static DerivativeCheck check(Objective f, String x) {
        return check(f, f.layout().point(x));
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
     * Draws a fit: the data with the model, and the residuals.
     *
     * @param fit what to draw, with its data
     * @param file the SVG file to write, replaced if it exists
     * @return the file
     */
    public static Path plot(Fitted fit, Path file) {
        return FitPicture.write(fit, file);
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
     * An algorithm by its name, perhaps one that owns its loop, which cannot stand inside of another.
     *
     * @param name such as {@code hipparchus-bobyqa}, or any method
     * @return the algorithm
     */
    public static Algorithm algorithm(String name) {
        return Methods.parse(name);
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
