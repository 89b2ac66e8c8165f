package org.hesse.objective;

import java.util.random.RandomGenerator;
import org.hesse.linear.Vectors;

/**
 * A point at which derivatives are checked, and the noise of value and gradient there.
 *
 * @param x the point, length n
 * @param name in words
 * @param value f(x) with the gradient
 * @param gradient ∇f(x), length n
 * @param noise of f
 * @param gradientNoise of each component of the gradient, length n
 */
record CheckPoint(double[] x, String name, double value, double[] gradient, double noise, double[] gradientNoise) {
    private static final double CLOSER = 1e-4;
    private static final double EPSILON = Math.ulp(1.0);

    static CheckPoint of(Objective f, double[] x, String name) {
        int n = x.length;
        double[] g = new double[n];
        double value = f.valueAndGradient(x, g);
        Noise found = Noise.at(f::value, x);
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            product[i] = g[i] * x[i];
        }
        double rounding = EPSILON * Vectors.norm(product); // what rounding x does to f
        double step = found.dominatesRounding() ? CLOSER * found.step() : found.step();
        // a kink or a spike passes for noise, but not from near by
        double level = Math.min(found.level(), Noise.at(f::value, x, step).level());
        double noise = Math.max(level, rounding < Double.POSITIVE_INFINITY ? rounding : 0);
        return new CheckPoint(x, name, value, g, noise, gradientNoise(f, x, step));
    }

    /** By the table of ECnoise for each component, at the step at which it served for f; at least what rounding x does. */
    private static double[] gradientNoise(Objective f, double[] x, double step) {
        int n = x.length;
        RandomGenerator random = Seeds.random(6);
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = (random.nextBoolean() ? 1 : -1) * Math.max(Math.abs(x[i]), 1);
        }
        double[][] gradients = new double[Noise.VALUES][n];
        for (int j = 0; j < Noise.VALUES; j++) {
            f.valueAndGradient(Noise.point(x, p, step, j), gradients[j]);
        }
        double[] noise = new double[n];
        double[] component = new double[Noise.VALUES];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < Noise.VALUES; j++) {
                component[j] = gradients[j][i];
            }
            double rise = Math.abs(component[Noise.VALUES - 1] - component[0]) / (2 * step);
            double level = Math.max(Noise.of(component).level(), EPSILON * rise);
            noise[i] = level < Double.POSITIVE_INFINITY ? level : 0;
        }
        return noise;
    }

    /** The first step for one variable or, as a factor, for a direction in units of the variables. */
    double unit(int i) {
        return Math.max(Math.abs(x[i]), 1);
    }
}
