package org.hesse.autodiff;

import java.util.Arrays;
import org.hesse.objective.Hessian;

/**
 * The Hessian of a recorded function: all its partial derivatives, kept so that a product is one sweep forward and one in
 * reverse over the slots that depend on x and lead to the result.
 *
 * <p>With the tangents t along v, t_y = c_a·t_a + c_b·t_b, and the second derivatives h weighted by the adjoints of their
 * slots, the derivatives s of the adjoints along v are s_a += s_y·c_a + h_aa·t_a + h_ab·t_b. Source: Griewank and Walther,
 * Evaluating Derivatives (2nd edition, 2008), section 5.1. The matrix takes {@value #WIDTH} columns a sweep, and passes
 * over slots that none of them reaches. Immutable: any number of threads may use it.
 */
final class GraphHessian implements Hessian {
    private static final int WIDTH = 8;

    private final int n;
    private final int end; // slots n to end − 1; slot end stands for a constant, its tangent is 0
    private final int[] a;
    private final int[] b;
    private final double[] byA;
    private final double[] byB;
    private final double[] aa;
    private final double[] ab;
    private final double[] bb;
    private final boolean undefined;
    private final Pool<double[][]> buffers;

    GraphHessian(Graph g) {
        n = g.variables();
        int[] number = numbers(g);
        end = number[g.size()];
        a = new int[end];
        b = new int[end];
        byA = new double[end];
        byB = new double[end];
        aa = new double[end];
        ab = new double[end];
        bb = new double[end];
        undefined = Double.isNaN(g.value(g.result()));
        buffers = new Pool<>(() -> new double[2][end + 1]);
        double[] d = new double[3];
        for (int k = n; k <= g.result(); k++) {
            if (number[k] != end) {
                partials(g, k, number[k], number, d);
            }
        }
        weigh(number[g.result()]);
    }

    /** The new numbers of the slots that depend on x and lead to the result; last, and for all others, how many. */
    private static int[] numbers(Graph g) {
        int n = g.variables();
        boolean[] leads = new boolean[g.size()];
        leads[g.result()] = true;
        for (int k = g.result(); k >= n; k--) {
            if (leads[k]) {
                leads[g.a(k)] = true;
                leads[g.function(k) != null ? g.a(k) : g.b(k)] = true;
            }
        }
        int[] number = new int[g.size() + 1];
        Arrays.fill(number, -1);
        int end = n;
        for (int k = 0; k < g.size(); k++) {
            if (k < n) {
                number[k] = k;
            } else if (leads[k] && (g.function(k) != null || g.operation(k) != null)) {
                boolean depends = number[g.a(k)] >= 0 || g.function(k) == null && number[g.b(k)] >= 0;
                number[k] = depends ? end++ : -1;
            }
        }
        for (int k = 0; k < number.length; k++) {
            number[k] = number[k] < 0 ? end : number[k];
        }
        return number;
    }

    private void partials(Graph g, int k, int i, int[] number, double[] d) {
        Function f = g.function(k);
        double x = g.value(g.a(k));
        a[i] = number[g.a(k)];
        if (f != null) {
            b[i] = end;
            byA[i] = f.first(x, g.value(k));
            aa[i] = f.second(x, byA[i]);
            return;
        }
        b[i] = number[g.b(k)];
        boolean fixed = b[i] == end;
        Operation o = g.operation(k);
        o.first(x, g.value(g.b(k)), g.value(k), fixed, d);
        byA[i] = a[i] == end ? 0 : d[0];
        byB[i] = fixed ? 0 : d[1];
        o.second(x, g.value(g.b(k)), g.value(k), fixed, d);
        aa[i] = a[i] == end ? 0 : d[0];
        ab[i] = a[i] == end || fixed ? 0 : d[1];
        bb[i] = fixed ? 0 : d[2];
    }

