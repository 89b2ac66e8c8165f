package org.hesse.autodiff.reverse;

import java.util.Arrays;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;

/**
 * What a function did with its variables, in flat arrays that are used again: recording allocates nothing once they are
 * large enough.
 *
 * <p>By what is wanted, a recording keeps {@link #VALUES} alone; or for a {@link #GRADIENT} the partial derivatives c of
 * each slot, for one sweep w_a += w_y·c_a from the result back to the variables; or the {@link #GRAPH} of operations, for
 * everything else. Source: Griewank and Walther, Evaluating Derivatives (2nd edition, 2008), section 3.2. For one thread
 * at a time.
 */
public final class Recording implements Graph {
    /** Keeps the value. */
    public static final int VALUES = 0;

    /** Keeps what {@link #gradient} needs. */
    public static final int GRADIENT = 1;

    /** Keeps the operations. */
    public static final int GRAPH = 2;

    private static final int NONE = -1; // no second argument
    private static final Function[] FUNCTIONS = Function.values();
    private static final Operation[] OPERATIONS = Operation.values();

    private final int n;
    private final Var[] point;
    private int order;
    private int size; // while recording; 0 outside, so that every Var is then found to be stale
    private int recorded;
    private int result;
    private double value;

    private Var[] vars;
    private int[] a;
    private int[] b;
    private double[] byA; // GRADIENT: ∂y/∂a, ∂y/∂b
    private double[] byB;
    private byte[] code; // GRAPH: 1 + the ordinal of a function, −1 − that of an operation, 0 for variable and constant
    private double[] y;
    private double[] w; // adjoints ∂f/∂y
    private final double[] d = new double[3];

    private boolean branches;
    private int[] observed = new int[4]; // GRAPH: slots whose number was looked at,
    private double[] seen = new double[4]; // and the number
    private int observations;

    /**
     * A recording of nothing yet.
     *
     * @param n the number of variables, at least 1
     */
    public Recording(int n) {
        this.n = n;
        point = new Var[n];
        int capacity = Math.max(64, 2 * n);
        vars = new Var[capacity];
        a = new int[capacity];
        b = new int[capacity];
        byA = new double[capacity];
        byB = new double[capacity];
        code = new byte[capacity];
        y = new double[capacity];
        w = new double[capacity];
    }

    /**
     * Evaluates a function and records it in place of what was recorded before.
     *
     * @param f the function; what it throws is passed on
     * @param x the point, length n, not modified
     * @param order what to keep: {@link #VALUES}, {@link #GRADIENT} or {@link #GRAPH}
     * @return f(x)
     * @throws IllegalArgumentException if f returns null or a number of another evaluation
     */
    public double run(ScalarFunction f, double[] x, int order) {
        this.order = order;
        size = 0;
        branches = false;
        observations = 0;
        for (int i = 0; i < n; i++) {
            point[i] = leaf(x[i], true);
        }
        try {
            Var last = f.value(point);
            if (last == null) {
                throw new IllegalArgumentException("the function returned null, expected a Var");
            }
            check(last);
            value = last.value;
            result = slot(last);
            recorded = size;
        } finally {
            size = 0;
        }
        return value;
    }

    /**
     * The gradient, after a recording of order {@link #GRADIENT}.
     *
     * @param g receives ∇f, length n, <em>modified</em>; all NaN where the value is
     */
    public void gradient(double[] g) {
        Arrays.fill(w, 0, Math.max(n, result + 1), 0);
        if (result != NONE) {
            w[result] = 1;
        }
        for (int k = result; k >= n; k--) {
            double wk = w[k];
            if (wk != 0) { // so that an infinite derivative of something without influence does no harm
                w[a[k]] += wk * byA[k];
                if (b[k] != NONE) {
                    w[b[k]] += wk * byB[k];
                }
            }
        }
        System.arraycopy(w, 0, g, 0, n);
        if (Double.isNaN(value)) {
            Arrays.fill(g, 0, n, Double.NaN);
        }
    }

    /**
     * Evaluates the recorded graph at another point. False, and a value of NaN, where the function looked at a number that
     * is now another one: it must be recorded anew.
     */
    boolean replay(double[] x) {
        System.arraycopy(x, 0, y, 0, n);
        for (int k = n; k < recorded; k++) {
            if (code[k] > 0) {
                y[k] = function(k).value(y[a[k]]);
            } else if (code[k] < 0) {
                y[k] = operation(k).value(y[a[k]], y[b[k]]);
            }
        }
        boolean same = true;
        for (int i = 0; i < observations; i++) {
            same &= Double.doubleToLongBits(y[observed[i]]) == Double.doubleToLongBits(seen[i]);
        }
        if (!same) {
            y[result] = Double.NaN;
        }
        value = y[result];
        return same;
    }

    Var constant(double c) {
        if (size == 0) {
            throw stale();
        }
        return leaf(c, false);
    }

    Var record(Function f, Var a) {
        double fa = f.value(a.value);
        return record(f, a, fa, order == GRADIENT ? f.first(a.value, fa) : 0);
    }

