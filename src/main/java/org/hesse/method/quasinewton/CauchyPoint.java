package org.hesse.method.quasinewton;

import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.objective.Domain;

/**
 * The generalized Cauchy point: the first local minimum of the model m(z) = gᵀ(z − x) + ½(z − x)ᵀB(z − x) along the
 * projected path P(x − tg), t ≥ 0.
 *
 * <p>Source: Byrd, Lu, Nocedal and Zhu (1995), Algorithm CP. A breakpoint costs O(k²) for k pairs; they are taken from a
 * heap, so that those beyond the minimum are not sorted.
 *
 * @param x the point, length n, exactly at its bounds where the path has met them
 * @param c Wᵀ(x − start), length 2k
 */
record CauchyPoint(double[] x, double[] c) {
    /**
     * Finds it.
     *
     * @param b B
     * @param m M
     * @param x the start, within the bounds, length n, not modified
     * @param g the gradient, length n, not modified
     * @param box the bounds
     * @param parallel who does the work
     */
    static CauchyPoint of(CompactMemory b, SaddleSystem m, double[] x, double[] g, Domain box, Parallel parallel) {
        int n = x.length;
        double[] point = x.clone();
        double[] d = new double[n];
        double[] t = new double[n];
        int moving = 0;
        for (int i = 0; i < n; i++) {
            double bound = g[i] < 0 ? box.upper()[i] : box.lower()[i];
            t[i] = g[i] == 0 ? 0 : (x[i] - bound) / g[i];
            d[i] = t[i] > 0 ? -g[i] : 0;
            moving += t[i] > 0 ? 1 : 0;
        }
        double[] c = new double[2 * b.size()];
        double[] p = b.dots(d, parallel);
        double theta = b.theta();
        double slope = -Vectors.dot(d, d);
        double curvature = -theta * slope - Vectors.dot(p, m.solve(p));
        double least = -Math.ulp(1.0) * theta * slope; // below it the curvature is rounding
        double reach = -slope / curvature;
        double now = 0;
        Breakpoints ahead = new Breakpoints(t);
        while (moving > 0 && !ahead.isEmpty() && t[ahead.first()] - now <= reach) {
            int i = ahead.take();
            double dt = t[i] - now;
            now = t[i];
            point[i] = d[i] > 0 ? box.upper()[i] : box.lower()[i];
            Vectors.axpy(dt, p, c);
            double[] w = b.row(i);
            double[] mw = m.solve(w);
            double z = point[i] - x[i];
            slope += dt * curvature + g[i] * g[i] + g[i] * (theta * z - Vectors.dot(mw, c));
            curvature -= g[i] * (theta * g[i] + 2 * Vectors.dot(mw, p) + g[i] * Vectors.dot(mw, w));
            curvature = Math.max(least, curvature);
            Vectors.axpy(g[i], w, p);
            d[i] = 0;
            moving--;
            reach = Math.max(0, -slope / curvature);
        }
        if (moving > 0) {
            Vectors.axpy(reach, p, c);
            for (int i = 0; i < n; i++) {
                point[i] = d[i] == 0 ? point[i] : point[i] + (now + reach) * d[i];
            }
            box.project(point); // rounding
        }
        return new CauchyPoint(point, c);
    }
}
