package org.hesse.method.newton;

import java.util.Optional;
import org.hesse.linear.StarColouring;
import org.hesse.objective.Hessian;

/**
 * A Hessian on a face of a box: with the rows and columns of the identity for the variables that are not free, so that they
 * stay where they are in each subproblem whose gradient is 0 there, and that a factorisation is not spoilt by them.
 *
 * @param h the whole Hessian
 * @param free which variables are free, length n
 */
record Free(Hessian h, boolean[] free) implements Hessian {
    /** v, but 0 where a variable is not free. */
    static double[] of(double[] v, boolean[] free) {
        double[] part = v.clone();
        for (int i = 0; i < part.length; i++) {
            part[i] = free[i] ? part[i] : 0;
        }
        return part;
    }

    @Override
    public int dimension() {
        return h.dimension();
    }

    @Override
    public void times(double[] v, double[] hv) {
        h.times(of(v, free), hv);
        for (int i = 0; i < hv.length; i++) {
            hv[i] = free[i] ? hv[i] : v[i];
        }
    }

    @Override
    public double[][] dense() {
        double[][] a = h.dense();
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                a[i][j] = free[i] && free[j] ? a[i][j] : i == j ? 1 : 0;
            }
        }
        return a;
    }

    @Override
    public Optional<StarColouring> colouring() {
        return h.colouring();
    }

    @Override
    public double error() {
        return h.error();
    }
}