    Var record(Function f, Var a, double fa, double first) {
        check(a);
        if (!a.varying) {
            return leaf(fa, false);
        }
        int k = next();
        if (order == GRADIENT) {
            edges(k, a.slot, first, NONE, 0);
        } else if (order == GRAPH) {
            node(k, 1 + f.ordinal(), a.slot, a.slot, fa);
        }
        return var(k, fa, true);
    }

    Var record(Operation o, Var a, Var b) {
        double ab = o.value(a.value, b.value);
        if (order == GRADIENT) {
            o.first(a.value, b.value, ab, !b.varying, d);
        }
        return record(o, a, b, ab, d[0], d[1]);
    }

    Var record(Operation o, Var a, Var b, double ab, double first, double second) {
        check(a);
        check(b);
        if (!(a.varying || b.varying)) {
            return leaf(ab, false);
        }
        int k;
        if (order == GRADIENT) {
            k = next();
            if (a.varying) {
                edges(k, a.slot, first, b.varying ? b.slot : NONE, second);
            } else {
                edges(k, b.slot, second, NONE, 0);
            }
        } else if (order == GRAPH) {
            int i = slot(a);
            int j = slot(b);
            k = next();
            node(k, -1 - o.ordinal(), i, j, ab);
        } else {
            k = next();
        }
        return var(k, ab, true);
    }

    Var record(Operation o, Var a, double b) {
        double ab = o.value(a.value, b);
        if (order == GRADIENT) {
            o.first(a.value, b, ab, true, d);
        }
        return record(o, a, b, ab, d[0]);
    }

    Var record(Operation o, Var a, double b, double ab, double first) {
        check(a);
        if (!a.varying) {
            return leaf(ab, false);
        }
        int k;
        if (order == GRAPH) {
            int j = number(b);
            k = next();
            node(k, -1 - o.ordinal(), a.slot, j, ab);
        } else {
            k = next();
            if (order == GRADIENT) {
                edges(k, a.slot, first, NONE, 0);
            }
        }
        return var(k, ab, true);
    }

    /** Notes that the function looked at a number. */
    void observe(Var v) {
        check(v);
        if (v.varying) {
            branches = true;
            if (order == GRAPH) {
                if (observations == observed.length) {
                    observed = Arrays.copyOf(observed, 2 * observations);
                    seen = Arrays.copyOf(seen, 2 * observations);
                }
                observed[observations] = v.slot;
                seen[observations++] = v.value;
            }
        }
    }

    private void check(Var v) {
        if (v.tape == this ? v.slot >= size : v.tape != null) {
            throw v.tape == this
                    ? stale()
                    : new IllegalArgumentException("a Var of another evaluation, expected one made of this x");
        }
    }

    private static IllegalArgumentException stale() {
        return new IllegalArgumentException("a Var kept from an earlier evaluation, expected one made of this x");
    }

    /** The slot of a Var; of a constant without one NONE, but in a graph a new slot. */
    private int slot(Var v) {
        return v.tape == this ? v.slot : order == GRAPH ? number(v.value) : NONE;
    }

    private Var leaf(double c, boolean varying) {
        int k = number(c);
        if (order == GRADIENT) {
            edges(k, k, 0, NONE, 0);
        }
        return var(k, c, varying);
    }

    private int number(double c) {
        int k = next();
        if (order == GRAPH) {
            node(k, 0, k, k, c);
        }
        return k;
    }

    private int next() {
        int k = size++;
        if (k == vars.length) {
            grow(2 * k);
        }
        return k;
    }

    private void grow(int capacity) {
        vars = Arrays.copyOf(vars, capacity);
        a = Arrays.copyOf(a, capacity);
        b = Arrays.copyOf(b, capacity);
        byA = Arrays.copyOf(byA, capacity);
        byB = Arrays.copyOf(byB, capacity);
        code = Arrays.copyOf(code, capacity);
        y = Arrays.copyOf(y, capacity);
        w = Arrays.copyOf(w, capacity);
    }

    private void edges(int k, int i, double first, int j, double second) {
        a[k] = i;
        b[k] = j;
        byA[k] = first;
        byB[k] = second;
    }

    private void node(int k, int c, int i, int j, double number) {
        code[k] = (byte) c;
        a[k] = i;
        b[k] = j;
        y[k] = number;
    }

    private Var var(int k, double number, boolean varying) {
        Var v = vars[k];
        if (v == null) {
            v = new Var(this, k);
            vars[k] = v;
        }
        v.value = number;
        v.varying = varying;
        return v;
    }

    @Override
    public int variables() {
        return n;
    }

    @Override
    public int size() {
        return recorded;
    }

    @Override
    public int result() {
        return result;
    }

    @Override
    public Function function(int k) {
        return code[k] > 0 ? FUNCTIONS[code[k] - 1] : null;
    }

    @Override
    public Operation operation(int k) {
        return code[k] < 0 ? OPERATIONS[-1 - code[k]] : null;
    }

    @Override
    public int a(int k) {
        return a[k];
    }

    @Override
    public int b(int k) {
        return b[k];
    }

    @Override
    public double value(int k) {
        return y[k];
    }

    @Override
    public boolean branches() {
        return branches;
    }
}