    /** Multiplies the second derivatives of each slot by its adjoint. */
    private void weigh(int result) {
        double[] w = new double[end + 1];
        w[result] = 1;
        for (int k = end - 1; k >= n; k--) {
            if (w[k] == 0) { // so that an infinite derivative of something without influence does no harm
                aa[k] = 0;
                ab[k] = 0;
                bb[k] = 0;
            } else {
                w[a[k]] += w[k] * byA[k];
                w[b[k]] += w[k] * byB[k];
                aa[k] = times(aa[k], w[k]);
                ab[k] = times(ab[k], w[k]);
                bb[k] = times(bb[k], w[k]);
            }
        }
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public void times(double[] v, double[] hv) {
        if (undefined) {
            Arrays.fill(hv, Double.NaN);
            return;
        }
        double[][] buffer = buffers.take();
        double[] t = buffer[0];
        double[] s = buffer[1];
        System.arraycopy(v, 0, t, 0, n);
        for (int k = n; k < end; k++) {
            t[k] = times(byA[k], t[a[k]]) + times(byB[k], t[b[k]]);
        }
        Arrays.fill(s, 0);
        for (int k = end - 1; k >= n; k--) {
            double ta = t[a[k]];
            double tb = t[b[k]];
            double sk = s[k];
            s[a[k]] +=
                    byA[k] * sk + times(aa[k], ta) + times(ab[k], tb); // NaN where an infinite curvature has influence
            s[b[k]] += byB[k] * sk + times(ab[k], ta) + times(bb[k], tb);
        }
        System.arraycopy(s, 0, hv, 0, n);
        buffers.giveBack(buffer);
    }

    @Override
    public double[][] dense() {
        double[][] h = new double[n][n];
        if (undefined) {
            for (double[] row : h) {
                Arrays.fill(row, Double.NaN);
            }
            return h;
        }
        double[] t = new double[(end + 1) * WIDTH];
        double[] s = new double[(end + 1) * WIDTH];
        boolean[] moves = new boolean[end + 1]; // where t is not 0
        boolean[] feels = new boolean[end + 1]; // where s is not 0
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(WIDTH, n - j);
            columns(j, width, t, s, moves, feels);
            for (int i = j; i < n; i++) { // below the diagonal; above it the same numbers
                for (int c = 0; c < width && feels[i] && j + c <= i; c++) {
                    h[i][j + c] = s[i * WIDTH + c];
                    h[j + c][i] = h[i][j + c];
                }
            }
        }
        return h;
    }

    /** The sweeps of {@link #times} for the unit vectors from j on, side by side. */
    private void columns(int j, int width, double[] t, double[] s, boolean[] moves, boolean[] feels) {
        Arrays.fill(moves, false);
        Arrays.fill(feels, false);
        Arrays.fill(t, j * WIDTH, (j + width) * WIDTH, 0);
        for (int c = 0; c < width; c++) {
            moves[j + c] = true;
            t[(j + c) * WIDTH + c] = 1;
        }
        for (int k = n; k < end; k++) {
            if (moves[a[k]]) {
                add(byA[k], t, a[k], t, k, moves);
            }
            if (moves[b[k]]) {
                add(byB[k], t, b[k], t, k, moves);
            }
        }
        for (int k = end - 1; k >= n; k--) {
            if (feels[k]) {
                pass(byA[k], s, k, a[k], feels);
                pass(byB[k], s, k, b[k], feels);
            }
            if (moves[a[k]]) {
                add(aa[k], t, a[k], s, a[k], feels);
                add(ab[k], t, a[k], s, b[k], feels);
            }
            if (moves[b[k]]) {
                add(ab[k], t, b[k], s, a[k], feels);
                add(bb[k], t, b[k], s, b[k], feels);
            }
        }
    }

    /** c times row {@code from} of p to row {@code to} of q, which counts as 0 before it is touched. */
    private static void add(double c, double[] p, int from, double[] q, int to, boolean[] touched) {
        if (c != 0) {
            addAlways(c, p, from, q, to, touched);
        }
    }

    /** As {@link #add}; but 0 times something infinite, the curvature of |x|^1.5 at 0, is NaN. */
    private static void pass(double c, double[] s, int from, int to, boolean[] touched) {
        double all = 0;
        for (int l = from * WIDTH; c == 0 && l < (from + 1) * WIDTH; l++) {
            all += 0 * s[l];
        }
        if (c != 0 || all != 0) {
            addAlways(c, s, from, s, to, touched);
        }
    }

    private static void addAlways(double c, double[] p, int from, double[] q, int to, boolean[] touched) {
        int i = from * WIDTH;
        int o = to * WIDTH;
        if (touched[to]) {
            for (int l = 0; l < WIDTH; l++) {
                q[o + l] += c * p[i + l];
            }
        } else {
            touched[to] = true;
            for (int l = 0; l < WIDTH; l++) {
                q[o + l] = c * p[i + l];
            }
        }
    }

    /** c·t, but 0 where c is: no influence, not even of something infinite. */
    private static double times(double c, double t) {
        return c == 0 ? 0 : c * t;
    }
}
