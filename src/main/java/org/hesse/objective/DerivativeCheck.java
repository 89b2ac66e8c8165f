package org.hesse.objective;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hesse.io.Numbers;

/**
 * Whether the derivatives that an objective gives agree with central differences at one point.
 *
 * <p>A difference d(h) has an error of its own, estimated by |d(h) − d(2h)| (of order h²) and the rounding of the values,
 * ε·max|f|/h. A component disagrees if it is farther away than ten times that, plus 1e-7 of its size: so the check
 * follows the scale of function and variables. Where f is not finite around the point, nothing can be said.
 *
 * @param gradient the component of the gradient that disagrees most
 * @param hessian the entry of the Hessian that does (compared with differences of the gradient), beyond 100 variables of its
 *     product with one vector of ±1; empty if the objective offers no Hessian
 */
public record DerivativeCheck(Worst gradient, Optional<Worst> hessian) {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    private static final double SAFETY = 10;
    private static final double RELATIVE = 1e-7;
    private static final int DENSE = 100;

    /**
     * The number that disagrees most, by its distance relative to what is allowed.
     *
     * @param name such as {@code df/dx} or {@code d2f/dx dy}
     * @param given by the objective
     * @param differenced by central differences
     * @param allowed the largest distance that the differences excuse; NaN if they are not finite
     */
    public record Worst(String name, double given, double differenced, double allowed) {
        /**
         * Whether the two agree.
         *
         * @return false if they are farther apart than allowed, or one of them is not finite
         */
        public boolean agrees() {
            return Math.abs(given - differenced) <= allowed;
        }

        private double excess() {
            double ratio = Math.abs(given - differenced) / allowed;
            return Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s = %s, by central differences %s: apart by %.1e, %s %.1e",
                    name,
                    Numbers.rounded(given, 10),
                    Numbers.rounded(differenced, 10),
                    Math.abs(given - differenced),
                    agrees() ? "within" : "allowed is",
                    allowed);
        }
    }

    /**
     * Compares: 4n values, and for the Hessian 4n gradients, beyond 100 variables 4.
     *
     * @param f the objective; one known by its values alone has no derivatives to check
     * @param x the point, length n, not modified
     * @return what disagrees most
     * @throws IllegalArgumentException if {@code f} has no gradient, or {@code x} another length
     */
    public static DerivativeCheck of(Objective f, double[] x) {
        int n = f.dimension();
        if (x.length != n) {
            throw new IllegalArgumentException("x has length " + x.length + ": expected " + n);
        }
        if (!f.hasGradient()) {
            throw new IllegalArgumentException("objective " + f + ": known by its values alone, nothing to check");
        }
        double[] g = new double[n];
        double[] direction = new double[n];
        f.valueAndGradient(x, g);
        Worst worst = null;
        for (int i = 0; i < n; i++) {
            direction[i] = 1;
            Line line = new Line(x, direction, step(x[i]));
            direction[i] = 0;
            worst = line.worse(worst, "df/d" + f.layout().name(i), g[i], y -> f.value(y));
        }
        return new DerivativeCheck(worst, f.as(Curved.class).map(curved -> hessian(f, curved.hessianAt(x), x)));
    }

    private static Worst hessian(Objective f, Hessian hessian, double[] x) {
        int n = x.length;
        Worst worst = null;
        double[] v = new double[n];
        double[] hv = new double[n];
        RandomGenerator signs = Seeds.random(1);
        for (int j = 0; j < (n <= DENSE ? n : 1); j++) {
            double scale = 1;
            for (int i = 0; i < n; i++) {
                v[i] = n > DENSE ? (signs.nextBoolean() ? 1 : -1) : i == j ? 1 : 0;
                scale = Math.max(scale, Math.abs(v[i] * x[i]));
            }
            hessian.times(v, hv);
            double[][] gradients = new Line(x, v, STEP * scale).gradients(f);
            for (int i = 0; i < n; i++) {
                String of = f.layout().name(i);
                String name = n > DENSE
                        ? "(H v)_" + of + " for v of +-1"
                        : "d2f/d" + of + " d" + f.layout().name(j);
                worst = worse(worst, name, hv[i], STEP * scale, gradients, i);
            }
        }
        return worst;
    }

    private static double step(double xi) {
        return STEP * Math.max(Math.abs(xi), 1);
    }

    /** The points x ± h·v and x ± 2h·v. */
    private record Line(double[] x, double[] v, double h) {
        Line {
            v = v.clone();
        }

        private double[] at(int k) {
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] += k * h * v[i];
            }
            return y;
        }

        Worst worse(Worst worst, String name, double given, FiniteDifferences.Value f) {
            double[][] values = {{f.at(at(1))}, {f.at(at(-1))}, {f.at(at(2))}, {f.at(at(-2))}};
            return DerivativeCheck.worse(worst, name, given, h, values, 0);
        }

        double[][] gradients(Objective f) {
            double[][] g = new double[4][x.length];
            f.valueAndGradient(at(1), g[0]);
            f.valueAndGradient(at(-1), g[1]);
            f.valueAndGradient(at(2), g[2]);
            f.valueAndGradient(at(-2), g[3]);
            return g;
        }
    }

    /** Compares component i, given f at h, −h, 2h and −2h, and returns the worse of two. */
    private static Worst worse(Worst worst, String name, double given, double h, double[][] f, int i) {
        double near = (f[0][i] - f[1][i]) / (2 * h);
        double far = (f[2][i] - f[3][i]) / (4 * h);
        double largest = Math.max(Math.max(Math.abs(f[0][i]), Math.abs(f[1][i])), Math.abs(given) * h);
        double rounding = Math.ulp(1.0) * largest / h;
        double allowed = SAFETY * (Math.abs(near - far) + rounding) + RELATIVE * Math.abs(near);
        Worst found = new Worst(name, given, near, allowed);
        return worst == null || found.excess() > worst.excess() ? found : worst;
    }

    /**
     * Whether everything agrees.
     *
     * @return false if the gradient or the Hessian is wrong
     */
    public boolean agrees() {
        return gradient.agrees() && hessian.map(Worst::agrees).orElse(true);
    }

    /** The verdict first. */
    @Override
    public String toString() {
        return !gradient.agrees()
                ? "WRONG GRADIENT: " + gradient
                : agrees() ? "derivatives agree: " + gradient : "WRONG HESSIAN: " + hessian.orElseThrow();
    }
}
