package org.hesse.search;

import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;

/**
 * The minimum of γhᵀe₁ + ½hᵀTh within ‖h‖ ≤ Δ for a tridiagonal T, exactly, by its eigenvectors: (T + λI)h = −γe₁ with
 * λ ≥ 0, T + λI not indefinite, and ‖h‖ = Δ if λ &gt; 0. In the hard case, where ‖h‖ &lt; Δ for every such λ, a multiple of
 * the lowest eigenvector is added.
 *
 * <p>Source: Moré and Sorensen (1983), SIAM J. Scientific and Statistical Computing 4, 553–572: Newton's method on
 * 1/Δ − 1/‖h(λ)‖, here kept in an interval.
 *
 * @param h the minimum, length k
 * @param change its value
 * @param atBoundary whether ‖h‖ = Δ
 * @param lambda λ
 * @param lowest the lowest eigenvalue of T
 * @param end the last component of its eigenvector
 */
record ReducedModel(double[] h, double change, boolean atBoundary, double lambda, double lowest, double end) {
    private static final int ITERATIONS = 100;

    /**
     * Solves.
     *
     * @param alpha the diagonal of T, in its first k numbers
     * @param beta beside the diagonal, in its first k − 1 numbers
     * @param k the number of rows
     * @param gamma γ
     * @param radius Δ, positive
     */
    static ReducedModel of(double[] alpha, double[] beta, int k, double gamma, double radius) {
        double[][] t = new double[k][k];
        for (int i = 0; i < k; i++) {
            t[i][i] = alpha[i];
            if (i > 0) {
                t[i][i - 1] = beta[i - 1];
                t[i - 1][i] = beta[i - 1];
            }
        }
        Spectrum spectrum = Spectrum.of(t);
        double[] theta = spectrum.values();
        double[] c = new double[k]; // γe₁ by eigenvectors
        for (int i = 0; i < k; i++) {
            c[i] = gamma * spectrum.vectors()[i][0];
        }
        double rounding = 4 * Math.ulp(1.0) * spectrum.norm();
        boolean convex = theta[0] >= -rounding;
        double least = Math.max(0, -theta[0]) + (theta[0] > rounding ? 0 : Math.max(rounding, Double.MIN_NORMAL));
        double lambda = least;
        double[] y = at(theta, c, least);
        boolean inside = length(y) <= radius;
        if (!inside) {
            lambda = root(theta, c, radius, least);
            y = at(theta, c, lambda);
        } else if (convex) {
            lambda = 0;
        } else { // the hard case
            double others = length(y) / radius;
            double side = y[0] == 0 ? 1 : Math.signum(y[0]);
            double room = radius * radius * (1 - others) * (1 + others);
            y[0] = side * Math.sqrt(y[0] * y[0] + room);
        }
        double[] h = new double[k];
        double change = 0;
        for (int i = 0; i < k; i++) {
            change += y[i] * (c[i] + 0.5 * theta[i] * y[i]);
            for (int j = 0; j < k; j++) {
                h[j] += y[i] * spectrum.vectors()[i][j];
            }
        }
        return new ReducedModel(h, change, !inside || !convex, lambda, theta[0], spectrum.vectors()[0][k - 1]);
    }

    /** ‖h(λ)‖ falls from above Δ at the lower end to at most Δ at the upper. */
    private static double root(double[] theta, double[] c, double radius, double least) {
        double lower = least;
        double upper = Math.max(0, -theta[0]) + 2 * length(c) / radius;
        double lambda = least;
        for (int k = 0; k < ITERATIONS; k++) {
            double square = 0;
            double slope = 0; // −½ of the derivative of ‖h‖²
            for (int i = 0; i < c.length; i++) {
                double y = c[i] / (theta[i] + lambda);
                square += y * y;
                slope += y * y / (theta[i] + lambda);
            }
            double norm = Math.sqrt(square);
            if (Math.abs(norm - radius) <= 2 * Math.ulp(radius)) {
                return lambda;
            }
            if (norm > radius) {
                lower = lambda;
            } else {
                upper = lambda;
            }
            double newton = lambda + (norm - radius) / radius * (square / slope);
            lambda = newton > lower && newton < upper ? newton : 0.5 * (lower + upper);
            if (lambda == lower || lambda == upper) {
                return lambda;
            }
        }
        return lambda;
    }

    private static double[] at(double[] theta, double[] c, double lambda) {
        double[] y = new double[c.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = c[i] == 0 ? 0 : -c[i] / (theta[i] + lambda);
        }
        return y;
    }

    private static double length(double[] y) {
        return Vectors.norm(y);
    }
}
