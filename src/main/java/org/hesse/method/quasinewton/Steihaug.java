package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.scale;

/**
 * The minimum of the model m(p) = gᵀp + ½pᵀBp within ‖p‖ ≤ Δ, nearly: conjugate gradients as far as the boundary, or
 * along the first direction without curvature to it.
 *
 * <p>Source: Steihaug (1983), SIAM J. Numerical Analysis 20, 626–637; Nocedal and Wright (2006), Numerical Optimization,
 * 2nd edition, Algorithm 7.2.
 *
 * @param step p, length n
 * @param atBoundary whether ‖p‖ = Δ
 * @param change m(p), 0 or negative
 */
record Steihaug(double[] step, boolean atBoundary, double change) {
    /** The residual to reach, relative to ‖g‖: superlinear convergence is not lost. */
    private static final double TOLERANCE = 1e-10;

    /**
     * Solves.
     *
     * @param b B, symmetric, n rows, not modified
     * @param g length n, not modified
     * @param radius Δ, positive
     */
    static Steihaug of(double[][] b, double[] g, double radius) {
        double[] p = new double[g.length];
        double[] r = g.clone();
        double[] d = g.clone();
        scale(-1, d);
        double rr = dot(r, r);
        double goal = TOLERANCE * Math.sqrt(rr);
        for (int k = 0; k < 2 * g.length && Math.sqrt(rr) > goal; k++) {
            double[] bd = Dense.times(b, d);
            double curvature = dot(d, bd);
            double alpha = rr / curvature;
            double[] next = p.clone();
            axpy(alpha, d, next);
            if (!(curvature > 0 && norm(next) < radius)) {
                axpy(toBoundary(p, d, radius), d, p);
                return new Steihaug(p, true, model(b, g, p));
            }
            p = next;
            axpy(alpha, bd, r);
            double before = rr;
            rr = dot(r, r);
            scale(rr / before, d);
            axpy(-1, r, d);
        }
        return new Steihaug(p, false, model(b, g, p));
    }

    /** The positive root τ of ‖p + τd‖ = Δ, without cancellation. */
    private static double toBoundary(double[] p, double[] d, double radius) {
        double length = norm(d);
        double along = dot(p, d) / length;
        double room = Math.max(0, (radius - norm(p)) * (radius + norm(p)));
        double root = Math.sqrt(along * along + room);
        return (along > 0 ? room / (along + root) : root - along) / length;
    }

    private static double model(double[][] b, double[] g, double[] p) {
        return dot(g, p) + 0.5 * dot(p, Dense.times(b, p));
    }
}
