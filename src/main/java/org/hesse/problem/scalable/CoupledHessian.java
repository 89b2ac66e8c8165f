package org.hesse.problem.scalable;

import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.Vectors;
import org.hesse.objective.Hessian;

/**
 * A sparse matrix and one of rank two: A + b wᵀ + w bᵀ + c wwᵀ.
 *
 * @param matrix A
 * @param w w, length n
 * @param mixed b, then c, length n + 1
 */
record CoupledHessian(SparseSymmetric matrix, double[] w, double[] mixed) implements Hessian {
    @Override
    public int dimension() {
        return w.length;
    }

    @Override
    public void times(double[] v, double[] hv) {
        matrix.times(v, hv);
        double wv = Vectors.dot(w, v);
        double bv = 0;
        for (int i = 0; i < w.length; i++) {
            bv += mixed[i] * v[i];
        }
        for (int i = 0; i < w.length; i++) {
            hv[i] += mixed[i] * wv + w[i] * (bv + mixed[w.length] * wv);
        }
    }

    @Override
    public double[][] dense() {
        double[][] h = matrix.dense();
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) { // in this order h_ij and h_ji have the same bits
                h[i][j] += mixed[i] * w[j] + w[i] * mixed[j] + mixed[w.length] * (w[i] * w[j]);
            }
        }
        return h;
    }
}
