package org.hesse.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.hipparchus.Distributions;
import org.hesse.io.Names;
import org.hesse.io.Terminal;

/**
 * A fit: the parameters with their errors, how well the model describes the data, and what the data leave open. Arrays are
 * shared, not copied.
 */
public final class Fitted {
    /** How a fit ended. */
    public enum Status {
        /** At a minimum with curvature upwards in all directions, beyond its error. */
        CONVERGED,
        /** At a minimum, but in some direction the data say nothing: see {@link Fitted#remarks}. */
        NOT_IDENTIFIABLE,
        /** At a point where ‖r‖² falls on along a direction of negative curvature. */
        NOT_A_MINIMUM,
        /** Newton's method would still move the parameters. */
        NOT_CONVERGED
    }

    /** What became of a parameter. */
    public enum Role {
        /** It was fitted. */
        ESTIMATED,
        /** It was not to be fitted. */
        FIXED,
        /** A bound holds it. */
        HELD
    }

    private final String title;
    private final Posed posed;
    private final Solver solver;
    private final Solved solved;
    private final boolean[] fixed;
    private final boolean absolute;
    private final Spread spread;
    private final Status status;
    private final double chiSquare;

    private Fitted(String title, Posed posed, Solver solver, Solved solved, boolean[] fixed, boolean absolute) {
        this.title = title;
        this.posed = posed;
        this.solver = solver;
        this.solved = solved;
        this.fixed = fixed;
        this.absolute = absolute;
        this.spread = solved.estimated().length == 0
                ? new Spread(new double[0][0], new double[0][0], List.of(), Double.NaN, 0)
                : Spread.of(posed.residuals(), solved.b(), solved.estimated());
        this.chiSquare = posed.residuals() instanceof ModelResiduals model
                ? model.exactSum(solved.b()).orElse(solved.sum())
                : solved.sum();
        this.status = spread.lowest() < -spread.error()
                ? Status.NOT_A_MINIMUM
                : !solved.isMinimum()
                        ? Status.NOT_CONVERGED
                        : spread.flat().isEmpty() ? Status.CONVERGED : Status.NOT_IDENTIFIABLE;
    }

    static Fitted of(String title, Posed posed, Solver solver, Solved solved, boolean[] fixed, boolean absolute) {
        return new Fitted(title, posed, solver, solved, fixed, absolute);
    }

    /**
     * How it ended.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * The names of all parameters.
     *
     * @return p names
     */
    public List<String> names() {
        return posed.names();
    }

    /**
     * All parameters.
     *
     * @return length p
     */
    public double[] values() {
        return solved.b();
    }

    /**
     * One parameter.
     *
     * @param name its name
     * @return its value
     */
    public double value(String name) {
        return solved.b()[index(name)];
    }

    /**
     * The standard errors, from (JᵀJ)⁻¹.
     *
     * @return length p; NaN of a parameter that was not estimated, has a part in a flat direction, or where the variance of
     *     the residuals is not known (m = p)
     */
    public double[] standardErrors() {
        return errors(covariance());
    }

    /**
     * One standard error.
     *
     * @param name of the parameter
     * @return as in {@link #standardErrors}
     */
    public double standardError(String name) {
        return standardErrors()[index(name)];
    }

    /**
     * The standard errors from the inverse of the exact Hessian.
     *
     * @return length p; NaN as in {@link #exactCovariance}
     */
    public double[] exactErrors() {
        return errors(exactCovariance());
    }

    private static double[] errors(double[][] covariance) {
        return IntStream.range(0, covariance.length)
                .mapToDouble(j -> Math.sqrt(covariance[j][j]))
                .toArray();
    }

    /**
     * The covariance of the parameters as the model linearised gives it: (JᵀJ)⁻¹, times {@link #scale}.
     *
     * @return p×p; NaN in the rows and columns of parameters without a standard error
     */
    public double[][] covariance() {
        return whole(spread.gaussNewton());
    }

    /**
     * The covariance from the exact Hessian: (JᵀJ + Σ rᵢ∇²rᵢ)⁻¹, times {@link #scale}.
     *
     * @return p×p; NaN in the rows and columns of parameters without a standard error, and all where the Hessian is not
     *     positive definite
     */
    public double[][] exactCovariance() {
        return whole(spread.exact());
    }

    private double[][] whole(double[][] part) {
        double[][] all = new double[names().size()][names().size()];
        for (double[] row : all) {
            Arrays.fill(row, Double.NaN);
        }
        int[] which = solved.estimated();
        for (int k = 0; k < which.length; k++) {
            for (int l = 0; l < which.length; l++) {
                all[which[k]][which[l]] = part[k][l] * scale();
            }
        }
        return all;
    }

    /**
     * The correlations, from {@link #covariance}.
     *
     * @return p×p, between −1 and 1, or NaN
     */
    public double[][] correlation() {
        double[][] c = covariance();
        double[] e = errors(c);
        for (int j = 0; j < e.length; j++) {
            for (int k = 0; k < e.length; k++) {
                c[j][k] = j == k && e[j] > 0 ? 1 : c[j][k] / e[j] / e[k];
            }
        }
        return c;
    }

    /**
     * What the covariances are multiplied by.
     *
     * @return 1 if σ are absolute, otherwise χ²/(m − p); NaN where m = p
     */
    public double scale() {
        return absolute ? 1 : chiSquare() / nonzero(degreesOfFreedom());
    }

    private static double nonzero(int dof) {
        return dof == 0 ? Double.NaN : dof;
    }

    /**
     * The weighted sum of squares of the residuals.
     *
     * @return χ² = Σ ((m(b; xᵢ) − yᵢ)/σᵢ)², with σ = 1 where none is given; of a model given as text with 40 digits where the
     *     residuals are so small that the rounding of doubles would be felt
     */
    public double chiSquare() {
        return chiSquare;
    }

