package org.hesse.method.newton;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.minus;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.plus;

import java.util.Arrays;
import org.hesse.objective.Domain;
import org.hesse.objective.Hessian;
import org.hesse.search.Subproblem;

/**
 * The quadratic model m(z) = gᵀs + ½sᵀHs, s = z − x, in a box, and its minimum in a trust region, nearly: from the Cauchy
 * point on the path P(x − αg) over the variables that are free there, back into the box by projection, and on over those
 * still free. Where the path meets no bound it starts at x, for then Newton steps are not bent by it.
 *
 * @param h H
 * @param x length n, within the box
 * @param g length n
 * @param box the bounds
 */
record BoxModel(Hessian h, double[] x, double[] g, Domain box) {
    private static final double SUFFICIENT = 0.01; // μ₀ of the source
    private static final double SHORTER = 0.5;
    private static final double ETA = 0.1;

    /**
     * A point of the box.
     *
     * @param z length n, exactly at its bounds
     * @param gradient of m there, length n
     * @param change m(z)
     * @param atBoundary whether the region kept it from going on
     */
    record Point(double[] z, double[] gradient, double change, boolean atBoundary) {
        private Point in(boolean boundary) {
            return new Point(z, gradient, change, boundary);
        }
    }

    /**
     * The minimum, nearly, and not above the Cauchy point.
     *
     * @param subproblem finds the step on each face
     * @param delta the largest norm of each of them, and of the way to the Cauchy point
     * @return the point; its change is NaN where H is not finite
     */
    Point minimum(Subproblem subproblem, double delta) {
        Point cauchy = cauchy(delta);
        boolean[] free = free(cauchy.z);
        boolean bent = false;
        for (int i = 0; i < free.length; i++) {
            bent |= !free[i] && cauchy.z[i] != x[i];
        }
        Point now = bent ? cauchy : new Point(x, g, 0, false);
        double norm = norm(Free.of(g, free));
        double goal = Math.min(ETA, Math.sqrt(norm)) * norm;
        boolean[] last;
        do {
            double[] r = Free.of(now.gradient, free);
            Subproblem.Solution w = subproblem.solve(new Free(h, free), r, delta, null);
            if (Double.isNaN(w.change())) {
                return new Point(now.z, now.gradient, Double.NaN, false);
            }
            now = searched(now, w.step()).in(w.atBoundary());
            last = free;
            free = free(now.z);
        } while (!now.atBoundary && !Arrays.equals(free, last) && norm(Free.of(now.gradient, free)) > goal);
        return cauchy.change < now.change ? cauchy : now;
    }

    /** On P(x − αg), α at most that of the minimum before the first bound: the first of α, α/2, … that is low enough. */
    private Point cauchy(double delta) {
        double[] d = new double[x.length];
        for (int i = 0; i < d.length; i++) {
            boolean held = g[i] > 0 ? x[i] <= box.lower()[i] : x[i] >= box.upper()[i];
            d[i] = held ? 0 : -g[i];
        }
        double length = norm(d);
        if (length == 0) {
            return new Point(x, g, 0, false);
        }
        double[] hd = new double[d.length];
        h.times(d, hd);
        double curvature = dot(d, hd);
        double most = delta / length;
        boolean inside = curvature > 0 && length * length / curvature < most;
        return searched(new Point(x, g, 0, false), d, inside ? length * length / curvature : most)
                .in(!inside);
    }

    private Point searched(Point from, double[] w) {
        return searched(from, w, 1);
    }

    /** The first of P(z + βw), P(z + ½βw), … of which m is low enough; z itself if none is. */
    private Point searched(Point from, double[] w, double first) {
        double beta = first;
        while (true) {
            double[] z = plus(from.z, beta, w);
            box.project(z);
            if (Arrays.equals(z, from.z)) {
                return from;
            }
            Point there = at(z);
            double slope = dot(from.gradient, minus(z, from.z));
            if (!(there.change > from.change + SUFFICIENT * Math.min(slope, 0))) {
                return there;
            }
            beta *= SHORTER;
        }
    }

    private Point at(double[] z) {
        double[] s = minus(z, x);
        double[] gradient = new double[s.length];
        h.times(s, gradient);
        double change = dot(g, s) + 0.5 * dot(s, gradient);
        for (int i = 0; i < s.length; i++) {
            gradient[i] += g[i];
        }
        return new Point(z, gradient, change, false);
    }

    private boolean[] free(double[] z) {
        boolean[] free = new boolean[z.length];
        for (int i = 0; i < free.length; i++) {
            free[i] = z[i] > box.lower()[i] && z[i] < box.upper()[i];
        }
        return free;
    }
}
