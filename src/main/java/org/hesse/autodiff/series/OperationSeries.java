package org.hesse.autodiff.series;

import java.util.Arrays;
import org.hesse.autodiff.graph.Operation;

/**
 * The operations on two power series a(t) and b(t), and the series of their partial derivatives. From the order on from
 * which a derivative does not exist, as where the arguments of min cross, the terms are NaN.
 */
final class OperationSeries {
    private static final int TERMS = Series.TERMS;

    private final FunctionSeries functions = new FunctionSeries();
    private final double[] u = new double[TERMS];
    private final double[] v = new double[TERMS];
    private final double[] p = new double[TERMS];
    private final double[] q = new double[TERMS];
    private final double[] r = new double[TERMS];

    /** y(t) = a(t) ∘ b(t), where y₀ is known. */
    void value(Operation o, double[] a, double[] b, double y0, double[] y) {
        switch (o) {
            case ADD -> line(a, 1, b, y);
            case SUBTRACT -> line(a, -1, b, y);
            case MULTIPLY -> Series.multiply(a, b, y);
            case DIVIDE -> Series.divide(a, b, y);
            case POW -> power(a, b, y0, y);
            case ATAN2 -> {
                double m = scale(a, b);
                Series.differentiate(u, r);
                Series.multiply(v, r, p);
                Series.differentiate(v, r);
                Series.multiply(u, r, q);
                line(p, -1, q, p);
                squares();
                Series.divide(p, r, q);
                Series.integrate(y0, q, y);
                steady(m == 0 && Series.isConstant(a) && Series.isConstant(b), y0, y);
            }
            case HYPOT -> {
                double m = scale(a, b);
                squares();
                Series.power(r, 0.5, Math.sqrt(r[0]), y);
                for (int k = 0; k < TERMS; k++) {
                    y[k] *= m;
                }
                steady(m == 0 && Series.isConstant(a) && Series.isConstant(b), y0, y);
            }
            case MIN, MAX -> extreme(a, b, y0, y);
            case COPY_SIGN -> {
                line(a, 0, a, y);
                double sign = a[0] == y0 ? 1 : -1;
                boolean jump = a[0] == 0 && !Series.isConstant(a) || b[0] == 0 && !Series.isConstant(b);
                for (int k = 1; k < TERMS; k++) {
                    y[k] = jump ? Double.NaN : sign * y[k];
                }
            }
            case REMAINDER -> {
                line(a, -Math.rint((a[0] - y0) / b[0]), b, y);
                if (2 * Math.abs(y0) == Math.abs(b[0])) {
                    Arrays.fill(y, Double.NaN);
                }
            }
            case ROOT -> root(a, b[0], y0, y);
            default -> throw new IllegalStateException("no series of " + o);
        }
        y[0] = y0;
    }

    /** The series of ∂y/∂a and, unless b is a number, ∂y/∂b. */
    void partials(Operation o, double[] a, double[] b, double[] y, boolean fixed, double[] da, double[] db) {
        switch (o) {
            case ADD -> constants(da, 1, db, 1);
            case SUBTRACT -> constants(da, 1, db, -1);
            case MULTIPLY -> {
                System.arraycopy(b, 0, da, 0, TERMS);
                System.arraycopy(a, 0, db, 0, TERMS);
            }
            case DIVIDE -> {
                constants(p, 1, q, 0);
                Series.divide(p, b, da);
                Series.divide(y, b, db);
                line(q, -1, db, db);
            }
            case POW -> {
                powerByBase(a, b, y, da);
                powerByExponent(a, y, fixed, db);
            }
            case ATAN2 -> {
                double m = scale(a, b);
                squares();
                Series.divide(v, r, da);
                Series.divide(u, r, db);
                for (int k = 0; k < TERMS; k++) {
                    da[k] /= m;
                    db[k] /= -m;
                }
            }
            case HYPOT -> {
                Series.divide(a, y, da);
                Series.divide(b, y, db);
            }
            case MIN, MAX -> {
                double none = a[0] == b[0] ? Double.NaN : 0;
                boolean first = y[0] == a[0];
                constants(da, none + (first ? 1 : 0), db, none + (first ? 0 : 1));
            }
            case COPY_SIGN -> {
                double none = a[0] == 0 ? Double.NaN : 0;
                constants(da, none + (a[0] == y[0] ? 1 : -1), db, b[0] == 0 ? Double.NaN : 0);
            }
            case REMAINDER -> constants(da, 1, db, -Math.rint((a[0] - y[0]) / b[0]));
            case ROOT -> {
                functions.power(a[0], 1 / b[0], y[0], u);
                Series.differentiate(u, v);
                Series.compose(v, a, da);
                constants(b[0] == 1 ? da : p, 1, db, 0);
            }
            default -> throw new IllegalStateException("no series of " + o);
        }
    }

