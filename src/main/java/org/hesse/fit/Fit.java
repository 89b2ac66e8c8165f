package org.hesse.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.autodiff.reverse.VectorFunction;
import org.hesse.autodiff.text.ParameterText;
import org.hesse.data.Columns;
import org.hesse.io.Names;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.newton.LevenbergMarquardt;
import org.hesse.objective.BoundsText;
import org.hesse.objective.Domain;
import org.hesse.objective.Layout;
import org.hesse.problem.nist.Regression;

/**
 * A model to be fitted to data by least squares: {@code Fit.of("a*exp(-k*t)+c", data, "y", "sigma").start("a=1, k=0.1,
 * c=0").run()} minimises χ² = Σ ((m(b; xᵢ) − yᵢ)/σᵢ)². Immutable; each setter returns a changed copy.
 *
 * <p>With a column of standard deviations σ they are taken for what they are (absolute): the covariance is the inverse of
 * JᵀJ. Without, or where {@link #absolute} says that σ are relative weights only, it is scaled by the residual variance
 * χ²/(m − p). In this SciPy's {@code curve_fit} differs, for which given σ are relative by default ({@code absolute_sigma}).
 *
 * <p>A positive parameter is one with the bound 0 below; it is not transformed, so all errors are those of the parameter
 * itself. A parameter that a bound holds is not estimated: it has no error, and does not count in m − p.
 */
public final class Fit {
    private final Source source;
    private final Map<String, Double> start;
    private final Map<String, Double> fixed; // NaN: at its start
    private final List<String> positive;
    private final String bounds;
    private final boolean absolute;
    private final Method<?> method;

    private Fit(
            Source source,
            Map<String, Double> start,
            Map<String, Double> fixed,
            List<String> positive,
            String bounds,
            boolean absolute,
            Method<?> method) {
        this.source = source;
        this.start = start;
        this.fixed = fixed;
        this.positive = positive;
        this.bounds = bounds;
        this.absolute = absolute;
        this.method = method;
    }

    private static Fit of(Source source, boolean absolute) {
        return new Fit(source, Map.of(), Map.of(), List.of(), "", absolute, new LevenbergMarquardt());
    }

    /**
     * A model written as text, all observations of the same weight.
     *
     * @param model such as {@code a*exp(-k*t)+c}: its names are predictors where they are columns and {@link #start} does
     *     not name them, and else parameters
     * @param data the columns
     * @param y the column of the response
     * @return the settings, which need a {@link #start}
     */
    public static Fit of(String model, Columns data, String y) {
        return of(new Source.Text(model, data, y, ""), false);
    }

    /**
     * A model written as text.
     *
     * @param model as in {@link #of(String, Columns, String)}
     * @param data the columns
     * @param y the column of the response
     * @param sigma the column of its standard deviations, all positive
     * @return the settings, which need a {@link #start}
     */
    public static Fit of(String model, Columns data, String y, String sigma) {
        return of(new Source.Text(model, data, y, sigma), true);
    }

    /**
     * A model written as code, its parameters in the order of the {@link #start}; all observations of the same weight.
     *
     * @param model the code
     * @param data the columns
     * @param predictors the columns that it takes, such as {@code t} or {@code x1, x2}
     * @param y the column of the response
     * @return the settings, which need a {@link #start}
     */
    public static Fit of(ModelFunction model, Columns data, String predictors, String y) {
        return of(new Source.Code(model, data, list(predictors), y, ""), false);
    }

    /**
     * A model written as code, as {@link #of(ModelFunction, Columns, String, String)}.
     *
     * @param model the code
     * @param data the columns
     * @param predictors the columns that it takes, such as {@code t} or {@code x1, x2}
     * @param y the column of the response
     * @param sigma the column of its standard deviations, all positive
     * @return the settings, which need a {@link #start}
     */
    public static Fit of(ModelFunction model, Columns data, String predictors, String y, String sigma) {
        return of(new Source.Code(model, data, list(predictors), y, sigma), true);
    }

    /**
     * Residuals written as code, of which the sum of squares is to be minimised; its parameters are in the order of the
     * {@link #start}. Of equal variance that is not known, unless they are {@link #absolute}.
     *
     * @param residuals the code
     * @return the settings, which need a {@link #start}
     */
    public static Fit of(VectorFunction residuals) {
        return of(new Source.Given(residuals), false);
    }

    /**
     * A regression of the NIST, from one of its starts.
     *
     * @param r the regression
     * @param start 1 for the start far away, 2 for the near one
     * @return the settings
     */
    public static Fit of(Regression r, int start) {
        if (start != 1 && start != 2) {
            throw new IllegalArgumentException("start = " + start + ", expected 1 or 2");
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int j = 0; j < r.predictors().size(); j++) {
            int column = j;
            columns.put(
                    r.predictors().get(j),
                    Arrays.stream(r.x()).mapToDouble(row -> row[column]).toArray());
        }
        columns.put("y", r.y());
        Map<String, Double> from = new LinkedHashMap<>();
        for (int j = 0; j < r.parameters().size(); j++) {
            from.put(r.parameters().get(j), r.starts()[start - 1][j]);
        }
        Fit fit = of(r.model(), Columns.of(columns).named(r.name()), "y");
        return new Fit(fit.source, from, Map.of(), List.of(), "", false, fit.method);
    }