    /**
     * The number of residuals.
     *
     * @return m
     */
    public int rows() {
        return posed.residuals().count();
    }

    /**
     * The degrees of freedom.
     *
     * @return m less the number of parameters estimated, where they are not identifiable less the rank of J
     */
    public int degreesOfFreedom() {
        return rows() - solved.estimated().length + spread.flat().size();
    }

    /**
     * The standard deviation of the residuals, each divided by its σ.
     *
     * @return √(χ²/(m − p)); NaN where m = p
     */
    public double residualDeviation() {
        return Math.sqrt(chiSquare() / nonzero(degreesOfFreedom()));
    }

    /**
     * The probability of a χ² at least this large if the model is right and σ are the standard deviations.
     *
     * @return empty where σ are not absolute, or m = p
     */
    public Optional<Double> pValue() {
        return absolute && degreesOfFreedom() > 0
                ? Optional.of(Distributions.chiSquareTail(chiSquare(), degreesOfFreedom()))
                : Optional.empty();
    }

    /**
     * Whether σ are taken for standard deviations.
     *
     * @return false where they are not known or relative
     */
    public boolean isAbsolute() {
        return absolute;
    }

    /**
     * What became of a parameter.
     *
     * @param name its name
     * @return its role
     */
    public Role role(String name) {
        int j = index(name);
        return fixed[j] ? Role.FIXED : IntStream.of(solved.held()).anyMatch(h -> h == j) ? Role.HELD : Role.ESTIMATED;
    }

    /**
     * The directions along which the data say nothing.
     *
     * @return unit vectors of length p in the parameters' own units; empty where all are identifiable
     */
    public List<double[]> flatDirections() {
        return spread.flat().stream()
                .map(v -> {
                    double[] d = new double[names().size()];
                    for (int k = 0; k < v.length; k++) {
                        d[solved.estimated()[k]] = v[k];
                    }
                    return d;
                })
                .toList();
    }

    /**
     * The residuals.
     *
     * @return (m(b; xᵢ) − yᵢ)/σᵢ, length m
     */
    public double[] residuals() {
        double[] r = new double[rows()];
        posed.residuals().at(solved.b(), r);
        return r;
    }

    /**
     * The data.
     *
     * @return empty where residuals were given as code
     */
    public Optional<Observed> observed() {
        return posed.observed();
    }

    /**
     * What the fitted model predicts.
     *
     * @param x the predictors, in the order of {@link Observed#predictors}
     * @return m(b; x)
     * @throws IllegalArgumentException if residuals were given as code, or there are not as many predictors
     */
    public double predict(double... x) {
        if (posed.residuals() instanceof ModelResiduals model && x.length == model.predictors().length) {
            return model.predict(solved.b(), x);
        }
        throw new IllegalArgumentException("predict: " + x.length + " numbers, expected "
                + observed()
                        .map(o -> "those of " + String.join(", ", o.predictors()))
                        .orElse("a model, but residuals were given"));
    }

    /**
     * The confidence interval of a parameter at 95 %, by profile likelihood.
     *
     * @param name the parameter
     * @return the interval
     */
    public Interval profile(String name) {
        return profile(name, 0.95);
    }

    /**
     * The confidence interval of a parameter by profile likelihood. It need not be symmetric, and may be open.
     *
     * @param name the parameter
     * @param level the confidence, between 0 and 1
     * @return the interval
     * @throws IllegalArgumentException if the parameter was not estimated, or the fit is not at a minimum
     */
    public Interval profile(String name, double level) {
        int j = index(name);
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level = " + level + ", expected a number between 0 and 1");
        }
        if (fixed[j] || status == Status.NOT_A_MINIMUM || status == Status.NOT_CONVERGED) {
            throw new IllegalArgumentException("profile of " + name + ": "
                    + (fixed[j] ? "it is fixed" : "the fit ended " + status) + ", expected a fitted parameter");
        }
        if (!absolute && degreesOfFreedom() == 0) {
            throw new IllegalArgumentException(
                    "profile of " + name + ": as many rows as parameters, expected more or absolute sigma");
        }
        double quantile = absolute ? Distributions.normal(level) : Distributions.student(level, degreesOfFreedom());
        double threshold = quantile * quantile * scale();
        double error = standardErrors()[j];
        double width = error > 0 ? quantile * error : Math.max(Math.abs(values()[j]), 1) * 1e-3;
        Profiling profiling = new Profiling(solver, values(), fixed, j, solved.sum(), threshold);
        double lower = profiling.end(-1, width);
        double upper = profiling.end(1, width);
        return new Interval(name, level, values()[j], lower, upper, threshold, profiling.note());
    }

    /**
     * What is to be known beside the numbers.
     *
     * @return sentences; none where all is well
     */
    public List<String> remarks() {
        return Remarks.of(this, solved, spread);
    }

    /**
     * Steps taken.
     *
     * @return those of the method and of Newton
     */
    public long steps() {
        return solved.steps();
    }

    /**
     * What was fitted.
     *
     * @return a line
     */
    public String title() {
        return title;
    }

    private int index(String name) {
        int j = names().indexOf(name);
        if (j < 0) {
            throw Names.unknown("parameter", name, names());
        }
        return j;
    }

    /**
     * The page.
     *
     * @return some lines of at most 80 characters
     */
    public String report() {
        return FittedPage.of(this);
    }

    /**
     * All numbers as a document, for JSON.
     *
     * @return maps, lists and numbers
     */
    public Map<String, Object> document() {
        return FittedDocument.of(this);
    }

    @Override
    public String toString() {
        return Terminal.line(FittedPage.line(this));
    }
}
