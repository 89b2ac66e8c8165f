package org.hesse.method.newton;

import org.hesse.linear.Vectors;
import org.hesse.objective.Hessian;

/**
 * D⁻¹HD⁻¹: the Hessian in the variables Dx, in which a region ‖Dp‖ ≤ Δ is a ball.
 *
 * @param h H
 * @param d the diagonal of D, length n, positive
 */
record Scaled(Hessian h, double[] d) implements Hessian {
    /**
     * A matrix that is there already.
     *
     * @param rows n rows of length n
     */
    record Matrix(double[][] rows) implements Hessian {
        @Override
        public int dimension() {
            return rows.length;
        }

        @Override
        public void times(double[] v, double[] hv) {
            for (int i = 0; i < rows.length; i++) {
                hv[i] = Vectors.dot(rows[i], v);
            }
        }

        @Override
        public double[][] dense() {
            double[][] copy = new double[rows.length][];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = rows[i].clone();
            }
            return copy;
        }

        /** √|hᵢᵢ|, but nowhere less than before: Moré (1978), section 6. 1 where that is 0 or not finite. */
        double[] scale(double[] before) {
            double[] d = new double[rows.length];
            for (int i = 0; i < d.length; i++) {
                double root = Math.max(Math.sqrt(Math.abs(rows[i][i])), before == null ? 0 : before[i]);
                d[i] = root > 0 && root < Double.POSITIVE_INFINITY ? root : 1;
            }
            return d;
        }
    }

    @Override
    public int dimension() {
        return d.length;
    }

    @Override
    public void times(double[] v, double[] hv) {
        h.times(over(v, d), hv);
        for (int i = 0; i < d.length; i++) {
            hv[i] /= d[i];
        }
    }

    @Override
    public double[][] dense() {
        double[][] a = h.dense();
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                a[i][j] = a[i][j] / d[i] / d[j];
            }
        }
        return a;
    }

    /** D⁻¹v, or v if there is no D. */
    static double[] over(double[] v, double[] d) {
        double[] w = v.clone();
        for (int i = 0; d != null && i < w.length; i++) {
            w[i] /= d[i];
        }
        return w;
    }

    /** ‖Dv‖. */
    static double norm(double[] v, double[] d) {
        double[] w = v.clone();
        for (int i = 0; d != null && i < w.length; i++) {
            w[i] *= d[i];
        }
        return Vectors.norm(w);
    }
}