    private static List<String> list(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /**
     * Sets where to start.
     *
     * @param text such as {@code a=1, k=0.1, c=0}, one for each parameter that is not fixed at a number
     * @return a changed copy
     * @throws IllegalArgumentException if a value is not a finite number, or a name is given twice
     */
    public Fit start(String text) {
        return new Fit(source, ParameterText.parse(text), fixed, positive, bounds, absolute, method);
    }

    /**
     * Sets which parameters are not fitted.
     *
     * @param text such as {@code c=0}, or {@code c} to keep it at its start
     * @return a changed copy
     * @throws IllegalArgumentException if a value is not a finite number, or a name is given twice
     */
    public Fit fixed(String text) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String part : list(text)) {
            Map<String, Double> one = part.indexOf('=') < 0 ? Map.of(part, Double.NaN) : ParameterText.parse(part);
            one.forEach((name, value) -> {
                if (values.put(name, value) != null) {
                    throw new IllegalArgumentException("fixed: " + name + " is given twice, expected it once");
                }
            });
        }
        return new Fit(source, start, values, positive, bounds, absolute, method);
    }

    /**
     * Sets which parameters are not negative, by a bound.
     *
     * @param names such as {@code a, k}
     * @return a changed copy
     */
    public Fit positive(String names) {
        return new Fit(source, start, fixed, list(names), bounds, absolute, method);
    }

    /**
     * Sets bounds.
     *
     * @param text such as {@code k=0:inf, c=-1:1}
     * @return a changed copy
     */
    public Fit bounds(String text) {
        return new Fit(source, start, fixed, positive, text, absolute, method);
    }

    /**
     * Sets whether σ are standard deviations, or relative weights only.
     *
     * @param is true: the covariance is (JᵀJ)⁻¹; false: that times χ²/(m − p)
     * @return a changed copy
     */
    public Fit absolute(boolean is) {
        return new Fit(source, start, fixed, positive, bounds, is, method);
    }

    /**
     * Sets the method.
     *
     * @param m a method for least squares
     * @return a changed copy
     */
    public Fit with(Method<?> m) {
        return new Fit(source, start, fixed, positive, bounds, absolute, m);
    }

    /**
     * Fits.
     *
     * @return what came of it
     * @throws IllegalArgumentException if a name is unknown, a start is missing or outside its bounds, a number in the data
     *     is missing, not finite or a σ not positive (with its row), the model is not finite at the start (with the row), or
     *     there are fewer rows than parameters
     */
    public Fitted run() {
        Map<String, Double> given = new LinkedHashMap<>(start);
        fixed.forEach((name, value) -> {
            if (!value.isNaN()) {
                given.put(name, value);
            }
        });
        Posed posed = source.pose(given);
        List<String> names = posed.names();
        start.keySet().forEach(name -> require("start", name, names));
        fixed.keySet().forEach(name -> require("fixed", name, names));
        positive.forEach(name -> require("positive", name, names));
        double[] b = new double[names.size()];
        boolean[] held = new boolean[b.length];
        for (int j = 0; j < b.length; j++) {
            Double value = given.get(names.get(j));
            if (value == null) {
                throw new IllegalArgumentException(
                        "start: " + names.get(j) + " is missing, expected name=number for each of "
                                + String.join(", ", names) + source.columns());
            }
            b[j] = value;
            held[j] = fixed.containsKey(names.get(j));
        }
        Domain domain = domain(names, b);
        int m = posed.residuals().count();
        int p = 0;
        for (boolean h : held) {
            p += h ? 0 : 1;
        }
        if (m < p) {
            throw new IllegalArgumentException(
                    m + (m == 1 ? " row" : " rows") + ", expected at least as many as the " + p + " parameters to fit");
        }
        requireFinite(posed, b);
        Solver solver = new Solver(posed.residuals(), names, domain, method);
        return Fitted.of(source.title(), posed, solver, solver.solve(b, held), held, absolute);
    }

    private static void require(String what, String name, List<String> names) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    what + ": no parameter '" + name + "' in the model, " + Names.expected(name, names));
        }
    }

    private Domain domain(List<String> names, double[] b) {
        Domain domain = bounds.isBlank() ? Domain.unbounded(b.length) : BoundsText.parse(bounds, Layout.scalars(names));
        for (int j = 0; j < b.length; j++) {
            boolean above = positive.contains(names.get(j));
            if (above) {
                domain.lower()[j] = Math.max(0, domain.lower()[j]);
            }
            if (b[j] < domain.lower()[j] || b[j] > domain.upper()[j] || above && b[j] == 0) {
                throw new IllegalArgumentException("start: " + names.get(j) + " = " + Numbers.precise(b[j])
                        + ", expected a number "
                        + (above && b[j] <= 0 ? "> 0" : "from " + domain.lower()[j] + " to " + domain.upper()[j]));
            }
        }
        return domain;
    }

    private static void requireFinite(Posed posed, double[] b) {
        double[] r = new double[posed.residuals().count()];
        posed.residuals().at(b, r);
        for (int i = 0; i < r.length; i++) {
            if (!Double.isFinite(r[i])) {
                int row = i;
                String at = posed.observed()
                        .map(o -> ", " + String.join(", ", o.predictors()) + " = " + Arrays.toString(o.x()[row]))
                        .orElse("");
                throw new IllegalArgumentException(
                        "start: the model is " + r[i] + " in row " + (i + 1) + at + ", expected finite numbers");
            }
        }
        double[][] columns = LinearParameters.columns(posed.residuals(), b);
        List<String> bad = new ArrayList<>();
        for (int j = 0; j < b.length; j++) {
            if (!Double.isFinite(Vectors.norm(columns[j]))) {
                bad.add(posed.names().get(j));
            }
        }
        if (!bad.isEmpty()) {
            throw new IllegalArgumentException("start: the derivative of the model by " + String.join(", ", bad)
                    + " is not finite, expected another start");
        }
    }

    @Override
    public String toString() {
        return Terminal.line("fit " + source.title());
    }
}
