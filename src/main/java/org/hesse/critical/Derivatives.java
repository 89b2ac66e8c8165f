package org.hesse.critical;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Hessian;
import org.hesse.objective.Noise;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;

/**
 * Value, gradient and Hessian at a point, the best the objective offers, with estimates of their errors.
 *
 * @param value f(x)
 * @param gradient ∇f(x), length n
 * @param gradientError the estimated error of the gradient, in the Euclidean norm, as far as it can be seen at x
 * @param hessian n rows of length n
 * @param hessianError as {@link Hessian#error}
 * @param source how the Hessian was made, in words
 */
record Derivatives(
        double value, double[] gradient, double gradientError, double[][] hessian, double hessianError, String source) {
    private static final int LARGEST = 5000;
    private static final int MATRICES = 5; // H, its symmetric part, the eigenvectors twice, H at the end of the step
    private static final double SECONDS =
            1e-9; // n³ of it for the signs, measured at n = 1000; 5 times that if degenerate
    private static final int PROBES = 4;
    private static final double EPSILON = Math.ulp(1.0);

    static Derivatives at(Objective f, double[] x) {
        check(f, x);
        if (!f.hasGradient()) {
            return SecondDifferences.at(f, x);
        }
        double[] g = new double[x.length];
        double value = f.valueAndGradient(x, g);
        Optional<Curved> curved = f.as(Curved.class);
        Hessian h = hessian(f, curved, x);
        double[][] rows = h.dense();
        String source = curved.isPresent() ? "exact" : "differences of gradients";
        double noise = noise(f, x, g, rows);
        double error = h.error()
                + curved.map(c -> noise(c, h, x))
                        .orElseGet(() -> ofDifferences(Math.max(noise, EPSILON * Vectors.norm(g)), x.length));
        return new Derivatives(value, g, noise, rows, error, source);
    }

    /** What the noise of gradients, doubled as few probes saw it, does to n columns of differences of step ∛ε or longer. */
    private static double ofDifferences(double noise, int n) {
        return 2 * noise * Math.sqrt(n) / FiniteDifferences.gradientStep(Noise.NONE);
    }

    /** With the noise of the gradient of a restriction of f, which may be less than that of all of it. */
    Derivatives measuredOn(Objective face, double[] x) {
        double own = face.hasGradient() ? noise(face, x, gradient, hessian) : gradientError;
        return new Derivatives(value, gradient, Math.min(own, gradientError), hessian, hessianError, source);
    }

    /** The Hessian alone, at another point. */
    static double[][] hessianAt(Objective f, double[] x) {
        return f.hasGradient()
                ? hessian(f, f.as(Curved.class), x).dense()
                : SecondDifferences.at(f, x).hessian();
    }

    private static Hessian hessian(Objective f, Optional<Curved> curved, double[] x) {
        return curved.map(c -> c.hessianAt(x))
                .orElseGet(() -> FiniteDifferences.hessian((y, gy) -> f.valueAndGradient(y, gy), x));
    }

    private static void check(Objective f, double[] x) {
        int n = f.dimension();
        if (x.length != n) {
            throw new IllegalArgumentException("a point of " + x.length + " numbers: expected " + n);
        }
        if (n > LARGEST) {
            long megabytes = MATRICES * 8L * n * n / 1_000_000;
            double minutes = SECONDS * n * n * n / 60;
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "n = %d: the whole Hessian would take about %d MB, and %.0f minutes beside its %d products; expected"
                            + " n <= %d. Instead: Curvature.of(hessian, random), both ends of the spectrum by products",
                    n,
                    megabytes,
                    Math.ceil(minutes),
                    n,
                    LARGEST));
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException(
                        f.layout().name(i) + " = " + x[i] + ": expected a point of finite numbers");
            }
        }
    }

    /**
     * The rounding noise of the gradient, measured: over a few ulps the gradient should change by Hδ, and what it
     * changes by beyond that is noise (in the manner of Moré and Wild, Estimating computational noise, 2011).
     */
    private static double noise(Objective f, double[] x, double[] g, double[][] h) {
        RandomGenerator random = Seeds.random(1);
        double[] gy = new double[x.length];
        double noise = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            double[] y = nearby(x, random);
            double[] delta = Vectors.minus(y, x);
            f.valueAndGradient(y, gy);
            for (int i = 0; i < x.length; i++) {
                gy[i] -= g[i] + Vectors.dot(h[i], delta);
            }
            noise = Math.max(noise, Vectors.norm(gy));
        }
        return noise;
    }

    /**
     * The rounding noise of the Hessian, measured in random directions: second differences over a few ulps should be 0.
     * Where terms cancel it is far above the rounding of ‖H‖.
     */
    private static double noise(Curved f, Hessian h, double[] x) {
        int n = x.length;
        RandomGenerator random = Seeds.random(2);
        double[] v = new double[n];
        double[] here = new double[n];
        double[] up = new double[n];
        double[] down = new double[n];
        double noise = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            for (int i = 0; i < n; i++) {
                v[i] = random.nextBoolean() ? 1 : -1;
            }
            double[] y = nearby(x, random);
            double[] z = new double[n];
            for (int i = 0; i < n; i++) {
                z[i] = x[i] - (y[i] - x[i]);
            }
            h.times(v, here);
            f.hessianAt(y).times(v, up);
            f.hessianAt(z).times(v, down);
            for (int i = 0; i < n; i++) {
                up[i] = up[i] / 2 + down[i] / 2 - here[i];
            }
            noise = Math.max(noise, 2 * Vectors.norm(up)); // of a matrix of independent errors: its Frobenius norm
        }
        return noise;
    }

    /** The largest ‖∇f‖ seen at a distance of ρ along random directions, to tell noise from slope; +∞ is not counted. */
    static double gradientNear(Objective f, double[] x, double rho) {
        if (!f.hasGradient()) {
            return Double.POSITIVE_INFINITY; // differences have their own error estimate
        }
        RandomGenerator random = Seeds.random(3);
        double[] g = new double[x.length];
        double largest = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] += rho * (2 * random.nextDouble() - 1);
            }
            f.valueAndGradient(y, g);
            double norm = Vectors.norm(g);
            largest = norm < Double.POSITIVE_INFINITY ? Math.max(largest, norm) : largest;
        }
        return largest / 2; // below it, noise is not what a slope at this distance looks like
    }

    /**
     * How much the curvature along the gradient changes within ρ, on average on the way: ‖∇f(x ± ρd) − ∇f(x) ∓ ρHd‖/ρ beyond
     * the noise. Where f is not finite there, and where gradients are differences, that does not count.
     */
    static double bend(Objective f, double[] x, double rho, Derivatives at, double noise) {
        double norm = Vectors.norm(at.gradient());
        if (!f.hasGradient() || norm <= noise) {
            return 0;
        }
        double largest = 0;
        double[] g = new double[x.length];
        for (double t : new double[] {rho / norm, -rho / norm}) {
            f.valueAndGradient(Vectors.plus(x, t, at.gradient()), g);
            for (int i = 0; i < g.length; i++) {
                g[i] -= at.gradient()[i] + t * Vectors.dot(at.hessian()[i], at.gradient());
            }
            double change = Vectors.norm(g);
            largest = change < Double.POSITIVE_INFINITY ? Math.max(largest, change - 2 * noise) : largest;
        }
        return largest / rho;
    }

    /** A point some ulps away. */
    static double[] nearby(double[] x, RandomGenerator random) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += (random.nextInt(17) - 8) * EPSILON * Math.max(Math.abs(x[i]), 1);
        }
        return y;
    }

    static boolean isFinite(double[][] h) {
        return Arrays.stream(h).mapToDouble(Vectors::norm).sum() < Double.POSITIVE_INFINITY;
    }

    /** What is not finite, in words; empty if all is. */
    Optional<String> trouble(Objective f) {
        if (!Double.isFinite(value)) {
            return Optional.of("the value is " + value);
        }
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i])) {
                return Optional.of("the derivative by " + f.layout().name(i) + " is " + gradient[i]);
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                if (!Double.isFinite(hessian[i][j])) {
                    String names = f.layout().name(i) + " and " + f.layout().name(j);
                    return Optional.of("the second derivative by " + names + " is " + hessian[i][j]);
                }
            }
        }
        return Optional.empty();
    }
}
