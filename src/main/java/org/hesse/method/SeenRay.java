package org.hesse.method;

import org.hesse.search.Ray;
import org.hesse.search.Trial;

/**
 * A ray that remembers what its trials say of curvature and noise, for the case that the search fails.
 *
 * <p>Curvature is the secant κ of the slopes at 0 and at the trial with the least slope, which lies nearest to the minimum
 * along the ray; with it f falls by ½φ'(0)²/κ. Noise is twice what a value differs by from the trapezoid under the slopes,
 * if that is ten times what they can explain, and small against φ(0): no smooth function does.
 */
final class SeenRay implements Ray {
    /** How often slopes have to explain it. */
    private static final double CLEAR = 10;

    /** Relative to φ(0); more is taken for a step of φ itself. */
    private static final double MOST = 1e-6;

    private final Ray ray;
    private double leastSlope = Double.POSITIVE_INFINITY;
    private double curvature = Double.NaN;
    private double noise = Double.NaN;

    SeenRay(Ray ray) {
        this.ray = ray;
    }

    @Override
    public double value() {
        return ray.value();
    }

    @Override
    public double slope() {
        return ray.slope();
    }

    @Override
    public double valueAt(double alpha) {
        return ray.valueAt(alpha);
    }

    @Override
    public Trial at(double alpha) {
        Trial t = ray.at(alpha);
        if (t.isFinite()) {
            see(t);
        }
        return t;
    }

    private void see(Trial t) {
        double change = t.slope() - slope();
        if (change > 0 && Math.abs(t.slope()) < leastSlope) {
            leastSlope = Math.abs(t.slope());
            curvature = change / t.alpha();
        }
        double excess = Math.abs(t.value() - value() - t.alpha() * (slope() + 0.5 * change));
        double explained = t.alpha() * Math.max(Math.abs(slope()), Math.abs(t.slope()));
        if (excess >= CLEAR * explained && excess <= MOST * Math.abs(value())) {
            noise = Double.isNaN(noise) ? 2 * excess : Math.max(noise, 2 * excess);
        }
    }

    /** The change of the value that the slopes promise, negative; NaN if the curvature along the ray is not positive. */
    double promise() {
        return curvature > 0 ? -0.5 * slope() * slope() / curvature : Double.NaN;
    }

    /** The error of values; NaN if no trial shows it. */
    double noise() {
        return noise;
    }
}
