package org.hesse.autodiff.interval;

import java.util.Arrays;

/**
 * The first and second partial derivatives of each slot of a graph, enclosed over one box, and the sweeps with them: one
 * in reverse for the gradient, and one forward and one in reverse for each column of the Hessian, as in {@link GraphHessian} but
 * with bounds for numbers, which stand in flat arrays, lower and upper apart.
 */
final class Partials {
    /** The first slot without a bounded first derivative by what depends on x, or −1. */
    int first = -1;

    /** The first slot without bounded second derivatives, or −1. */
    int second = -1;

    private final Enclosing f;
    private final int size;
    private final Bounds r = new Bounds();
    private final double[] cLo; // of slot k, from 5k: c_a, c_b, c_aa, c_ab, c_bb
    private final double[] cHi;
    private final double[] wLo; // the adjoints
    private final double[] wHi;

    Partials(Enclosing f, double[] lo, double[] hi) {
        this.f = f;
        size = lo.length;
        cLo = new double[5 * size];
        cHi = new double[5 * size];
        Interval[] d = new Interval[5];
        for (int k = f.variables; k < size; k++) {
            if (f.needed[k] && f.active[k]) {
                derive(k, lo, hi, d);
            }
        }
        wLo = new double[size];
        wHi = new double[size];
        reverse();
    }

    private void derive(int k, double[] lo, double[] hi, Interval[] d) {
        int a = f.a[k];
        int b = f.b[k];
        Interval x = Interval.raw(lo[a], hi[a]);
        Interval y = Interval.raw(lo[k], hi[k]);
        if (f.unary[k] != null) {
            d[0] = Slopes.first(f.unary[k], x, y);
            d[2] = Slopes.second(f.unary[k], x, y, d[0]);
            put(5 * k, d[0]);
            put(5 * k + 2, d[2]);
        } else {
            Interval z = Interval.raw(lo[b], hi[b]);
            Slopes.first(f.binary[k], x, z, y, !f.active[b], d);
            Slopes.second(f.binary[k], x, z, y, !f.active[b], d);
            if (f.active[a]) {
                put(5 * k, d[0]);
                put(5 * k + 2, d[2]);
            }
            if (f.active[b]) {
                put(5 * k + 1, d[1]);
                put(5 * k + 4, d[4]);
            }
            if (f.active[a] && f.active[b]) {
                put(5 * k + 3, d[3]);
            }
        }
        if (first < 0 && !(bounded(5 * k) && bounded(5 * k + 1))) {
            first = k;
        }
        if (second < 0 && !(bounded(5 * k + 2) && bounded(5 * k + 3) && bounded(5 * k + 4))) {
            second = k;
        }
    }

    /** Where there is nothing to enclose nothing is known. */
    private void put(int i, Interval c) {
        cLo[i] = c.isEmpty() ? Double.NEGATIVE_INFINITY : c.lo();
        cHi[i] = c.isEmpty() ? Double.POSITIVE_INFINITY : c.hi();
    }

    private boolean bounded(int i) {
        return !Double.isInfinite(cLo[i]) && !Double.isInfinite(cHi[i]);
    }

    private void reverse() {
        wLo[f.result] = 1;
        wHi[f.result] = 1;
        for (int k = size - 1; k >= f.variables; k--) {
            if (wLo[k] != 0 || wHi[k] != 0) {
                add(wLo, wHi, f.a[k], wLo[k], wHi[k], 5 * k);
                add(wLo, wHi, f.b[k], wLo[k], wHi[k], 5 * k + 1);
            }
        }
    }

    Interval gradient(int i) {
        return Interval.raw(wLo[i], wHi[i]);
    }

    /** Column j of the Hessian; t and s are for the tangents and their adjoints, 2 × size each, <em>modified</em>. */
    void column(int j, double[][] t, double[][] s, Interval[][] h) {
        for (int i = 0; i < 2; i++) {
            Arrays.fill(t[i], 0);
            Arrays.fill(s[i], 0);
            t[i][j] = 1;
        }
        for (int k = f.variables; k < size; k++) {
            add(t[0], t[1], k, t[0][f.a[k]], t[1][f.a[k]], 5 * k);
            add(t[0], t[1], k, t[0][f.b[k]], t[1][f.b[k]], 5 * k + 1);
        }
        for (int k = size - 1; k >= f.variables; k--) {
            int a = f.a[k];
            int b = f.b[k];
            add(s[0], s[1], a, s[0][k], s[1][k], 5 * k);
            add(s[0], s[1], b, s[0][k], s[1][k], 5 * k + 1);
            boolean moves = t[0][a] != 0 || t[1][a] != 0 || t[0][b] != 0 || t[1][b] != 0;
            if (moves && (wLo[k] != 0 || wHi[k] != 0)) {
                second(k, a, 5 * k + 2, t, s);
                second(k, b, 5 * k + 3, t, s);
            }
        }
        for (int i = 0; i < h.length; i++) {
            h[i][j] = Interval.raw(s[0][i], s[1][i]);
        }
    }

    /** s[to] += w[k]·(c[i]·t[a] + c[i + 1]·t[b]). */
    private void second(int k, int to, int i, double[][] t, double[][] s) {
        int a = f.a[k];
        int b = f.b[k];
        Pairs.multiply(cLo[i], cHi[i], t[0][a], t[1][a], r);
        double lower = r.lo;
        double upper = r.hi;
        Pairs.multiply(cLo[i + 1], cHi[i + 1], t[0][b], t[1][b], r);
        lower = Rounding.add(lower, r.lo, -1);
        upper = Rounding.add(upper, r.hi, 1);
        Pairs.multiply(wLo[k], wHi[k], lower, upper, r);
        s[0][to] = Rounding.add(s[0][to], r.lo, -1);
        s[1][to] = Rounding.add(s[1][to], r.hi, 1);
    }

    /** sum[to] += [lower, upper]·c[i], which is 0 where one of them is. */
    private void add(double[] sumLo, double[] sumHi, int to, double lower, double upper, int i) {
        if ((lower != 0 || upper != 0) && (cLo[i] != 0 || cHi[i] != 0)) {
            Pairs.multiply(lower, upper, cLo[i], cHi[i], r);
            sumLo[to] = Rounding.add(sumLo[to], r.lo, -1);
            sumHi[to] = Rounding.add(sumHi[to], r.hi, 1);
        }
    }
}
