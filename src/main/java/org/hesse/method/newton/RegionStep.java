package org.hesse.method.newton;

import java.util.Arrays;
import org.hesse.linear.DampedQr;
import org.hesse.linear.PivotedQr;
import org.hesse.linear.Vectors;

/**
 * The step of Levenberg and Marquardt in a trust region: y minimises ½‖Ay + b‖² within ‖Ey‖ ≤ Δ, but for a tenth of Δ. With
 * (AᵀA + λE²)y = −Aᵀb it is a root of the secular equation ‖Ey(λ)‖ = Δ, by Newton's method on 1/Δ − 1/‖Ey‖ (Hebden 1973)
 * within a bracket; λ = 0 where the Gauss–Newton step is no longer than that.
 *
 * <p>Source: Moré (1978), The Levenberg–Marquardt algorithm: implementation and theory, Algorithm 5.5; MINPACK's {@code
 * lmpar}.
 *
 * @param y the step, length n
 * @param lambda λ
 * @param length ‖Ey‖
 * @param predicted the decrease of the model, ½‖Ay‖² + λ‖Ey‖²
 */
record RegionStep(double[] y, double lambda, double length, double predicted) {
    private static final double NEAR = 0.1;
    private static final int ITERATIONS = 20;

    /**
     * Solves.
     *
     * @param qr the factors of A
     * @param c the projected b, length n
     * @param e the diagonal of E, positive
     * @param radius Δ
     * @param first λ to begin with, such as that of the last step; at least 0
     */
    static RegionStep of(PivotedQr qr, double[] c, double[] e, double radius, double first) {
        int n = e.length;
        int rank = qr.rank();
        double[] b = c.clone();
        Vectors.scale(-1, b);
        double[] y = qr.solve(b, rank);
        double length = length(e, y);
        if (length <= (1 + NEAR) * radius) {
            return step(qr, y, 0, length);
        }
        double lower = rank == n ? (length - radius) / radius / DampedQr.inverseForm(qr, slope(e, y, length)) : 0;
        double[] g = qr.timesTransposedR(b);
        for (int j = 0; j < n; j++) {
            g[j] /= e[j];
        }
        double steepest = Vectors.norm(g);
        double upper = Math.max(steepest / radius, Double.MIN_NORMAL);
        double lambda = Math.min(upper, Math.max(lower, first));
        lambda = lambda == 0 ? steepest / length : lambda;
        double[] d = new double[n];
        for (int k = 1; ; k++) {
            lambda = lambda == 0 ? Math.max(Double.MIN_NORMAL, 1e-3 * upper) : lambda;
            double root = Math.sqrt(lambda);
            Arrays.setAll(d, j -> root * e[j]);
            DampedQr damped = new DampedQr(qr, d, b);
            y = damped.solution();
            double before = length;
            length = length(e, y);
            double excess = length - radius;
            boolean hopeless = lower == 0 && excess <= before - radius && before < radius;
            if (Math.abs(excess) <= NEAR * radius || hopeless || k == ITERATIONS) {
                return step(qr, y, lambda, length);
            }
            double newton = excess / radius / damped.inverseForm(slope(e, y, length));
            if (excess > 0) {
                lower = Math.max(lower, lambda);
            } else {
                upper = Math.min(upper, lambda);
            }
            lambda = Math.max(lower, lambda + newton);
        }
    }

    private static RegionStep step(PivotedQr qr, double[] y, double lambda, double length) {
        double along = Vectors.norm(qr.timesR(y));
        return new RegionStep(y, lambda, length, 0.5 * along * along + lambda * length * length);
    }

    private static double length(double[] e, double[] y) {
        double[] ey = y.clone();
        for (int j = 0; j < e.length; j++) {
            ey[j] *= e[j];
        }
        return Vectors.norm(ey);
    }

    /** E²y/‖Ey‖, the gradient of the length. */
    private static double[] slope(double[] e, double[] y, double length) {
        double[] w = new double[e.length];
        for (int j = 0; j < w.length; j++) {
            w[j] = e[j] * (e[j] * y[j] / length);
        }
        return w;
    }
}
