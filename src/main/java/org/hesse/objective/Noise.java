package org.hesse.objective;

import java.util.random.RandomGenerator;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;

/**
 * The computational noise of a function around a point, the standard deviation of what its values jitter by: rounding,
 * the tolerance of a solver inside, or chance.
 *
 * <p>The k-th differences of values at equal distances lose what is smooth and keep noise of a known size: σₖ² =
 * (k!)²/(2k)!·mean (Δᵏf)². Noise is found where three successive σₖ are within a factor of 4 and the differences change
 * sign. Source: Moré and Wild (2011), Estimating computational noise, SIAM J. Scientific Computing 33(3), 1292–1314,
 * algorithm ECnoise with m = 8; distances are divided or multiplied by 100 as advised in its section 5.
 *
 * @param level ε_f, at least 0; where none was found the rounding of the values
 * @param size the largest |f| among the values, what {@code level} is relative to
 * @param step how far from x the values went, relative to max(|xᵢ|, 1)
 * @param status whether noise was found
 * @param evaluations the values it took
 */
public record Noise(double level, double size, double step, Status status, int evaluations) {
    /** Whether noise was found. */
    public enum Status {
        /** Noise was found. */
        FOUND,
        /** Half of the values are equal: there is no noise, or it needs a longer step to show. */
        STEP_TOO_SMALL,
        /** The values change too much, or are not finite: noise, if any, does not stand out. */
        STEP_TOO_LARGE
    }

    /** Of a function without any. */
    public static final Noise NONE = new Noise(0, 0, 0, Status.STEP_TOO_SMALL, 0);

    /** m + 1 for m = 8, with which the estimate is within a factor of 4 for 99 seeds of 100; with m = 6 for 97. */
    static final int VALUES = 9;

    private static final int TRIES = 5;
    private static final double EPSILON = Math.ulp(1.0);
    private static final double FIRST = 1e-2;
    private static final double ROUNDING = 1000; // in ε|f|: differences as for exact functions serve up to here

    /**
     * Estimates the noise around a point: 9 values, 9 more for each other distance that has to be tried, at most 45.
     *
     * @param f the function
     * @param x the point, length n, not modified
     * @return the noise along one direction, always the same
     */
    public static Noise at(FiniteDifferences.Value f, double[] x) {
        double step = FIRST;
        double size = 0;
        Noise last = null;
        for (int k = 1; k <= TRIES; k++) {
            Noise found = at(f, x, step);
            size = Double.isFinite(found.size) ? Math.max(size, found.size) : size;
            boolean turned = last != null && last.status != found.status;
            last = new Noise(found.level, size, step, found.status, k * VALUES);
            if (found.status == Status.FOUND || turned || found.status == Status.STEP_TOO_SMALL && k > 1) {
                return last;
            }
            step *= found.status == Status.STEP_TOO_LARGE ? 0.01 : 100;
        }
        return last;
    }

