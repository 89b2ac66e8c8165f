package org.hesse.critical;

import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;

/**
 * How far the critical point of the local quadratic is, with the errors of slopes and curvatures.
 *
 * @param least the shortest step that the errors allow, from below
 * @param s −H⁻¹g in the directions of known curvature whose slope is beyond its error, length n
 * @param reach s and what the errors of the slopes, such as x rounded, may add to it in each of them, up to ρ
 * @param blocked the largest slope beyond its error where the curvature has no sign; 0 if there is none
 * @param widest the largest error of a slope
 */
record Step(double least, double[] s, double[] reach, double blocked, double widest) {
    /** By eigenpairs: each slope gᵢ with its own error, each step at least (|gᵢ| − δᵢ)/(|λᵢ| + c). */
    static Step of(double[] g, Spectrum spectrum, double e, double c, double[] floor, double noise, double rho) {
        double[] lambda = spectrum.values();
        double[] step = new double[g.length];
        double[] reach = new double[g.length];
        double least = 0;
        double blocked = 0;
        double widest = 0;
        for (int i = 0; i < lambda.length; i++) {
            double slope = Vectors.dot(spectrum.vectors()[i], g);
            double delta = noise;
            for (int j = 0; j < g.length; j++) {
                delta = Math.max(delta, Math.abs(spectrum.vectors()[i][j]) * floor[j] * Math.sqrt(g.length));
            }
            widest = Math.max(widest, delta);
            if (Math.abs(lambda[i]) > e) {
                double more = Math.min(rho, delta / Math.abs(lambda[i]));
                Vectors.axpy(Math.copySign(more, -slope * lambda[i]), spectrum.vectors()[i], reach);
            }
            if (Math.abs(slope) > delta) {
                least = Math.hypot(least, (Math.abs(slope) - delta) / (Math.abs(lambda[i]) + c));
                if (Math.abs(lambda[i]) > e) {
                    Vectors.axpy(-slope / lambda[i], spectrum.vectors()[i], step);
                } else {
                    blocked = Math.max(blocked, Math.abs(slope));
                }
            }
        }
        Vectors.axpy(1, step, reach);
        return new Step(least, step, reach, blocked, widest);
    }

    /**
     * By the factors of a regular matrix. If (H + ΔH)s = −(g + Δg) with ‖ΔH‖ ≤ c and ‖Δg‖ ≤ δ, then for every y ‖s‖ ≥ (|yᵀg|
     * − δ‖y‖)/(‖Hy‖ + c‖y‖): here for g, H⁻¹g and H⁻²g, the last of which would be sharp without errors.
     */
    static Step of(double[] g, LargeHessian h, double c, double[] floor, double noise, double rho) {
        double delta = Math.max(noise, Vectors.norm(floor));
        double[] more = h.inError(Math.min(rho * h.leastCurvature(), delta));
        if (Vectors.norm(g) <= delta) {
            return new Step(0, new double[g.length], more, 0, delta);
        }
        double[] step = h.newtonStep(g);
        double least = 0;
        double[] hy = new double[g.length];
        for (double[] y : new double[][] {g, step, h.newtonStep(step)}) {
            h.times(y, hy);
            double size = Vectors.norm(y);
            double bound = (Math.abs(Vectors.dot(y, g)) - delta * size) / (Vectors.norm(hy) + c * size);
            least = Math.max(least, bound);
        }
        return new Step(least, step, Vectors.plus(step, 1, more), 0, delta);
    }
}
