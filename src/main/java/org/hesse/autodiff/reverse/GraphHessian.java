package org.hesse.autodiff.reverse;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;
import org.hesse.autodiff.graph.Pool;
import org.hesse.linear.StarColouring;
import org.hesse.objective.Hessian;

/**
 * The Hessian of a recorded function where some derivative is not finite, so that not all is said by sums of products: it
 * keeps the partial derivatives of all slots that depend on x.
 *
 * <p>With the tangents t along v, t_y = c_a·t_a + c_b·t_b, and the second derivatives h weighted by the adjoints of their
 * slots, the derivatives s of the adjoints along v are s_a += s_y·c_a + h_aa·t_a + h_ab·t_b. Source: Griewank and Walther,
 * Evaluating Derivatives (2nd edition, 2008), section 5.1. Immutable: any number of threads may use it.
 */
public final class GraphHessian implements Hessian {
    private final int n; // slot n stands for all constants: its tangent is 0
    private int end; // of the slots: those from n + 1 on are functions and operations
    private final int[] a;
    private final int[] b;
    private final double[] byA;
    private final double[] byB;
    private final double[] aa;
    private final double[] ab;
    private final double[] bb;
    private final boolean undefined;
    private final Supplier<Optional<StarColouring>> colouring;
    private final Pool<double[][]> buffers;

    /**
     * The Hessian where a function was recorded.
     *
     * @param g the function, not kept
     * @param colouring how to read the matrix from few products, or empty if it is too dense for that; asked each time the
     *     sparse matrix is wanted
     */
    public GraphHessian(Graph g, Supplier<Optional<StarColouring>> colouring) {
        this.colouring = colouring;
        n = g.variables();
        int result = g.result();
        int most = result + 2;
        a = new int[most];
        b = new int[most];
        byA = new double[most];
        byB = new double[most];
        aa = new double[most];
        ab = new double[most];
        bb = new double[most];
        undefined = Double.isNaN(g.value(result));
        weigh(numbered(g, result));
        int slots = end;
        buffers = new Pool<>(() -> new double[2][slots]);
    }

    /** Takes over what depends on x, with its derivatives; returns the new slot of the result. */
    private int numbered(Graph g, int result) {
        int[] number = new int[result + 1];
        double[] d = new double[3];
        end = n + 1;
        for (int k = 0; k <= result; k++) {
            Function f = g.function(k);
            Operation o = f == null ? g.operation(k) : null;
            number[k] = k < n ? k : n;
            if (f != null) {
                a[end] = number[g.a(k)];
                b[end] = n;
                if (a[end] != n) {
                    partials(f, g.value(g.a(k)), g.value(k));
                    number[k] = end++;
                }
            } else if (o != null) {
                a[end] = number[g.a(k)];
                b[end] = number[g.b(k)];
                if (a[end] != n || b[end] != n) {
                    partials(o, g.value(g.a(k)), g.value(g.b(k)), g.value(k), d);
                    number[k] = end++;
                }
            }
        }
        return number[result];
    }

    private void partials(Function f, double x, double y) {
        byA[end] = f.first(x, y);
        aa[end] = f.second(x, byA[end]);
    }

    private void partials(Operation o, double x, double z, double y, double[] d) {
        boolean first = a[end] != n;
        boolean second = b[end] != n;
        o.first(x, z, y, !second, d);
        byA[end] = first ? d[0] : 0;
        byB[end] = second ? d[1] : 0;
        if (o == Operation.MULTIPLY) {
            ab[end] = first && second ? 1 : 0;
        } else if (o != Operation.ADD && o != Operation.SUBTRACT) {
            o.second(x, z, y, !second, d);
            aa[end] = first ? d[0] : 0;
            ab[end] = first && second ? d[1] : 0;
            bb[end] = second ? d[2] : 0;
        }
    }

    /** Multiplies the second derivatives of each slot by its adjoint. */
    private void weigh(int result) {
        double[] w = new double[end];
        w[result] = 1;
        for (int k = end - 1; k > n; k--) {
            double wk = w[k];
            if (wk == 0) { // so that an infinite derivative of something without influence does no harm
                aa[k] = 0;
                ab[k] = 0;
                bb[k] = 0;
            } else {
                w[a[k]] += wk * byA[k];
                w[b[k]] += wk * byB[k];
                aa[k] = aa[k] == 0 ? 0 : wk * aa[k];
                ab[k] = ab[k] == 0 ? 0 : wk * ab[k];
                bb[k] = bb[k] == 0 ? 0 : wk * bb[k];
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
        product(buffer[0], buffer[1], v);
        System.arraycopy(buffer[1], 0, hv, 0, n);
        buffers.giveBack(buffer);
    }

    /**
     * An infinite derivative has no influence on what v does not reach. But where v reaches it by a slope of 0, as
     * |x|^1.5 at 0, the product is NaN.
     */
    private void product(double[] t, double[] s, double[] v) {
        System.arraycopy(v, 0, t, 0, n);
        boolean[] reached = new boolean[end];
        for (int i = 0; i < n; i++) {
            reached[i] = v[i] != 0;
        }
        for (int k = n + 1; k < end; k++) {
            t[k] = times(byA[k], t[a[k]]) + times(byB[k], t[b[k]]);
            reached[k] = reached[a[k]] || reached[b[k]];
        }
        Arrays.fill(s, 0);
        for (int k = end - 1; k > n; k--) {
            double ta = t[a[k]];
            double tb = t[b[k]];
            boolean ra = reached[a[k]];
            boolean rb = reached[b[k]];
            double sk = s[k];
            s[a[k]] += curvature(byA[k], sk, sk != 0) + curvature(aa[k], ta, ra) + curvature(ab[k], tb, rb);
            s[b[k]] += curvature(byB[k], sk, sk != 0) + curvature(ab[k], ta, ra) + curvature(bb[k], tb, rb);
        }
    }

    @Override
    public Optional<StarColouring> colouring() {
        return colouring.get();
    }

    private static double curvature(double c, double t, boolean reached) {
        return reached && (c != 0 || Double.isNaN(t)) ? c * t : 0;
    }

    private static double times(double c, double t) {
        return c == 0 || t == 0 ? 0 : c * t;
    }

    @Override
    public String toString() {
        return "Hessian " + n + " x " + n + " of a recording";
    }
}