    /** Estimates the noise at one distance. */
    static Noise at(FiniteDifferences.Value f, double[] x, double step) {
        RandomGenerator random = Seeds.random(4);
        double[] p = new double[x.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble() / 2) * Math.max(Math.abs(x[i]), 1);
        }
        double[] values = new double[VALUES];
        for (int j = 0; j < VALUES; j++) {
            values[j] = f.at(point(x, p, step, j));
        }
        return of(values);
    }

    /** The j-th of the points at equal distances on x ± step·p. */
    static double[] point(double[] x, double[] p, double step, int j) {
        double[] y = x.clone();
        double t = step * (2.0 * j / (VALUES - 1) - 1);
        for (int i = 0; i < y.length; i++) {
            y[i] += t * p[i];
        }
        return y;
    }

    /**
     * Estimates the noise in a sequence of values at equal distances: the table of ECnoise.
     *
     * @param values at least 5, not modified
     * @return the noise, its step NaN
     * @throws IllegalArgumentException if there are fewer values
     */
    public static Noise of(double[] values) {
        int n = values.length;
        if (n < 5) {
            throw new IllegalArgumentException("noise: " + n + " values, expected at least 5");
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            min = Math.min(min, v); // NaN if one is
            max = Math.max(max, v);
        }
        double size = Math.max(Math.abs(min), Math.abs(max));
        double rounding = EPSILON * size;
        if (!(size < Double.POSITIVE_INFINITY) || max / size - min / size > 0.1) {
            return new Noise(
                    size < Double.POSITIVE_INFINITY ? rounding : 0, size, Double.NaN, Status.STEP_TOO_LARGE, n);
        }
        double[] d = values.clone();
        double[] sigma = new double[n - 1];
        boolean[] changesSign = new boolean[n - 1];
        double gamma = 1;
        for (int k = 1; k < n; k++) {
            double squares = 0;
            int zeros = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n - k; i++) {
                d[i] = d[i + 1] - d[i];
                zeros += d[i] == 0 ? 1 : 0;
                double scaled = d[i] / size;
                squares += scaled * scaled;
                least = Math.min(least, d[i]);
                most = Math.max(most, d[i]);
            }
            if (k == 1 && 2 * zeros >= n) {
                return new Noise(rounding, size, Double.NaN, Status.STEP_TOO_SMALL, n);
            }
            gamma *= 0.5 * k / (2 * k - 1);
            sigma[k - 1] = size * Math.sqrt(gamma * squares / (n - k));
            changesSign[k - 1] = least < 0 && most > 0;
        }
        for (int k = 0; k + 2 < sigma.length; k++) {
            double low = Math.min(sigma[k], Math.min(sigma[k + 1], sigma[k + 2]));
            double high = Math.max(sigma[k], Math.max(sigma[k + 1], sigma[k + 2]));
            if (high <= 4 * low && changesSign[k]) {
                return new Noise(sigma[k], size, Double.NaN, Status.FOUND, n);
            }
        }
        return new Noise(rounding, size, Double.NaN, Status.STEP_TOO_LARGE, n);
    }

    /**
     * Whether differences need longer steps than those of an exact function.
     *
     * @return whether the noise is far above the rounding of the values
     */
    public boolean dominatesRounding() {
        return status == Status.FOUND && level > ROUNDING * EPSILON * size;
    }

    /**
     * The noise relative to the values.
     *
     * @return level/size, at least the machine precision and at most 1
     */
    public double relative() {
        return Math.min(1, Math.max(EPSILON, level / size));
    }

    /**
     * The step of the forward difference (f(x + h) − f(x))/h with the least expected error, h = (8ε_f²/μ²)^¼. Source: Moré
     * and Wild (2012), Estimating derivatives of noisy simulations, ACM Transactions on Mathematical Software 38(3).
     *
     * @param second μ, the size of f'' nearby, greater than 0
     * @return h
     */
    public double forwardStep(double second) {
        return Math.pow(8, 0.25) * Math.sqrt(level / positive("second", second));
    }

    /**
     * The step of the central difference (f(x + h) − f(x − h))/2h with the least expected error: its square,
     * (h²μ/6)² + ε_f²/2h², is least at h = (3ε_f/μ)^⅓.
     *
     * @param third μ, the size of f''' nearby, greater than 0
     * @return h
     */
    public double centralStep(double third) {
        return Math.cbrt(3 * level / positive("third", third));
    }

    private static double positive(String derivative, double size) {
        if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(derivative + " = " + size + ", expected a finite number > 0");
        }
        return size;
    }

    /**
     * The noise in words.
     *
     * @return such as {@code 1.2e-6 in values of 24.2}
     */
    public String shown() {
        return Numbers.rounded(level, 2) + " in values of " + Numbers.rounded(size, 3)
                + (dominatesRounding() ? ": differences take longer steps" : "");
    }

    @Override
    public String toString() {
        return Terminal.line("noise " + shown());
    }
}
