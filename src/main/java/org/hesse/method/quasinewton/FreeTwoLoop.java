package org.hesse.method.quasinewton;

import org.hesse.linear.Vectors;

/**
 * The two-loop recursion in the subspace of some variables: with the parts of the pairs in it, of which those without
 * positive sᵀy there are left out. It is L-BFGS as if the other variables were none.
 */
final class FreeTwoLoop {
    private static final double LEAST_COSINE = 1e-14;

    private FreeTwoLoop() {}

    /**
     * The direction.
     *
     * @param pairs the pairs
     * @param v the gradient, length n, 0 where a variable is not free; not modified
     * @param free the variables of the subspace, length n
     * @return −Hv, 0 where a variable is not free
     */
    static double[] direction(LimitedMemory pairs, double[] v, boolean[] free) {
        double[] d = v.clone();
        double[] alpha = new double[pairs.size()];
        double[] rho = new double[pairs.size()];
        double gamma = 0;
        for (int k = 0; k < alpha.length; k++) {
            double[] s = pairs.s()[pairs.row(k)];
            double[] y = pairs.y()[pairs.row(k)];
            double sy = 0;
            double ss = 0;
            double yy = 0;
            for (int i = 0; i < d.length; i++) {
                if (free[i]) {
                    sy += s[i] * y[i];
                    ss += s[i] * s[i];
                    yy += y[i] * y[i];
                }
            }
            if (sy > LEAST_COSINE * Math.sqrt(ss) * Math.sqrt(yy) && 1 / sy < Double.POSITIVE_INFINITY) {
                rho[k] = 1 / sy;
                gamma = gamma == 0 ? sy / yy : gamma;
                alpha[k] = rho[k] * Vectors.dot(s, d);
                axpy(-alpha[k], y, d, free);
            }
        }
        Vectors.scale(gamma == 0 ? 1 : gamma, d);
        for (int k = alpha.length - 1; k >= 0; k--) {
            if (rho[k] > 0) {
                double beta = rho[k] * Vectors.dot(pairs.y()[pairs.row(k)], d);
                axpy(alpha[k] - beta, pairs.s()[pairs.row(k)], d, free);
            }
        }
        Vectors.scale(-1, d);
        return d;
    }

    private static void axpy(double a, double[] x, double[] y, boolean[] free) {
        for (int i = 0; i < y.length; i++) {
            y[i] += free[i] ? a * x[i] : 0;
        }
    }
}
