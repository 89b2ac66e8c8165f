package org.hesse.autodiff.series;

import java.util.Arrays;
import org.hesse.autodiff.graph.Function;

/**
 * The Taylor coefficients φ⁽ʲ⁾(a)/j!, j = 0 … 4, of the functions of one argument. Most follow from a differential equation
 * in powers, as tan' = 1 + tan² or asin' = (1 − a²)^(−½). At a kink or a jump those from j = 1 on are NaN.
 */
final class FunctionSeries {
    private final double[] base = new double[Series.TERMS]; // p, a polynomial in t
    private final double[] slope = new double[Series.TERMS]; // φ' as a power of p

    /** Puts the coefficients of φ at a into u, where y = φ(a). */
    void at(Function f, double a, double y, double[] u) {
        switch (f) {
            case NEGATE -> set(u, y, -1, 0, 0, 0);
            case SQUARE -> set(u, y, 2 * a, 1, 0, 0);
            case SIN -> set(u, y, Math.cos(a), -y / 2, -Math.cos(a) / 6, y / 24);
            case COS -> set(u, y, -Math.sin(a), -y / 2, Math.sin(a) / 6, y / 24);
            case SINH -> set(u, y, Math.cosh(a), y / 2, Math.cosh(a) / 6, y / 24);
            case COSH -> set(u, y, Math.sinh(a), y / 2, Math.sinh(a) / 6, y / 24);
            case EXP, EXPM1 -> {
                double e = f == Function.EXP ? y : Math.exp(a);
                set(u, y, e, e / 2, e / 6, e / 24);
            }
            case TAN -> riccati(f, a, y, 1, u);
            case TANH -> riccati(f, a, y, -1, u);
            case ASIN, ACOS -> integral(f, a, y, (1 - a) * (1 + a), -2 * a, -1, -0.5, u);
            case ASINH -> integral(f, a, y, 1 + a * a, 2 * a, 1, -0.5, u);
            case ACOSH -> integral(f, a, y, (a - 1) * (a + 1), 2 * a, 1, -0.5, u);
            case ATAN -> integral(f, a, y, 1 + a * a, 2 * a, 1, -1, u);
            case ATANH -> integral(f, a, y, (1 - a) * (1 + a), -2 * a, -1, -1, u);
            case LOG, LN, LOG10, LOG2 -> integral(f, a, y, a, 1, 0, -1, u);
            case LOG1P -> integral(f, a, y, 1 + a, 1, 0, -1, u);
            case SQRT -> power(a, 0.5, y, u);
            case CBRT -> power(a, 1.0 / 3, y, u);
            case RECIPROCAL -> power(a, -1, y, u);
            case ABS -> broken(a == 0, y, Math.signum(a), u);
            case SIGN -> broken(a == 0, y, 0, u);
            case FLOOR, CEIL -> broken(a == y, y, 0, u);
            case RINT -> broken(Math.abs(a - y) == 0.5, y, 0, u);
            default -> throw new IllegalStateException("no series of " + f);
        }
        if (Double.isNaN(y)) {
            Arrays.fill(u, Double.NaN);
        }
    }

    /** (a + t)ʳ, where y = aʳ. */
    void power(double a, double r, double y, double[] u) {
        if (a == 0 && y == 0) { // a root, upright there
            set(u, y, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, Double.NaN);
            return;
        }
        set(base, a, 1, 0, 0, 0);
        Series.power(base, r, y, u);
    }

    /** φ' = 1 ± φ². */
    private static void riccati(Function f, double a, double y, int sign, double[] u) {
        set(u, y, f.first(a, y), 0, 0, 0);
        for (int j = 1; j < Series.TERMS - 1; j++) {
            double square = 0;
            for (int i = 0; i <= j; i++) {
                square += u[i] * u[j - i];
            }
            u[j + 1] = sign * square / (j + 1);
        }
    }

    /** φ' = c·pʳ with the polynomial p = p₀ + p₁t + p₂t². */
    private void integral(Function f, double a, double y, double p0, double p1, double p2, double r, double[] u) {
        set(base, p0, p1, p2, 0, 0);
        Series.power(base, r, f.first(a, y), slope);
        Series.integrate(y, slope, u);
    }

    private static void broken(boolean here, double y, double slope, double[] u) {
        double none = here ? Double.NaN : 0;
        set(u, y, here ? Double.NaN : slope, none, none, none);
    }

    private static void set(double[] u, double u0, double u1, double u2, double u3, double u4) {
        u[0] = u0;
        u[1] = u1;
        u[2] = u2;
        u[3] = u3;
        u[4] = u4;
    }
}
