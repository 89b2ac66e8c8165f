package org.hesse.autodiff.series;

/**
 * Arithmetic of power series c₀ + c₁t + … + c₄t⁴, in arrays of length {@value #TERMS}; what comes out is never one of the
 * arguments. Source: Griewank and Walther, Evaluating Derivatives (2nd edition, 2008), tables 13.1 and 13.2.
 */
final class Series {
    static final int TERMS = 5;

    private Series() {}

    /** y = ab. */
    static void multiply(double[] a, double[] b, double[] y) {
        for (int k = 0; k < TERMS; k++) {
            double sum = 0;
            for (int i = 0; i <= k; i++) {
                sum += a[i] * b[k - i];
            }
            y[k] = sum;
        }
    }

    /** y = a/b. */
    static void divide(double[] a, double[] b, double[] y) {
        for (int k = 0; k < TERMS; k++) {
            double sum = a[k];
            for (int i = 1; i <= k; i++) {
                sum -= b[i] * y[k - i];
            }
            y[k] = sum / b[0];
        }
    }

    /** y = pʳ, where y₀ = p₀ʳ is known. */
    static void power(double[] p, double r, double y0, double[] y) {
        y[0] = y0;
        for (int k = 1; k < TERMS; k++) {
            double sum = 0;
            for (int i = 1; i <= k; i++) {
                sum += (i * r - (k - i)) * (p[i] / p[0]) * y[k - i];
            }
            y[k] = sum / k;
        }
    }

    /** y = exp p, where y₀ is known. */
    static void exp(double[] p, double y0, double[] y) {
        y[0] = y0;
        for (int k = 1; k < TERMS; k++) {
            double sum = 0;
            for (int i = 1; i <= k; i++) {
                sum += i * p[i] * y[k - i];
            }
            y[k] = sum / k;
        }
    }

    /** y = log p. */
    static void log(double[] p, double[] y) {
        y[0] = Math.log(p[0]);
        for (int k = 1; k < TERMS; k++) {
            double sum = k * p[k];
            for (int i = 1; i < k; i++) {
                sum -= i * y[i] * p[k - i];
            }
            y[k] = sum / k / p[0];
        }
    }

    /** y with y' = d and the given y₀. */
    static void integrate(double y0, double[] d, double[] y) {
        y[0] = y0;
        for (int k = 1; k < TERMS; k++) {
            y[k] = d[k - 1] / k;
        }
    }

    /** y = a', whose last term is not known and set to 0. */
    static void differentiate(double[] a, double[] y) {
        for (int k = 1; k < TERMS; k++) {
            y[k - 1] = k * a[k];
        }
        y[TERMS - 1] = 0;
    }

    /**
     * y = Σ uⱼ(a − a₀)ʲ, a function with the Taylor coefficients u at a₀ (the formula of Faà di Bruno). An infinite
     * coefficient does no harm to orders that it does not reach.
     */
    static void compose(double[] u, double[] a, double[] y) {
        double d1 = a[1];
        double d2 = a[2];
        double d3 = a[3];
        y[0] = u[0];
        y[1] = times(d1, u[1]);
        y[2] = times(d2, u[1]) + times(d1 * d1, u[2]);
        y[3] = times(d3, u[1]) + times(2 * d1 * d2, u[2]) + times(d1 * d1 * d1, u[3]);
        y[4] = times(a[4], u[1])
                + times(2 * d1 * d3 + d2 * d2, u[2])
                + times(3 * d1 * d1 * d2, u[3])
                + times(d1 * d1 * d1 * d1, u[4]);
    }

    /** Whether there is nothing but the constant term. */
    static boolean isConstant(double[] a) {
        return a[1] == 0 && a[2] == 0 && a[3] == 0 && a[4] == 0;
    }

    /** c·t, but 0 where c is: no influence, not even of something infinite. */
    static double times(double c, double t) {
        return c == 0 ? 0 : c * t;
    }
}
