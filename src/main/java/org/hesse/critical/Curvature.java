package org.hesse.critical;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.hesse.linear.Lanczos;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Hessian;

/**
 * Both ends of a Hessian's spectrum: from the whole matrix for n ≤ {@value #WHOLE}, from products by {@link Lanczos}
 * above. It is cheap enough to follow a run by; what kind of point a point is, is said by {@link CriticalPoint}.
 *
 * @param index eigenvalues certainly below −error: all of them from the whole matrix, from products perhaps not all
 * @param lowest the smallest eigenvalue; from products a curvature vᵀHv that is really there, so never too low. NaN if the
 *     Hessian is not finite
 * @param direction its unit eigenvector v, length n; empty if the Hessian is not finite
 * @param sharpness the largest eigenvalue, as found; NaN if the Hessian is not finite
 * @param error what a curvature may be wrong by: that of the derivatives, asymmetry, and 2nε‖H‖ of rounding
 * @param residual the larger of ‖Hv − λv‖ at both ends: how far eigenvalues may lie from those given
 */
public record Curvature(int index, double lowest, double[] direction, double sharpness, double error, double residual) {
    /** The largest n for which the whole matrix is made. */
    public static final int WHOLE = 100;

    private static final Lanczos LANCZOS = new Lanczos(1e-5, 200);

    /**
     * Looks at a Hessian.
     *
     * @param h the Hessian, at one point
     * @param random for the start of Lanczos where n is large
     * @return both ends of its spectrum
     */
    public static Curvature of(Hessian h, RandomGenerator random) {
        int n = h.dimension();
        return n <= WHOLE ? whole(h) : byProducts(h, random.doubles(n, -1, 1).toArray());
    }

    private static Curvature whole(Hessian h) {
        double[][] rows = h.dense();
        for (double[] row : rows) {
            if (!Double.isFinite(Vectors.norm(row))) {
                return unknown();
            }
        }
        Spectrum s = Spectrum.of(rows);
        int last = rows.length - 1;
        double error = h.error() + s.asymmetry() + rounding(rows.length, s.norm());
        double residual = Math.max(s.residuals()[0], s.residuals()[last]);
        return of(s.values(), s.vectors()[0], error, residual);
    }

    private static Curvature byProducts(Hessian h, double[] start) {
        Lanczos.Ends ends = LANCZOS.of(h::times, start);
        if (ends.values().length == 0) {
            return unknown();
        }
        double error = h.error() + rounding(start.length, Vectors.normInf(ends.values()));
        return of(ends.values(), ends.lowest(), error, Math.max(ends.lowestResidual(), ends.highestResidual()));
    }

    private static Curvature of(double[] values, double[] direction, double error, double residual) {
        int index = 0;
        for (double lambda : values) {
            index += lambda < -error ? 1 : 0;
        }
        return new Curvature(index, values[0], direction, values[values.length - 1], error, residual);
    }

    private static double rounding(int n, double norm) {
        return 2 * n * Math.ulp(1.0) * norm;
    }

    private static Curvature unknown() {
        double nan = Double.NaN;
        return new Curvature(0, nan, new double[0], nan, nan, nan);
    }

    /**
     * Whether there is a direction of negative curvature, beyond the error.
     *
     * @return true if lowest &lt; −error; false also where nothing is known
     */
    public boolean isNegative() {
        return lowest < -error;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "index %d, lowest %.4g, highest %.4g, +- %.2g",
                index,
                lowest,
                sharpness,
                error + residual);
    }
}
