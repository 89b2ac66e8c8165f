package org.hesse.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hesse.critical.ErrorBudget;
import org.hesse.linear.Cholesky;
import org.hesse.linear.SingularValues;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;

/**
 * How far parameters may be off: the inverse of JᵀJ, from the singular values of J and not by squaring it, and that of the
 * exact Hessian H = JᵀJ + Σ rᵢ∇²rᵢ; both where ½‖r‖² is taken as it is, for residuals of variance 1. All is computed with the
 * columns of J scaled to length 1.
 *
 * <p>A direction v is flat where the data say nothing of it: its singular value is 0 within the rounding of J, or its
 * eigenvalue of H is 0 within the {@linkplain ErrorBudget error} E of H. On a parameter without a part in a flat direction
 * the others have no influence; its variance is that of the rest.
 *
 * @param gaussNewton (JᵀJ)⁻¹, of the pseudo-inverse where there are flat directions, p×p
 * @param exact H⁻¹, of the pseudo-inverse where there are flat directions; NaN where some curvature is negative
 * @param flat the flat directions in the parameters' own units, each of length 1
 * @param lowest the lowest eigenvalue of H
 * @param error E
 */
record Spread(double[][] gaussNewton, double[][] exact, List<double[]> flat, double lowest, double error) {
    /** A singular value this much smaller than the largest is rounding of J. */
    static final double RANK = 1e-13;

    private static final double PART = 1e-5; // of a unit vector, above which a parameter takes part

    static Spread of(Residuals residuals, double[] b, int[] estimated) {
        int p = estimated.length;
        double[][] all = LinearParameters.columns(residuals, b);
        double[][] columns = new double[p][];
        double[] unit = new double[p];
        for (int k = 0; k < p; k++) {
            columns[k] = all[estimated[k]];
            double norm = Vectors.norm(columns[k]);
            unit[k] = norm > 0 ? 1 / norm : 1;
            Vectors.scale(unit[k], columns[k]);
        }
        SingularValues s = SingularValues.of(columns);
        double[][] full = residuals.hessian(b);
        double[][] h = new double[p][p];
        for (int k = 0; k < p; k++) {
            for (int l = 0; l < p; l++) {
                h[k][l] = full[estimated[k]][estimated[l]] * unit[k] * unit[l];
            }
        }
        Spectrum spectrum = Spectrum.of(h);
        double e = error(spectrum);
        List<double[]> flat = new ArrayList<>();
        for (int q = 0; q < p; q++) {
            if (!(s.values()[q] > RANK * s.values()[0])) {
                flat.add(s.vectors()[q]);
            }
        }
        for (int q = 0; q < p && flat.isEmpty(); q++) {
            if (Math.abs(spectrum.values()[q]) <= e) {
                flat.add(spectrum.vectors()[q]);
            }
        }
        double[][] inverse = new double[p][p];
        for (int q = 0; q < p; q++) {
            if (s.values()[q] > RANK * s.values()[0]) {
                for (int k = 0; k < p; k++) {
                    Vectors.axpy(s.vectors()[q][k] / s.values()[q] / s.values()[q], s.vectors()[q], inverse[k]);
                }
            }
        }
        return new Spread(
                inOwnUnits(inverse, unit, flat),
                inOwnUnits(inverse(h, spectrum, e), unit, flat),
                flat.stream().map(v -> direction(v, unit)).toList(),
                spectrum.values()[0],
                e);
    }

    /** What the eigenvalues of the Hessian in these units may be wrong by: its entries are sums of rounded products. */
    static double error(Spectrum spectrum) {
        int p = spectrum.values().length;
        double rounding = 2 * p * Math.ulp(1.0) * spectrum.norm();
        return new ErrorBudget(Vectors.norm(spectrum.residuals()), spectrum.asymmetry(), 4 * rounding, rounding)
                .total();
    }

    /** H⁻¹, its pseudo-inverse if it is singular; NaN if some curvature is negative. */
    private static double[][] inverse(double[][] h, Spectrum spectrum, double e) {
        int p = h.length;
        double[][] inverse = new double[p][p];
        Optional<Cholesky> cholesky = spectrum.values()[0] > e ? Cholesky.of(h) : Optional.empty();
        if (spectrum.values()[0] < -e) {
            Arrays.stream(inverse).forEach(row -> Arrays.fill(row, Double.NaN));
        } else if (cholesky.isPresent()) {
            for (int k = 0; k < p; k++) {
                double[] unit = new double[p];
                unit[k] = 1;
                inverse[k] = cholesky.get().solve(unit);
            }
        } else {
            for (int q = 0; q < p; q++) {
                double lambda = spectrum.values()[q];
                double[] v = spectrum.vectors()[q];
                for (int k = 0; k < p && lambda > e; k++) {
                    Vectors.axpy(v[k] / lambda, v, inverse[k]);
                }
            }
        }
        return inverse;
    }

    /** The matrix for the parameters themselves; NaN for those with a part in a flat direction. */
    private static double[][] inOwnUnits(double[][] scaled, double[] unit, List<double[]> flat) {
        int p = unit.length;
        double[][] own = new double[p][p];
        for (int k = 0; k < p; k++) {
            for (int l = 0; l < p; l++) {
                own[k][l] = takesPart(k, flat) || takesPart(l, flat) ? Double.NaN : scaled[k][l] * unit[k] * unit[l];
            }
        }
        return own;
    }

    private static boolean takesPart(int k, List<double[]> flat) {
        return flat.stream().anyMatch(v -> Math.abs(v[k]) > PART);
    }

    /** In own units, of length 1, its largest component positive; no noise of parameters that take no part. */
    private static double[] direction(double[] v, double[] unit) {
        double[] d = new double[v.length];
        Arrays.setAll(d, k -> Math.abs(v[k]) > PART ? v[k] * unit[k] : 0);
        double largest = 0;
        for (double x : d) {
            largest = Math.abs(x) > Math.abs(largest) ? x : largest;
        }
        Vectors.scale(Math.copySign(1 / Vectors.norm(d), largest), d);
        return d;
    }
}
