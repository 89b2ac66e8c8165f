package org.hesse.autodiff.series;

import java.util.Arrays;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.series.HigherDerivatives.Directional;

/**
 * Taylor series of a recorded function along x + ts: of all slots to t⁴ in one sweep forward, and of the adjoints to t² in
 * one in reverse, w_a(t) += w_y(t)·c_a(t), whose first n are the gradient at x + ts: ∇f, Hs and D³f[s, s, ·]/2. Source:
 * Griewank and Walther, Evaluating Derivatives (2nd edition, 2008), chapter 13 (section 13.3 for the adjoints).
 */
final class GraphSeries {
    private static final int TERMS = Series.TERMS;
    private static final int ORDERS = 3; // of the adjoints

    private final Graph g;
    private final double[] series; // TERMS for each slot
    private final FunctionSeries functions = new FunctionSeries();
    private final OperationSeries operations = new OperationSeries();
    private final double[] a = new double[TERMS];
    private final double[] b = new double[TERMS];
    private final double[] y = new double[TERMS];
    private final double[] u = new double[TERMS];
    private final double[] v = new double[TERMS];

    private GraphSeries(Graph g) {
        this.g = g;
        series = new double[TERMS * g.size()];
    }

    /** The derivatives along s at the point where the graph was recorded. */
    static Directional along(Graph g, double[] s) {
        if (s.length != g.variables()) {
            throw new IllegalArgumentException("s of length " + s.length + ", expected " + g.variables());
        }
        GraphSeries sweep = new GraphSeries(g);
        sweep.forward(s);
        return sweep.reverse();
    }

    private void forward(double[] s) {
        for (int k = 0; k < g.size(); k++) {
            Arrays.fill(y, 0);
            y[0] = g.value(k);
            if (k < g.variables()) {
                y[1] = s[k];
            } else if (g.function(k) != null) {
                load(g.a(k), a);
                functions.at(g.function(k), a[0], g.value(k), u);
                Series.compose(u, a, y);
            } else if (g.operation(k) != null) {
                load(g.a(k), a);
                load(g.b(k), b);
                operations.value(g.operation(k), a, b, g.value(k), y);
            }
            System.arraycopy(y, 0, series, TERMS * k, TERMS);
        }
    }

    private Directional reverse() {
        int n = g.variables();
        double[] w = new double[ORDERS * g.size()];
        w[ORDERS * g.result()] = 1;
        double[] da = new double[TERMS];
        double[] db = new double[TERMS];
        for (int k = g.result(); k >= n; k--) {
            if (isZero(w, k)) { // so that an infinite derivative of something without influence does no harm
                continue;
            }
            if (g.function(k) != null) {
                load(g.a(k), a);
                functions.at(g.function(k), a[0], g.value(k), u);
                Series.differentiate(u, v);
                Series.compose(v, a, da);
                add(w, k, da, g.a(k));
            } else if (g.operation(k) != null) {
                load(g.a(k), a);
                load(g.b(k), b);
                load(k, y);
                boolean fixed = isNumber(g.b(k));
                operations.partials(g.operation(k), a, b, y, fixed, da, db);
                add(w, k, da, g.a(k));
                if (!fixed) {
                    add(w, k, db, g.b(k));
                }
            }
        }
        load(g.result(), y);
        double[][] orders = new double[ORDERS][n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < ORDERS; c++) {
                orders[c][i] = Double.isNaN(y[0]) ? Double.NaN : w[ORDERS * i + c] * (c == 2 ? 2 : 1);
            }
        }
        return new Directional(y[0], y[1], 2 * y[2], 6 * y[3], 24 * y[4], orders[0], orders[1], orders[2]);
    }

    private boolean isNumber(int k) {
        return k >= g.variables() && g.function(k) == null && g.operation(k) == null;
    }

    private void load(int k, double[] to) {
        System.arraycopy(series, TERMS * k, to, 0, TERMS);
    }

    private static boolean isZero(double[] w, int k) {
        return w[ORDERS * k] == 0 && w[ORDERS * k + 1] == 0 && w[ORDERS * k + 2] == 0;
    }

    /** w_a += w_y·c to t². */
    private static void add(double[] w, int y, double[] c, int a) {
        for (int k = 0; k < ORDERS; k++) {
            for (int i = 0; i <= k; i++) {
                double wy = w[ORDERS * y + k - i];
                w[ORDERS * a + k] += wy == 0 ? 0 : Series.times(c[i], wy);
            }
        }
    }
}
