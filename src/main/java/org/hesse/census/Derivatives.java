package org.hesse.census;

import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Objective;

/**
 * Value, gradient and Hessian at a point, along the eigenvectors.
 *
 * @param x the point, length n
 * @param value f(x)
 * @param gradient ∇f(x), length n
 * @param hessian ∇²f(x), n × n
 * @param spectrum its eigenpairs
 * @param slopes the components of the gradient along the eigenvectors, length n
 */
record Derivatives(
        double[] x, double value, double[] gradient, double[][] hessian, Spectrum spectrum, double[] slopes) {
    private static final double ZERO = 1e-7; // of the largest curvature: below, a mode without slope is a symmetry

    /** All of it; null where something is not finite. */
    static Derivatives at(Objective f, double[] x) {
        double[] g = new double[x.length];
        double value;
        double[][] h;
        if (f.hasGradient()) {
            value = f.valueAndGradient(x, g);
            h = f.as(Curved.class)
                    .map(c -> c.hessianAt(x))
                    .orElseGet(() -> FiniteDifferences.hessian(f::valueAndGradient, x))
                    .dense();
        } else {
            value = f.value(x);
            FiniteDifferences.gradient(f::value, x, g);
            h = FiniteDifferences.hessian((y, gy) -> FiniteDifferences.gradient(f::value, y, gy), x)
                    .dense();
        }
        boolean finite = Double.isFinite(value) && Double.isFinite(Vectors.normInf(g));
        for (double[] row : h) {
            finite &= Double.isFinite(Vectors.normInf(row));
        }
        if (!finite) {
            return null;
        }
        Spectrum spectrum = Spectrum.of(h);
        double[] slopes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            slopes[i] = Vectors.dot(g, spectrum.vectors()[i]);
        }
        return new Derivatives(x, value, g, h, spectrum, slopes);
    }

    /** Whether a mode has no curvature and no slope, such as the turning of a molecule. */
    boolean isFlat(int mode) {
        return Math.abs(spectrum.values()[mode]) <= ZERO * spectrum.norm()
                && Math.abs(slopes[mode]) <= ZERO * Math.min(1, Vectors.norm(gradient)) + 1e-12;
    }
}
