package org.hesse.method;

import org.hesse.search.Ray;
import org.hesse.search.Trial;

/**
 * A ray that remembers what its trials say of curvature and noise, for the case that the search fails.
 *
 * <p>Curvature is the secant κ of the slopes at 0 and at the trial with the least slope, which lies nearest to the minimum
 * along the ray; with it f falls by ½φ'(0)²/κ. Noise is what a value differs by from the trapezoid under the slopes, at the
 * trial nearest to 0, if the slope is about the same there: no smooth function does.
 */
final class SeenRay implements Ray {
    /** By how much two slopes may differ and be about the same. */
    private static final double ABOUT = 0.1;

    private final Ray ray;
    private double leastSlope = Double.POSITIVE_INFINITY;
    private double curvature = Double.NaN;
    private double nearest = Double.POSITIVE_INFINITY;
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
        if (Math.abs(t.slope()) < leastSlope) {
            leastSlope = Math.abs(t.slope());
            curvature = change / t.alpha();
        }
        if (t.alpha() < nearest) {
            nearest = t.alpha();
            double trapezoid = t.alpha() * (slope() + 0.5 * change);
            boolean same = Math.abs(change) <= ABOUT * Math.abs(slope());
            noise = same ? Math.abs(t.value() - value() - trapezoid) : Double.NaN;
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
