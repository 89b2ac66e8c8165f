package org.hesse.critical;

import java.util.random.RandomGenerator;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;

/**
 * How many of the directions without curvature lead along a manifold of critical points: a step along the direction, the
 * pseudo-inverse Newton method back to ∇f = 0, and the value, the number of negative eigenvalues and the nullity must be what
 * they were. Where several do, so must two directions between them: at a crossing of manifolds, as of the axes in xy = 0, they
 * do not, and there is no manifold.
 */
final class Valley {
    private static final double STEP = 1e-2;
    private static final int PROBES = 4;
    private static final int CORRECTIONS = 10;
    private static final double NEGLIGIBLE = 1e-12; // of the largest curvature: where scales differ, so do eigenvalues
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    private final Objective f;
    private final double[] x;
    private final double value;
    private final Spectrum spectrum;
    private final int nullity;

    /** At x, with its eigenpairs, of which {@code nullity} have no sign. */
    Valley(Objective f, double[] x, double value, Spectrum spectrum, int nullity) {
        this.f = f;
        this.x = x;
        this.value = value;
        this.spectrum = spectrum;
        this.nullity = nullity;
    }

    int dimension(double[][] directions) {
        int flat = 0;
        double[] sum = new double[x.length];
        double[] alternating = new double[x.length];
        for (double[] s : directions) {
            if (isFlat(s, STEP) && isFlat(s, -STEP)) {
                flat++;
                Vectors.axpy(1, s, sum);
                Vectors.axpy(flat % 2 == 0 ? -1 : 0.5, s, alternating);
            }
        }
        return flat < 2 || isFlat(unit(sum), STEP) && isFlat(unit(alternating), STEP) ? flat : 0;
    }

    private static double[] unit(double[] s) {
        return Vectors.plus(new double[s.length], 1 / Vectors.norm(s), s);
    }

    private boolean isFlat(double[] s, double relative) {
        double t = relative * Math.max(1, Vectors.norm(x));
        double[] y = Vectors.plus(x, t, s);
        double[] g = new double[x.length];
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < CORRECTIONS; k++) {
            double there = f.valueAndGradient(y, g);
            double[][] h = Derivatives.hessianAt(f, y);
            if (!(Vectors.norm(g) < Double.POSITIVE_INFINITY) || !isFinite(h)) {
                return false;
            }
            Spectrum now = Spectrum.of(h);
            double[] step = pseudoInverse(now, g);
            double length = Vectors.norm(step);
            if (length <= 1e-12 * Math.abs(t) || length >= before) { // as near as rounding lets it come
                boolean same =
                        Math.abs(there - value) <= rounding(y, there) + now.norm() * length * length && hasInertia(now);
                boolean moved = Math.abs(Vectors.dot(s, Vectors.minus(y, x))) >= Math.abs(t) / 2;
                boolean critical = Vectors.norm(g) <= NEGLIGIBLE * Math.max(now.norm(), spectrum.norm()) * Math.abs(t);
                return same && moved && critical;
            }
            before = length;
            Vectors.axpy(1, step, y);
        }
        return false;
    }

    /** What rounding may do to values here, measured over a few ulps. */
    private double rounding(double[] y, double there) {
        RandomGenerator random = Seeds.random(14);
        double change = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            change = Math.max(change, Math.abs(f.value(Derivatives.nearby(y, random)) - there));
        }
        return ROUNDING * Math.abs(value) + 4 * change;
    }

    private static boolean isFinite(double[][] h) {
        double sum = 0;
        for (double[] row : h) {
            sum += Vectors.norm(row);
        }
        return sum < Double.POSITIVE_INFINITY;
    }

    private double threshold(Spectrum s) {
        return Math.max(ErrorBudget.of(s, 0).total(), NEGLIGIBLE * Math.max(s.norm(), spectrum.norm()));
    }

    private boolean hasInertia(Spectrum now) {
        int zero = 0;
        int negative = 0;
        int negativeHere = 0;
        for (int k = 0; k < x.length; k++) {
            zero += Math.abs(now.values()[k]) <= threshold(now) ? 1 : 0;
            negative += now.values()[k] < -threshold(now) ? 1 : 0;
            negativeHere += spectrum.values()[k] < -threshold(spectrum) ? 1 : 0;
        }
        return zero == nullity && negative == negativeHere;
    }

    /** −H⁺g without the {@code nullity} eigenvalues nearest to 0. */
    private double[] pseudoInverse(Spectrum s, double[] g) {
        double[] step = new double[g.length];
        double cut = Spectra.smallest(s.values(), nullity);
        for (int k = 0; k < g.length; k++) {
            if (Math.abs(s.values()[k]) > cut) {
                Vectors.axpy(-Vectors.dot(s.vectors()[k], g) / s.values()[k], s.vectors()[k], step);
            }
        }
        return step;
    }
}
