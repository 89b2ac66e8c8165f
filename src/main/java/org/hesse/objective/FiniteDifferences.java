package org.hesse.objective;

/**
 * Central differences. Used by the oracle of a run, which charges every evaluation they make, and by the analyzer.
 *
 * <p>Steps are relative to each variable: hᵢ = ε^⅓·max(|xᵢ|, 1), rounded so that xᵢ + h − xᵢ = h exactly. Error O(h²).
 */
public final class FiniteDifferences {
    private static final double EPSILON = Math.ulp(1.0);
    private static final double STEP = Math.cbrt(EPSILON);

    private FiniteDifferences() {}

    /** A scalar function of a vector. */
    @FunctionalInterface
    public interface Value {
        /**
         * Evaluates.
         *
         * @param x the point, length n, not modified
         * @return f(x)
         */
        double at(double[] x);
    }

    /** A gradient as a function of a vector. */
    @FunctionalInterface
    public interface Gradient {
        /**
         * Evaluates.
         *
         * @param x the point, length n, not modified
         * @param g receives the gradient, length n, <em>modified</em>
         */
        void at(double[] x, double[] g);
    }

    /**
     * The gradient by central differences: 2n values, error O(h²) + O(ε|f|/h).
     *
     * @param f the function
     * @param x the point, length n, not modified
     * @param g receives the gradient, length n, <em>modified</em>
     */
    public static void gradient(Value f, double[] x, double[] g) {
        double[] y = x.clone();
        for (int i = 0; i < x.length; i++) {
            double up = x[i] + STEP * Math.max(Math.abs(x[i]), 1);
            double down = x[i] - (up - x[i]);
            y[i] = up;
            double above = f.at(y);
            y[i] = down;
            double below = f.at(y);
            y[i] = x[i];
            g[i] = (above - below) / (up - down);
        }
    }

    /**
     * The gradient of a noisy function: as {@link #gradient(Value, double[], double[])} where its noise is but rounding,
     * otherwise extrapolated from longer steps, the first h = (ε_f/|f|)^⅕·max(|xᵢ|, 1), which balances the h⁴ left over by
     * one extrapolation with ε_f/h: 4n values, up to 10n where truncation shows.
     *
     * @param f the function
     * @param x the point, length n, not modified
     * @param noise of the function
     * @param g receives the gradient, length n, <em>modified</em>
     */
    public static void gradient(Value f, double[] x, Noise noise, double[] g) {
        if (!noise.dominatesRounding()) {
            gradient(f, x, g);
            return;
        }
        double[] y = x.clone();
        double[] level = {noise.level()};
        double relative = Math.min(0.25, Math.pow(noise.relative(), 0.2));
        for (int i = 0; i < x.length; i++) {
            int k = i;
            Slopes.Curve line = (t, value) -> {
                y[k] = x[k] + t;
                value[0] = f.at(y);
            };
            g[i] = Slopes.of(line, level, relative * Math.max(Math.abs(x[i]), 1), 2, 5).value[0];
            y[i] = x[i];
        }
    }

    /**
     * The step, relative to max(|xᵢ|, 1), for differences of the gradients that are themselves differences of a noisy
     * function: the cube root of their relative error, (ε_f/|f|)^⅘.
     *
     * @param noise of the function
     * @return the step; that of exact gradients where noise is but rounding
     */
    public static double gradientStep(Noise noise) {
        return noise.dominatesRounding() ? Math.min(0.1, Math.pow(noise.relative(), 0.8 / 3)) : STEP;
    }

    /**
     * The Hessian by central differences of gradients: 2 gradients a product, 4n + 1 gradients the whole matrix, which
     * is taken with two steps to estimate its error.
     *
     * @param gradient the gradient
     * @param x the point, length n, copied
     * @return the Hessian; {@link Hessian#error} estimates its error once {@link Hessian#dense} was called
     */
    public static Hessian hessian(Gradient gradient, double[] x) {
        return hessian(gradient, x, STEP);
    }

    /**
     * As {@link #hessian(Gradient, double[])} with another step.
     *
     * @param gradient the gradient
     * @param x the point, length n, copied
     * @param step relative to max(|xᵢ|, 1), greater than 0
     * @return the Hessian
     */
    public static Hessian hessian(Gradient gradient, double[] x, double step) {
        return new DifferencedHessian(gradient, x.clone(), step);
    }

    private static final class DifferencedHessian implements Hessian {
        private final Gradient gradient;
        private final double[] x;
        private final double step;
        private double error = Double.NaN;

        DifferencedHessian(Gradient gradient, double[] x, double step) {
            this.gradient = gradient;
            this.x = x;
            this.step = step;
        }

        @Override
        public int dimension() {
            return x.length;
        }

        @Override
        public void times(double[] v, double[] hv) {
            double vMax = 0;
            double xMax = 1;
            for (int i = 0; i < v.length; i++) {
                vMax = Math.max(vMax, Math.abs(v[i]));
                xMax = Math.max(xMax, Math.abs(x[i]));
            }
            if (vMax == 0) {
                java.util.Arrays.fill(hv, 0);
                return;
            }
            along(v, step * xMax / vMax, hv);
        }

        private void along(double[] v, double t, double[] hv) {
            double[] y = new double[x.length];
            double[] below = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = x[i] - t * v[i];
            }
            gradient.at(y, below);
            for (int i = 0; i < y.length; i++) {
                y[i] = x[i] + t * v[i];
            }
            gradient.at(y, hv);
            for (int i = 0; i < y.length; i++) {
                hv[i] = (hv[i] - below[i]) / (2 * t);
            }
        }

        /** One column, divided by the step that was made: x ± t is rounded, by up to ε|x| of a t of some ∛ε|x|. */
        private void column(int j, double t, double[] h) {
            double[] y = x.clone();
            double[] below = new double[x.length];
            y[j] = x[j] - t;
            double down = y[j];
            gradient.at(y, below);
            y[j] = x[j] + t;
            gradient.at(y, h);
            for (int i = 0; i < h.length; i++) {
                h[i] = (h[i] - below[i]) / (y[j] - down);
            }
        }

        @Override
        public double[][] dense() {
            int n = x.length;
            double[][] h = new double[n][n];
            double[] wide = new double[n];
            double squares = 0;
            for (int j = 0; j < n; j++) {
                double t = step * Math.max(Math.abs(x[j]), 1);
                column(j, t, h[j]);
                column(j, 2 * t, wide);
                for (int i = 0; i < n; i++) {
                    squares += (wide[i] - h[j][i]) * (wide[i] - h[j][i]);
                }
            }
            error = Math.sqrt(squares); // of the wide step: truncation 4 times, rounding half as large
            return h;
        }

        @Override
        public double error() {
            return error;
        }
    }
}
