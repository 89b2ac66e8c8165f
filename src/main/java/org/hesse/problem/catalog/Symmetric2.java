package org.hesse.problem.catalog;

import org.hesse.objective.Hessian;

/**
 * The symmetric matrix (xx, xy; xy, yy).
 *
 * @param xx the first diagonal element
 * @param xy the element beside the diagonal
 * @param yy the second diagonal element
 */
public record Symmetric2(double xx, double xy, double yy) implements Hessian {
    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public void times(double[] v, double[] hv) {
        hv[0] = xx * v[0] + xy * v[1];
        hv[1] = xy * v[0] + yy * v[1];
    }

    @Override
    public double[][] dense() {
        return new double[][] {{xx, xy}, {xy, yy}};
    }
}
