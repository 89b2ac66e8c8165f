package org.hesse.method.quasinewton;

import java.util.Optional;
import org.hesse.linear.Cholesky;

/**
 * The linear system of the symmetric matrix [−P Bᵀ; B Q] with P and its Schur complement Q + BP⁻¹Bᵀ positive definite, by
 * two Cholesky factorisations of order m.
 */
final class SaddleSystem {
    private final Cholesky p;
    private final double[][] b;
    private final Cholesky schur;

    private SaddleSystem(Cholesky p, double[][] b, Cholesky schur) {
        this.p = p;
        this.b = b;
        this.schur = schur;
    }

    /**
     * Factorises.
     *
     * @param p P, m × m, symmetric
     * @param b B, m × m
     * @param q Q, m × m, symmetric
     * @return the system; empty if one of the two is not positive definite
     */
    static Optional<SaddleSystem> of(double[][] p, double[][] b, double[][] q) {
        Cholesky factor = Cholesky.of(p).orElse(null);
        if (factor == null) {
            return Optional.empty();
        }
        int m = p.length;
        double[][] schur = new double[m][];
        for (int i = 0; i < m; i++) {
            double[] column = factor.solve(b[i]); // P⁻¹Bᵀeᵢ
            schur[i] = times(b, column);
            for (int j = 0; j < m; j++) {
                schur[i][j] += q[i][j];
            }
        }
        return Cholesky.of(schur).map(c -> new SaddleSystem(factor, b, c));
    }

    /**
     * Solves.
     *
     * @param v the right side, length 2m, not modified
     * @return the solution, length 2m
     */
    double[] solve(double[] v) {
        int m = b.length;
        double[] first = new double[m];
        double[] second = new double[m];
        System.arraycopy(v, 0, first, 0, m);
        double[] byP = times(b, p.solve(first));
        for (int i = 0; i < m; i++) {
            second[i] = v[m + i] + byP[i];
        }
        double[] w = schur.solve(second);
        for (int j = 0; j < m; j++) {
            double sum = -first[j];
            for (int i = 0; i < m; i++) {
                sum += b[i][j] * w[i];
            }
            first[j] = sum;
        }
        double[] u = p.solve(first);
        double[] all = new double[2 * m];
        System.arraycopy(u, 0, all, 0, m);
        System.arraycopy(w, 0, all, m, m);
        return all;
    }

    private static double[] times(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        return y;
    }
}
