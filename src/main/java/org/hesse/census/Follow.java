package org.hesse.census;

import java.util.function.Predicate;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/**
 * Eigenvector following to a critical point of a given index k: with slopes F and curvatures b along the eigenvectors, the
 * step is h = ∓2F/(|b| + √(b² + 4F²)), uphill along the k lowest modes and downhill along the others; near a point of that
 * index it is Newton's. For any index a mode goes the way of its own curvature, so that the step is Newton's, but bounded.
 * The step is at most a radius long, which shrinks where the gradient is not as the local quadratic says.
 *
 * <p>At a degenerate point the steps shrink by a constant factor only; there the sum of the geometric series is the last one.
 *
 * <p>Sources: Cerjan and Miller, J. Chem. Phys. 75 (1981); Wales, J. Chem. Phys. 101 (1994), equation 9. Departs from them:
 * modes without curvature and slope are left out.
 */
final class Follow {
    private static final int STEPS = 400;
    private static final double EPSILON = Math.ulp(1.0);
    private static final double STILL = 1e-12; // of the longest step

    /**
     * Where it ended.
     *
     * @param x the point
     * @param converged whether the steps became as small as rounding
     */
    record End(double[] x, boolean converged) {}

    private final Objective f;
    private final int index;
    private final double longest;
    private final Predicate<double[]> within;

    private Follow(Objective f, int index, double longest, Predicate<double[]> within) {
        this.f = f;
        this.index = index;
        this.longest = longest;
        this.within = within;
    }

    /** To a point of any index. */
    static Follow any(Objective f, double longest) {
        return new Follow(f, -1, longest, x -> true);
    }

    /** To a point of index k. */
    static Follow index(Objective f, int k, double longest) {
        return new Follow(f, k, longest, x -> true);
    }

    /** The same, given up where it leaves a region. */
    Follow within(Predicate<double[]> region) {
        return new Follow(f, index, longest, region);
    }

    /** Follows from a point. */
    End from(double[] start) {
        double radius = longest;
        Derivatives here = Derivatives.at(f, start);
        double[] x = start;
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < STEPS && here != null && within.test(x); k++) {
            double[] step = step(here);
            double length = Vectors.norm(step);
            if (length <= 2 * EPSILON * Vectors.norm(x) || length < Double.MIN_NORMAL) {
                return new End(x, true);
            }
            if (length <= STILL * longest) {
                return new End(last(here, step, length / before), true);
            }
            before = length;
            if (length > radius) {
                Vectors.scale(radius / length, step);
            }
            double[] next = Vectors.plus(x, 1, step);
            Derivatives there = Derivatives.at(f, next);
            if (there == null) {
                radius = Math.min(length, radius) / 4;
                continue;
            }
            double surprise = surprise(here, there, step);
            radius = surprise > 0.5
                    ? Math.min(length, radius) / 2
                    : surprise < 0.2 ? Math.min(longest, 2 * radius) : radius;
            boolean stalled = length <= 1e-10 * Math.max(1, Vectors.norm(x))
                    && Vectors.norm(there.gradient()) >= Vectors.norm(here.gradient());
            if (stalled) {
                return new End(x, true); // as near as rounding lets it come
            }
            x = next;
            here = there;
        }
        return new End(x, false);
    }

    /** The end of steps that each are a part of the one before; that of the last step where its gradient is no larger. */
    private double[] last(Derivatives at, double[] step, double part) {
        double[] near = Vectors.plus(at.x(), 1, step);
        double[] far = Vectors.plus(at.x(), 1 / (1 - Math.min(part, 0.9)), step);
        Derivatives there = Derivatives.at(f, near);
        Derivatives beyond = Derivatives.at(f, far);
        boolean farther =
                there != null && beyond != null && Vectors.norm(beyond.gradient()) < Vectors.norm(there.gradient());
        return farther ? far : near;
    }

    /** How much the change of the gradient differs from what the Hessian says, relative to the gradient there was. */
    private static double surprise(Derivatives here, Derivatives there, double[] step) {
        double[] g = here.gradient().clone();
        for (int i = 0; i < g.length; i++) {
            g[i] += Vectors.dot(here.hessian()[i], step) - there.gradient()[i];
        }
        return Vectors.norm(g) / Vectors.norm(here.gradient());
    }

    private double[] step(Derivatives at) {
        double[] step = new double[at.x().length];
        int mode = 0;
        for (int i = 0; i < step.length; i++) {
            if (!at.isFlat(i)) {
                double b = at.spectrum().values()[i];
                double slope = at.slopes()[i];
                boolean up = index < 0 ? b < 0 : mode < index;
                double size = 2 * slope / (Math.abs(b) + Math.hypot(b, 2 * slope));
                Vectors.axpy(up ? size : -size, at.spectrum().vectors()[i], step);
                mode++;
            }
        }
        return step;
    }
}
