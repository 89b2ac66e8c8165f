package org.hesse.critical;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;
import org.hesse.linear.Cholesky;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/**
 * The second-order Taylor model of a function at a point: f(x₀ + d) ≈ f(x₀) + gᵀd + ½dᵀHd, with an error of O(‖d‖³). The
 * arrays are shared, not copied.
 *
 * @param x0 x₀, length n
 * @param value f(x₀)
 * @param gradient g = ∇f(x₀), length n
 * @param hessian H = ∇²f(x₀), n rows of length n
 */
public record TaylorModel(double[] x0, double value, double[] gradient, double[][] hessian) {
    /**
     * A prediction and what came of it.
     *
     * @param predicted gᵀd + ½dᵀHd
     * @param actual f(x₀ + d) − f(x₀)
     */
    public record Comparison(double predicted, double actual) {
        /**
         * How well the model predicts: ρ of the trust-region methods.
         *
         * @return actual/predicted, 1 where the model is exact; NaN if both are 0
         */
        public double ratio() {
            return actual / predicted;
        }

        @Override
        public String toString() {
            return Terminal.line("actual/predicted " + Numbers.brief(ratio()) + ": predicted "
                    + Numbers.brief(predicted) + ", actual " + Numbers.brief(actual));
        }
    }

    /**
     * The model of a function. Derivatives are the best that the function offers, as in {@link CriticalPoint#of}.
     *
     * @param f the function
     * @param x0 the point, length n, finite, not modified
     * @return the model
     * @throws IllegalArgumentException if x₀ has the wrong length, is not finite, or n is too large for a whole Hessian
     */
    public static TaylorModel at(Objective f, double[] x0) {
        double[] point = x0.clone();
        Derivatives d = Derivatives.at(f, point);
        return new TaylorModel(point, d.value(), d.gradient(), d.hessian());
    }

    /**
     * The model at a point.
     *
     * @param x the point, length n, not modified
     * @return f(x₀) + gᵀd + ½dᵀHd with d = x − x₀
     */
    public double value(double[] x) {
        return value + predictedChange(Vectors.minus(x, x0));
    }

    /**
     * The gradient of the model at a point.
     *
     * @param x the point, length n, not modified
     * @return g + H(x − x₀), a new array of length n
     */
    public double[] gradient(double[] x) {
        double[] m = times(Vectors.minus(x, x0));
        Vectors.axpy(1, gradient, m);
        return m;
    }

    /**
     * The change that the model predicts for a step.
     *
     * @param d the step, length n, not modified
     * @return gᵀd + ½dᵀHd, negative for a decrease
     */
    public double predictedChange(double[] d) {
        return Vectors.dot(gradient, d) + Vectors.dot(d, times(d)) / 2;
    }

    /**
     * Compares prediction and function.
     *
     * @param f the function the model is of
     * @param d the step, length n, not modified
     * @return predicted and actual change
     */
    public Comparison compare(Objective f, double[] d) {
        return new Comparison(predictedChange(d), f.value(Vectors.plus(x0, 1, d)) - value);
    }

    /**
     * A minimiser of the model, x₀ − H⁻¹g: by a solve with the Cholesky factor; where H is singular but g in its range, the
     * minimiser nearest to x₀, by the eigenvectors. An eigenvalue counts as 0 if it is within rounding nε‖H‖.
     *
     * @return the point, length n, or empty if the model has no minimiser: H is indefinite, or the model falls along a
     *     direction without curvature
     */
    public Optional<double[]> minimiser() {
        double[][] lower = new double[x0.length][];
        double squares = 0;
        for (double[] row : hessian) {
            squares = Math.hypot(squares, Vectors.norm(row));
        }
        for (int i = 0; i < lower.length; i++) {
            lower[i] = hessian[i].clone();
            lower[i][i] -= rounding() * squares;
        }
        return Cholesky.of(lower)
                .flatMap(positive -> Cholesky.of(hessian))
                .map(factor -> Vectors.minus(x0, factor.solve(gradient)))
                .or(this::nearestMinimiser);
    }

    private Optional<double[]> nearestMinimiser() {
        if (!Double.isFinite(Vectors.norm(gradient)) || !isFinite(hessian)) {
            return Optional.empty();
        }
        Spectrum spectrum = Spectrum.of(hessian);
        double flat = rounding() * spectrum.norm();
        double[] x = x0.clone();
        for (int k = 0; k < x.length; k++) {
            double lambda = spectrum.values()[k];
            double slope = Vectors.dot(spectrum.vectors()[k], gradient);
            if (lambda > flat) {
                Vectors.axpy(-slope / lambda, spectrum.vectors()[k], x);
            } else if (lambda < -flat || Math.abs(slope) > rounding() * Vectors.norm(gradient)) {
                return Optional.empty();
            }
        }
        return Optional.of(x);
    }

    private double rounding() {
        return 4 * x0.length * Math.ulp(1.0);
    }

    private static boolean isFinite(double[][] a) {
        return Arrays.stream(a).allMatch(row -> Double.isFinite(Vectors.normInf(row)));
    }

    /**
     * Measures how far the model holds.
     *
     * @param f the function the model is of
     * @param relativeError η, the error allowed relative to ‖g‖ρ + ½‖H‖ρ² at a distance of ρ, greater than 0
     * @return the radius
     * @throws IllegalArgumentException if η is out of range, or the model is not finite
     */
    public TaylorRadius radius(Objective f, double relativeError) {
        return TaylorRadius.of(this, f, relativeError);
    }

    /**
     * The page: value, gradient, curvature and minimiser.
     *
     * @return some lines of text
     */
    public String report() {
        StringBuilder page = new StringBuilder(this + "\n");
        line(page, "value", Numbers.precise(value));
        line(page, "|gradient|", ErrorBudget.error(Vectors.norm(gradient)));
        if (isFinite(hessian)) {
            double[] lambda = Spectrum.valuesOf(hessian);
            line(page, "curvature", Numbers.brief(lambda[0]) + " to " + Numbers.brief(lambda[lambda.length - 1]));
        }
        minimiser().ifPresent(x -> {
            double[] d = Vectors.minus(x, x0);
            line(page, "minimizer", "at a distance of " + Numbers.brief(Vectors.norm(d)));
            line(page, "change to it", Numbers.brief(predictedChange(d)) + " predicted");
        });
        return page.toString();
    }

    private static void line(StringBuilder page, String label, String text) {
        page.append(String.format(Locale.ROOT, "  %-15s ", label)).append(text).append('\n');
    }

    private double[] times(double[] d) {
        double[] hd = new double[d.length];
        for (int i = 0; i < hd.length; i++) {
            hd[i] = Vectors.dot(hessian[i], d);
        }
        return hd;
    }

    @Override
    public String toString() {
        String kind = minimiser().isPresent() ? "convex" : "no minimizer";
        return Terminal.line("Taylor model, " + kind + ": n=" + x0.length + " f=" + Numbers.brief(value) + " |g|="
                + ErrorBudget.error(Vectors.norm(gradient)));
    }
}
