package org.hesse.critical;

import java.util.random.RandomGenerator;
import org.hesse.linear.Vectors;
import org.hesse.objective.Noise;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;

/**
 * Gradient and Hessian of a function known by its values alone: central differences, each with a step h and with 2h.
 *
 * <p>The errors are the difference of both, which is three times the truncation h²M₄/12 (h²M₃/6 for the gradient) and
 * also shows the noise, plus the bound 4·noise/h² (noise/h) on what the noise alone can do. Steps: ε^¼ and, for the
 * gradient, ε^⅓, relative to max(|xᵢ|, 1), where ε is the rounding of f or its noise, if that is larger, relative to the
 * values at a distance of ¼. Where the values are rounded so coarsely that none of those steps changes them, steps are
 * ten times longer than the shortest that does, and the change there counts as noise. Takes 4n² + 6n + 12 values, more
 * where noise is hard to see.
 */
final class SecondDifferences {
    private static final double EPSILON = Math.ulp(1.0);
    private static final int PROBES = 4;
    private static final double FARTHEST = 1e3;

    private final Objective f;
    private final double[] x;
    private final double[] y;
    private final double value;
    private final Noise known;
    private final double epsilon; // relative noise
    private double reach = 1; // of the steps of second differences
    private double quantum; // what coarsely rounded values change by
    private double largest; // |f| of the values seen: what their rounding is relative to

    private SecondDifferences(Objective f, double[] x) {
        this.f = f;
        this.x = x;
        this.y = x.clone();
        this.value = f.value(x);
        this.known = Noise.at(f::value, x);
        this.epsilon = known.dominatesRounding() ? Math.min(0.01, known.level() / size()) : EPSILON;
        this.largest = Math.abs(value);
        seekChange();
    }

    private void seekChange() {
        double change = change();
        while (change == 0 && reach < FARTHEST) {
            reach *= 10;
            change = change();
        }
        if (change > 0 && reach > 1) {
            quantum = change;
            reach *= 10;
        } else {
            reach = 1; // as usual; or f is constant as far as can be seen
        }
    }

    private double change() {
        double change = 0;
        for (int i = 0; i < x.length; i++) {
            double h = secondStep(i);
            change = Math.max(change, Math.abs(at(i, h, i, 0) - value));
            change = Math.max(change, Math.abs(at(i, -h, i, 0) - value));
        }
        return change;
    }

    private double secondStep(int i) {
        return step(reach * Math.sqrt(Math.sqrt(epsilon)), x[i]);
    }

    private double size() {
        double size = known.size();
        for (int side = -1; side <= 1; side += 2) {
            double[] z = x.clone();
            for (int i = 0; i < z.length; i++) {
                z[i] += 0.25 * side * Math.max(Math.abs(x[i]), 1);
            }
            double fz = Math.abs(f.value(z));
            size = fz < Double.POSITIVE_INFINITY ? Math.max(size, fz) : size;
        }
        return size;
    }

    static Derivatives at(Objective f, double[] x) {
        SecondDifferences d = new SecondDifferences(f, x);
        int n = x.length;
        double[] g = new double[n];
        double truncation = 0;
        for (int i = 0; i < n; i++) {
            double h = step(Math.cbrt(d.epsilon), x[i]);
            g[i] = d.first(i, h);
            double wide = d.first(i, 2 * h);
            truncation = Math.hypot(truncation, wide - g[i]);
        }
        double noise = Math.max(EPSILON * d.largest, Math.max(d.known.level(), d.measuredNoise(g)));
        double gradientError = truncation + Math.sqrt(n) * noise / Math.cbrt(d.epsilon);

        double[][] hessian = new double[n][n];
        double squares = 0;
        double steps = 0; // Σ 1/h²
        d.largest = Math.abs(d.value);
        for (int i = 0; i < n; i++) {
            steps += 1 / (d.secondStep(i) * d.secondStep(i));
            for (int j = 0; j <= i; j++) {
                double hi = d.secondStep(i);
                double hj = d.secondStep(j);
                hessian[i][j] = d.second(i, j, hi, hj);
                hessian[j][i] = hessian[i][j];
                double wide = d.second(i, j, 2 * hi, 2 * hj) - hessian[i][j];
                squares += (i == j ? 1 : 2) * wide * wide;
            }
        }
        noise = Math.max(Math.max(EPSILON * d.largest, d.quantum), noise);
        double hessianError = Math.sqrt(squares) + 4 * noise * steps;
        String source = "differences of values" + (d.epsilon > EPSILON ? ", " + d.known : "");
        return new Derivatives(d.value, g, gradientError, hessian, hessianError, source);
    }

    /** A step that x can make exactly. */
    private static double step(double relative, double xi) {
        return (xi + relative * Math.max(Math.abs(xi), 1)) - xi;
    }

    private double first(int i, double h) {
        return (at(i, h, i, 0) - at(i, -h, i, 0)) / (2 * h);
    }

    private double second(int i, int j, double hi, double hj) {
        if (i == j) {
            return ((at(i, hi, i, 0) - value) - (value - at(i, -hi, i, 0))) / (hi * hi);
        }
        double sum = (at(i, hi, j, hj) - at(i, hi, j, -hj)) - (at(i, -hi, j, hj) - at(i, -hi, j, -hj));
        return sum / (4 * hi * hj);
    }

    private double at(int i, double hi, int j, double hj) {
        y[i] += hi;
        y[j] += hj;
        double fy = f.value(y);
        y[i] = x[i];
        y[j] = x[j];
        largest = Math.max(largest, Math.abs(fy));
        return fy;
    }

    /** What the values change by over a few ulps, beyond gᵀδ. */
    private double measuredNoise(double[] g) {
        RandomGenerator random = Seeds.random(1);
        double noise = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            double[] z = Derivatives.nearby(x, random);
            noise = Math.max(noise, Math.abs(f.value(z) - value - Vectors.dot(g, Vectors.minus(z, x))));
        }
        return noise;
    }
}
