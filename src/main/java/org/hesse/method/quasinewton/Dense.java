package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.dot;

import java.util.Arrays;
import org.hesse.objective.Hessian;

/** The dense matrices that quasi-Newton methods keep, by rows. */
final class Dense {
    private Dense() {}

    /**
     * I, as a matrix to be changed.
     *
     * @throws IllegalArgumentException if the heap cannot hold it
     */
    static double[][] identity(String method, int n) {
        double bytes = 8.0 * n * n;
        double heap = Runtime.getRuntime().maxMemory();
        if (bytes > heap) {
            throw new IllegalArgumentException(String.format(
                    java.util.Locale.ROOT,
                    "%s: n = %d variables, whose dense matrix takes %.1f GB, expected at most %d in a heap of %.1f GB;"
                            + " lbfgs and cg-descent keep a few vectors only",
                    method,
                    n,
                    bytes * 1e-9,
                    (long) Math.sqrt(heap / 8),
                    heap * 1e-9));
        }
        double[][] a = new double[n][n];
        reset(a);
        return a;
    }

    static void reset(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            Arrays.fill(a[i], 0);
            a[i][i] = 1;
        }
    }

    /** A symmetric matrix as a Hessian, for products alone. */
    static Hessian asHessian(double[][] a) {
        return new Hessian() {
            @Override
            public int dimension() {
                return a.length;
            }

            @Override
            public void times(double[] v, double[] hv) {
                for (int i = 0; i < a.length; i++) {
                    hv[i] = dot(a[i], v);
                }
            }
        };
    }

    static double[] times(double[][] a, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = dot(a[i], x);
        }
        return product;
    }
}
