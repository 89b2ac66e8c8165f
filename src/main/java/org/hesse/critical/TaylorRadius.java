package org.hesse.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;

/**
 * How far a Taylor model holds, measured: the largest r with |f(x₀ + d) − m(d)| ≤ η·(‖g‖ρ + ½‖H‖ρ²), apart from rounding,
 * for all d of lengths ρ ≤ r along the directions tried.
 *
 * <p>The error is relative to the largest change that g and H allow at that distance: the predicted change itself passes
 * through 0 in some directions, however good the model. The directions are ± the gradient, ± up to 16 eigenvectors (of the
 * lowest and highest curvature) and 16 random ones, always the same. Along each, lengths are doubled until the model
 * fails, or has held up to the radius of the others; the last interval is halved 40 times. At most 110 values a direction.
 *
 * @param radius r; where {@code exact}, the largest distance tried
 * @param relativeError η
 * @param exact whether no failure was seen
 * @param values the values of f that were taken
 */
public record TaylorRadius(double radius, double relativeError, boolean exact, long values) {
    private static final int EIGENVECTORS = 8; // at each end
    private static final int RANDOM = 16;
    private static final int DOUBLINGS = 60;
    private static final int HALVINGS = 40;
    private static final double ROUNDING = 32 * Math.ulp(1.0);

    static TaylorRadius of(TaylorModel model, Objective f, double eta) {
        if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("relativeError = " + eta + ", expected a finite number > 0");
        }
        Spectrum spectrum = Spectrum.of(model.hessian());
        double slope = Vectors.norm(model.gradient());
        Measurement m = new Measurement(model, f, eta, slope, spectrum.norm());
        double farthest = Math.max(1, Vectors.norm(model.x0())) * 0x1p30;
        double r = farthest;
        boolean exact = true;
        for (double[] u : directions(model, spectrum, slope)) {
            double holds = m.along(u, r, farthest * Math.pow(2, -DOUBLINGS));
            exact &= holds == r;
            r = Math.min(r, holds);
        }
        return new TaylorRadius(r, eta, exact, m.values);
    }

    private static List<double[]> directions(TaylorModel model, Spectrum spectrum, double slope) {
        int n = model.x0().length;
        List<double[]> half = new ArrayList<>();
        if (slope > 0) {
            half.add(unit(model.gradient()));
        }
        for (int k = 0; k < n; k++) {
            if (k < EIGENVECTORS || k >= n - EIGENVECTORS) {
                half.add(spectrum.vectors()[k]);
            }
        }
        RandomGenerator random = Seeds.random(8);
        for (int k = 0; k < RANDOM / 2 && n > 1; k++) {
            double[] u = new double[n];
            for (int i = 0; i < n; i++) {
                u[i] = random.nextGaussian();
            }
            half.add(unit(u));
        }
        List<double[]> all = new ArrayList<>(half);
        half.forEach(u -> all.add(Vectors.plus(new double[n], -1, u)));
        return all;
    }

    private static double[] unit(double[] v) {
        return Vectors.plus(new double[v.length], 1 / Vectors.norm(v), v);
    }

    private static final class Measurement {
        private final TaylorModel model;
        private final Objective f;
        private final double eta;
        private final double slope;
        private final double curvature;
        private long values;

        Measurement(TaylorModel model, Objective f, double eta, double slope, double curvature) {
            this.model = model;
            this.f = f;
            this.eta = eta;
            this.slope = slope;
            this.curvature = curvature;
        }

        /** The largest length up to {@code most} to which the model holds along u. */
        double along(double[] u, double most, double first) {
            double good = 0;
            double bad = first;
            while (bad < most && holds(u, bad)) {
                good = bad;
                bad = Math.min(2 * bad, most);
            }
            if (bad == most && holds(u, most)) {
                return most;
            }
            for (int k = 0; k < HALVINGS && good > 0; k++) {
                double middle = good + (bad - good) / 2;
                if (holds(u, middle)) {
                    good = middle;
                } else {
                    bad = middle;
                }
            }
            return good;
        }

        private boolean holds(double[] u, double rho) {
            values++;
            double[] x = Vectors.plus(model.x0(), rho, u);
            double[] d = Vectors.minus(x, model.x0()); // what x rounds it to
            double value = f.value(x);
            double predicted = model.predictedChange(d);
            double terms = slope * rho + curvature * rho * rho / 2;
            double size = Math.abs(value) + Math.abs(model.value()) + terms + slope * Vectors.norm(x);
            return Math.abs(value - model.value() - predicted) <= eta * terms + ROUNDING * size;
        }
    }

    /** In at most 80 characters. */
    @Override
    public String toString() {
        String cost = ", " + values + " values";
        return Terminal.line(
                exact
                        ? "exact as far as |d| = " + Numbers.brief(radius) + cost
                        : "within " + Numbers.brief(relativeError) + " up to |d| = " + Numbers.brief(radius) + cost);
    }
}
