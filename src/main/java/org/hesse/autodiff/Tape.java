package org.hesse.autodiff;

import java.util.Arrays;
import java.util.List;
import org.hesse.objective.Hessian;

/**
 * The nodes of an expression in flat arrays, and three sweeps over them: values forward; the gradient in reverse; and
 * Hessian-vector products forward over reverse.
 *
 * <p>With partial derivatives c_a = ∂y/∂a of each operation y(a, b), the sweeps are, from the last operation to the
 * first, w_a += w_y·c_a for the adjoints w = ∂f/∂y, and for their derivatives along v, with tangents t,
 * ẇ_a += ẇ_y·c_a + w_y·(c_aa·t_a + c_ab·t_b). Source: Griewank and Walther, Evaluating Derivatives (2nd edition, 2008),
 * sections 3.2 and 5.1. Immutable, so any number of threads may use it.
 */
final class Tape {
    private final int variables;
    private final int operations; // the slot of the first operation; before it variables and constants
    private final double[] slots; // with the constants in place
    private final Function[] unary; // by slot, as the next four; null where the operation is binary
    private final Operation[] binary;
    private final int[] a;
    private final int[] b;
    private final boolean[] fixed; // whether b is a constant
    private final int result;

    Tape(int variables, List<Node> nodes) {
        int size = variables
                + (int) nodes.stream()
                        .filter(node -> !(node instanceof Node.Variable))
                        .count();
        this.variables = variables;
        slots = new double[size];
        unary = new Function[size];
        binary = new Operation[size];
        a = new int[size];
        b = new int[size];
        fixed = new boolean[size];
        int[] slot = new int[nodes.size()];
        int end = variables;
        for (int i = 0; i < slot.length; i++) {
            if (nodes.get(i) instanceof Node.Variable v) {
                slot[i] = v.symbol();
            } else if (nodes.get(i) instanceof Node.Constant c) {
                slot[i] = end;
                slots[end++] = c.value();
            }
        }
        operations = end;
        for (int i = 0; i < slot.length; i++) {
            if (nodes.get(i) instanceof Node.Unary u) {
                unary[end] = u.function();
                a[end] = slot[u.a()];
                b[end] = a[end];
                slot[i] = end++;
            } else if (nodes.get(i) instanceof Node.Binary o) {
                binary[end] = o.operation();
                a[end] = slot[o.a()];
                b[end] = slot[o.b()];
                fixed[end] = nodes.get(o.b()) instanceof Node.Constant;
                slot[i] = end++;
            }
        }
        result = slot[slot.length - 1];
    }

    private double[] forward(double[] x) {
        double[] y = slots.clone();
        System.arraycopy(x, 0, y, 0, variables);
        for (int k = operations; k < y.length; k++) {
            y[k] = unary[k] == null ? binary[k].value(y[a[k]], y[b[k]]) : unary[k].value(y[a[k]]);
        }
        return y;
    }

    private void first(double[] y, int k, double[] d) {
        if (unary[k] == null) {
            binary[k].first(y[a[k]], y[b[k]], y[k], fixed[k], d);
        } else {
            d[0] = unary[k].first(y[a[k]], y[k]);
            d[1] = 0;
        }
    }

    double value(double[] x) {
        return forward(x)[result];
    }

    /** The value; the gradient goes to {@code g}, all NaN where the value is. */
    double gradient(double[] x, double[] g) {
        double[] y = forward(x);
        double[] w = new double[y.length];
        double[] d = new double[3];
        w[result] = 1;
        for (int k = y.length - 1; k >= operations; k--) {
            if (w[k] != 0) { // so that an infinite derivative of something without influence does no harm
                first(y, k, d);
                w[a[k]] += w[k] * d[0];
                w[b[k]] += w[k] * d[1];
            }
        }
        System.arraycopy(w, 0, g, 0, variables);
        if (Double.isNaN(y[result])) {
            Arrays.fill(g, Double.NaN);
        }
        return y[result];
    }

    /** All partial derivatives at x, so that a product is one sweep forward and one in reverse. */
    Hessian hessian(double[] x) {
        double[] y = forward(x);
        int size = y.length;
        double[][] c = new double[size][]; // c_a, c_b, c_aa, c_ab, c_bb of the operations that matter
        double[] w = new double[size];
        double[] d = new double[3];
        w[result] = 1;
        for (int k = size - 1; k >= operations; k--) {
            first(y, k, d);
            double byA = d[0];
            double byB = d[1];
            if (unary[k] == null) {
                binary[k].second(y[a[k]], y[b[k]], y[k], fixed[k], d);
            } else {
                Arrays.fill(d, 0);
                d[0] = unary[k].second(y[a[k]], byA);
            }
            c[k] = new double[] {byA, byB, d[0], d[1], d[2]};
            if (w[k] != 0) {
                w[a[k]] += w[k] * byA;
                w[b[k]] += w[k] * byB;
            }
        }
        boolean undefined = Double.isNaN(y[result]);
        return new Hessian() {
            @Override
            public int dimension() {
                return variables;
            }

            @Override
            public void times(double[] v, double[] hv) {
                if (undefined) {
                    Arrays.fill(hv, Double.NaN);
                } else {
                    product(c, w, v, hv);
                }
            }
        };
    }

    private void product(double[][] c, double[] w, double[] v, double[] hv) {
        double[] t = new double[w.length];
        double[] s = new double[w.length]; // ẇ
        System.arraycopy(v, 0, t, 0, variables);
        for (int k = operations; k < t.length; k++) {
            t[k] = times(c[k][0], t[a[k]]) + times(c[k][1], t[b[k]]);
        }
        for (int k = t.length - 1; k >= operations; k--) {
            if (w[k] != 0 || s[k] != 0) {
                double[] ck = c[k];
                double ta = t[a[k]];
                double tb = t[b[k]];
                s[a[k]] += s[k] * ck[0] + times(w[k], times(ck[2], ta) + times(ck[3], tb));
                s[b[k]] += s[k] * ck[1] + times(w[k], times(ck[3], ta) + times(ck[4], tb));
            }
        }
        System.arraycopy(s, 0, hv, 0, variables);
    }

    /** c·t, but 0 where c is: no influence, not even of something infinite. */
    private static double times(double c, double t) {
        return c == 0 ? 0 : c * t;
    }
}
