package org.hesse.critical;

import java.util.Optional;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;
import org.hesse.linear.Cholesky;
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
     * The minimiser of the model, x₀ − H⁻¹g, by a solve with the Cholesky factor.
     *
     * @return the point, length n, or empty if H is not positive definite: then the model has no minimiser
     */
    public Optional<double[]> minimiser() {
        return Cholesky.of(hessian).map(factor -> Vectors.minus(x0, factor.solve(gradient)));
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
        String kind = Cholesky.of(hessian).isPresent() ? "convex" : "no minimizer";
        return Terminal.line("Taylor model, " + kind + ": n=" + x0.length + " f=" + Numbers.brief(value) + " |g|="
                + ErrorBudget.error(Vectors.norm(gradient)));
    }
}
