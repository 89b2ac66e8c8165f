package org.hesse.method.stochastic;

import org.hesse.linear.LinearMap;
import org.hesse.linear.Vectors;

/**
 * Conjugate gradients that end when the model φ(d) = gᵀd + ½dᵀAd hardly falls: after i iterations where i &gt; k, φᵢ &lt; 0 and
 * (φᵢ − φᵢ₋ₖ)/φᵢ &lt; kε with k = max(10, 0.1i). The residual, which CG does not lower steadily, is not looked at.
 *
 * <p>Source: Martens (2010), Deep learning via Hessian-free optimization, section 4.4.
 */
record RelativeProgress(double tolerance, int limit) {
    /**
     * Lowers φ.
     *
     * @param d where to start, <em>modified</em>: where it ended
     * @return φ(d)
     */
    double minimise(LinearMap a, double[] g, double[] d) {
        int n = g.length;
        double[] ad = new double[n];
        double[] r = g.clone(); // of the gradient of the model
        Vectors.scale(-1, r);
        if (Vectors.normInf(d) > 0) {
            a.times(d, ad);
            Vectors.axpy(-1, ad, r);
        }
        double[] p = r.clone();
        double rr = Vectors.dot(r, r);
        double[] models = new double[limit + 1];
        models[0] = model(g, r, d);
        for (int i = 1; i <= limit && rr > 0; i++) {
            a.times(p, ad);
            double alpha = rr / Vectors.dot(p, ad);
            if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
                return models[i - 1];
            }
            Vectors.axpy(alpha, p, d);
            Vectors.axpy(-alpha, ad, r);
            models[i] = model(g, r, d);
            double next = Vectors.dot(r, r);
            for (int j = 0; j < n; j++) {
                p[j] = r[j] + next / rr * p[j];
            }
            rr = next;
            int k = Math.max(10, i / 10);
            if (rr == 0 || i > k && models[i] < 0 && (models[i] - models[i - k]) / models[i] < k * tolerance) {
                return models[i];
            }
        }
        return rr > 0 ? models[limit] : models[0];
    }

    /** ½dᵀ(g − r), r = −g − Ad. */
    private static double model(double[] g, double[] r, double[] d) {
        return 0.5 * (Vectors.dot(d, g) - Vectors.dot(d, r));
    }
}