    private void power(double[] a, double[] b, double y0, double[] y) {
        if (Series.isConstant(b)) {
            binomial(a[0], b[0]);
            Series.compose(u, a, y);
        } else if (a[0] > 0) {
            Series.log(a, p);
            Series.multiply(b, p, q);
            Series.exp(q, y0, y);
        } else {
            Arrays.fill(y, a[0] == 0 && b[0] > 0 && Series.isConstant(a) ? 0 : Double.NaN);
        }
    }

    /** u: the coefficients of (a + t)ᵇ. */
    private void binomial(double a, double b) {
        double c = 1;
        for (int j = 0; j < TERMS; j++) {
            u[j] = c == 0 ? 0 : c * Math.pow(a, b - j);
            c *= (b - j) / (j + 1);
        }
    }

    private void powerByBase(double[] a, double[] b, double[] y, double[] da) {
        if (Series.isConstant(b)) {
            binomial(a[0], b[0]);
            Series.differentiate(u, v);
            Series.compose(v, a, da);
        } else {
            Series.multiply(y, b, p);
            Series.divide(p, a, da);
        }
    }

    private void powerByExponent(double[] a, double[] y, boolean fixed, double[] db) {
        Arrays.fill(db, 0);
        if (!fixed && a[0] > 0) {
            Series.log(a, p);
            Series.multiply(y, p, db);
        } else if (!fixed && !(a[0] == 0 && y[0] == 0 && Series.isConstant(a))) {
            Arrays.fill(db, Double.NaN);
            db[0] = a[0] == 0 && y[0] == 0 ? 0 : Double.NaN; // the limit of 0ᵇ·log 0
        }
    }

    private void root(double[] a, double n, double y0, double[] y) {
        if (n == 1) {
            System.arraycopy(a, 0, y, 0, TERMS);
        } else {
            functions.power(a[0], 1 / n, y0, u);
            Series.compose(u, a, y);
        }
    }

    private static void extreme(double[] a, double[] b, double y0, double[] y) {
        boolean crossing = false;
        for (int k = 1; k < TERMS; k++) {
            crossing |= a[0] == b[0] && a[k] != b[k];
            y[k] = crossing || Double.isNaN(y0) ? Double.NaN : y0 == a[0] ? a[k] : b[k];
        }
    }

    /** u = a/m and v = b/m with m = max(|a₀|, |b₀|), so that squares do not overflow. */
    private double scale(double[] a, double[] b) {
        double m = Math.max(Math.abs(a[0]), Math.abs(b[0]));
        for (int k = 0; k < TERMS; k++) {
            u[k] = a[k] / m;
            v[k] = b[k] / m;
        }
        return m;
    }

    /** r = u² + v², by way of q. */
    private void squares() {
        Series.multiply(u, u, q);
        Series.multiply(v, v, r);
        line(q, 1, r, r);
    }

    private static void steady(boolean still, double y0, double[] y) {
        if (still) {
            Arrays.fill(y, 0);
            y[0] = y0;
        }
    }

    /** y = a + cb. */
    private static void line(double[] a, double c, double[] b, double[] y) {
        for (int k = 0; k < TERMS; k++) {
            y[k] = a[k] + c * b[k];
        }
    }

    private static void constants(double[] da, double a, double[] db, double b) {
        Arrays.fill(da, 0);
        Arrays.fill(db, 0);
        da[0] = a;
        db[0] = b;
    }
}
