package org.hesse.autodiff.reverse;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;
import org.hesse.linear.StarColouring;
import org.hesse.objective.Hessian;

/**
 * What a function did with its variables, in flat arrays that are used again: recording allocates nothing once they are
 * large enough.
 *
 * <p>By what is wanted, a recording keeps {@link #VALUES} alone; or for a {@link #GRADIENT} the partial derivatives c of
 * each slot, for one sweep w_a += w_y·c_a from the result back to the variables; or for a {@link #HESSIAN} its second
 * derivatives too; or the {@link #GRAPH} of operations, for everything else. Source: Griewank and Walther, Evaluating
 * Derivatives (2nd edition, 2008), section 3.2. For one thread at a time.
 */
public final class Recording implements Graph {
    /** Keeps the value. */
    public static final int VALUES = 0;

    /** Keeps the operations. */
    public static final int GRAPH = 1;

    /** Keeps what {@link #gradient} needs. */
    public static final int GRADIENT = 2; // from here on with partial derivatives

    /** Keeps what {@link #hessian} needs. */
    public static final int HESSIAN = 3;

    private static final int NONE = -1; // no slot
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
    private int[] args; // of slot k, at 2k: a and b; b is k itself where there is no second argument that depends on x
    private double[] partials; // from GRADIENT on, at 2k: ∂y/∂a, ∂y/∂b
    private final Curvatures curvatures = new Curvatures(); // HESSIAN
    private int[] curved;
    private byte[] code; // GRAPH: 1 + the ordinal of a function, −1 − that of an operation, 0 for variable and constant
    private double[] y;
    private double[] w; // adjoints ∂f/∂y
    private long[] awaited; // bit k: slot k is still to be visited
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
        args = new int[2 * capacity];
        partials = new double[2 * capacity];
        code = new byte[capacity];
        y = new double[capacity];
        w = new double[capacity];
        awaited = new long[(capacity >> 6) + 1];
        curved = new int[capacity];
    }

    /**
     * Evaluates a function and records it in place of what was recorded before.
     *
     * @param f the function; what it throws is passed on
     * @param x the point, length n, not modified
     * @param order what to keep: {@link #VALUES}, {@link #GRADIENT}, {@link #HESSIAN} or {@link #GRAPH}
     * @return f(x)
     * @throws IllegalArgumentException if f returns null or a number of another evaluation
     */
    public double run(ScalarFunction f, double[] x, int order) {
        this.order = order;
        size = 0;
        branches = false;
        observations = 0;
        curvatures.clear();
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
        gradient(result, value, g);
    }

    private void gradient(int from, double y, double[] g) {
        Arrays.fill(w, 0, Math.max(n, from + 1), 0);
        if (from >= 0) {
            w[from] = 1;
        }
        for (int k = from; k >= n; k--) {
            double wk = w[k];
            if (wk != 0) { // so that an infinite derivative of something without influence does no harm
                w[args[2 * k]] += wk * partials[2 * k];
                w[args[2 * k + 1]] += wk * partials[2 * k + 1]; // where there is no b, to w_k, which was used
            }
        }
        System.arraycopy(w, 0, g, 0, n);
        if (Double.isNaN(y)) {
            Arrays.fill(g, 0, n, Double.NaN);
        }
    }

    /**
     * The gradient of the number y in slot {@code from}, negative where it is constant: bit for bit as by {@link #gradient},
     * but it visits only what y is made of. So many residuals, each of a few operations, do not cost their square.
     */
    void row(int from, double y, double[] g) {
        Arrays.fill(w, 0, n, 0);
        int waiting = from >= 0 ? await(from) : 0;
        if (from >= 0) {
            w[from] = 1;
        }
        for (int word = from >> 6; waiting > 0; ) {
            if (awaited[word] == 0) {
                word--;
                continue;
            }
            int k = (word << 6) + 63 - Long.numberOfLeadingZeros(awaited[word]);
            awaited[word] ^= 1L << k;
            waiting--;
            double wk = w[k];
            for (int e = 2 * k; e <= 2 * k + 1 && wk != 0; e++) {
                int a = args[e];
                if (a != k) { // where there is no b
                    waiting += await(a);
                    w[a] += wk * partials[e];
                }
            }
        }
        System.arraycopy(w, 0, g, 0, n);
        if (Double.isNaN(y)) {
            Arrays.fill(g, 0, n, Double.NaN);
        }
    }

    /** Marks a slot to be visited, its adjoint 0; 1 if it was not, and is no variable. */
    private int await(int k) {
        long bit = 1L << k;
        if (k < n || (awaited[k >> 6] & bit) != 0) {
            return 0;
        }
        awaited[k >> 6] |= bit;
        w[k] = 0;
        return 1;
    }

    /**
     * The Hessian, after a recording of order {@link #HESSIAN}.
     *
     * @param colouring asked for when a sparse matrix is wanted
     * @return ∇²f, independent of this recording; null where it, or something that it is made of, is not finite: then a
     *     {@link GraphHessian} says what is known
     */
    public Hessian hessian(Supplier<Optional<StarColouring>> colouring) {
        ReducedHessian h = new ReducedHessian(n, result, args, partials, bend(), curvatures, colouring);
        return Double.isFinite(value) && h.isFinite() ? h : null;
    }

    /**
     * The reverse sweep that weighs the second derivatives too; returns the slots that one of those with influence depends
     * on, each marked by a number that is not 0.
     */
    private int[] bend() {
        Arrays.fill(w, 0, Math.max(n, result + 1), 0);
        Arrays.fill(curved, 0, Math.max(n, result + 1), 0);
        if (result != NONE) {
            w[result] = 1;
        }
        curvatures.upTo(result);
        for (int k = result; k >= n; k--) {
            int i = args[2 * k];
            int j = args[2 * k + 1];
            double wk = w[k];
            if (wk != 0) {
                w[i] += wk * partials[2 * k];
                w[j] += wk * partials[2 * k + 1];
            }
            curvatures.weigh(k, wk, curved);
            if (curved[k] != 0) {
                curved[i] = 1;
                curved[j] = 1;
            }
        }
        return curved;
    }

    /**
     * Evaluates the recorded graph at another point. False, and a value of NaN, where the function looked at a number that
     * is now another one: it must be recorded anew.
     */
    boolean replay(double[] x) {
        System.arraycopy(x, 0, y, 0, n);
        for (int k = n; k < recorded; k++) {
            if (code[k] > 0) {
                y[k] = function(k).value(y[args[2 * k]]);
            } else if (code[k] < 0) {
                y[k] = operation(k).value(y[args[2 * k]], y[args[2 * k + 1]]);
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
        double first = order >= GRADIENT ? f.first(a.value, fa) : 0;
        return record(f, a, fa, first, order == HESSIAN ? f.second(a.value, first) : 0);
    }

    /** Records f(a), its value and derivatives being known. */
    Var record(Function f, Var a, double fa, double first, double second) {
        int k = size;
        int i = a.slot;
        if (i < 0 || i >= k) {
            check(a);
            return leaf(fa, false);
        }
        if (order >= GRADIENT) {
            edges(k, i, first, k, 0);
            if (order == HESSIAN && second != 0) {
                curvatures.add(k, i, i, second);
            }
        } else if (order == GRAPH) {
            node(k, 1 + f.ordinal(), i, i, fa);
        }
        return var(k, k, fa);
    }

    Var record(Operation o, Var a, Var b) {
        double ab = o.value(a.value, b.value);
        derive(o, a.value, b.value, ab, b.slot < 0);
        double first = d[0];
        double second = d[1];
        curve(o, a.value, b.value, ab, b.slot < 0);
        return record(o, a, b, ab, first, second, d[0], d[1], d[2]);
    }

    Var record(Operation o, Var a, double b) {
        double ab = o.value(a.value, b);
        derive(o, a.value, b, ab, true);
        double first = d[0];
        curve(o, a.value, b, ab, true);
        return record(o, a, b, ab, first, d[0]);
    }

    private void derive(Operation o, double a, double b, double ab, boolean fixed) {
        if (order >= GRADIENT) {
            o.first(a, b, ab, fixed, d);
        }
    }

    private void curve(Operation o, double a, double b, double ab, boolean fixed) {
        if (order == HESSIAN) {
            o.second(a, b, ab, fixed, d);
        }
    }

    /** Records a∘b, its value and its first and second derivatives being known. */
    Var record(Operation o, Var a, Var b, double ab, double byA, double byB, double byAA, double byAB, double byBB) {
        int k = size;
        int i = a.slot;
        int j = b.slot;
        if (a.tape != this || b.tape != this || (i | j) < 0 || i >= k || j >= k) {
            return mixed(o, a, b, ab, byA, byB, byAA, byBB);
        }
        if (order >= GRADIENT) {
            edges(k, i, byA, j, byB);
            if (order == HESSIAN && (byAA != 0 || byAB != 0 || byBB != 0)) {
                curvatures.add(k, i, j, byAA, byAB, byBB);
            }
        } else if (order == GRAPH) {
            node(k, -1 - o.ordinal(), i, j, ab);
        }
        return var(k, k, ab);
    }

    /** The same where one of them is constant, or both. */
    private Var mixed(Operation o, Var a, Var b, double ab, double byA, double byB, double byAA, double byBB) {
        check(a);
        check(b);
        if (a.slot < 0 && b.slot < 0) {
            return leaf(ab, false);
        } else if (order == GRAPH) {
            int i = slot(a);
            int j = slot(b);
            node(size, -1 - o.ordinal(), i, j, ab);
            return var(size, size, ab);
        }
        return a.slot >= 0 ? along(a.slot, ab, byA, byAA) : along(b.slot, ab, byB, byBB);
    }

    /** Records a∘b for a constant b, its value and derivatives being known. */
    Var record(Operation o, Var a, double b, double ab, double byA, double byAA) {
        if (a.slot < 0 || a.slot >= size) {
            check(a);
            return leaf(ab, false);
        } else if (order == GRAPH) {
            int j = number(b);
            node(size, -1 - o.ordinal(), a.slot, j, ab);
            return var(size, size, ab);
        }
        return along(a.slot, ab, byA, byAA);
    }

    /** Records a function of slot i alone. */
    private Var along(int i, double number, double first, double second) {
        int k = size;
        if (order >= GRADIENT) {
            edges(k, i, first, k, 0);
            if (order == HESSIAN && second != 0) {
                curvatures.add(k, i, i, second);
            }
        }
        return var(k, k, number);
    }

    /** The number in a Var of this evaluation. */
    double number(Var v) {
        check(v);
        return v.value;
    }

    /** Notes that the function looked at a number. */
    void observe(Var v) {
        check(v);
        if (v.slot >= 0) {
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
        if (v.tape == this ? Math.max(v.slot, -1 - v.slot) >= size : v.tape != null) {
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
        return v.tape == this ? Math.max(v.slot, -1 - v.slot) : order == GRAPH ? number(v.value) : NONE;
    }

    private Var leaf(double c, boolean varying) {
        int k = size;
        if (order >= GRADIENT) {
            edges(k, k, 0, k, 0);
        } else if (order == GRAPH) {
            node(k, 0, k, k, c);
        }
        return var(k, varying ? k : -1 - k, c);
    }

    private int number(double c) {
        int k = size;
        node(k, 0, k, k, c);
        advance(k);
        return k;
    }

    /** Takes slot k, the next one. */
    private Var var(int k, int slot, double number) {
        Var v = vars[k];
        if (v == null) {
            v = new Var(this);
            vars[k] = v;
        }
        v.value = number;
        v.slot = slot;
        advance(k);
        return v;
    }

    private void advance(int k) {
        size = k + 1;
        if (k + 1 == vars.length) {
            grow(2 * vars.length);
        }
    }

    private void grow(int capacity) {
        vars = Arrays.copyOf(vars, capacity);
        args = Arrays.copyOf(args, 2 * capacity);
        partials = Arrays.copyOf(partials, 2 * capacity);
        code = Arrays.copyOf(code, capacity);
        y = Arrays.copyOf(y, capacity);
        w = Arrays.copyOf(w, capacity);
        awaited = Arrays.copyOf(awaited, (capacity >> 6) + 1);
        curved = Arrays.copyOf(curved, capacity);
    }

    private void edges(int k, int i, double first, int j, double second) {
        args[2 * k] = i;
        args[2 * k + 1] = j;
        partials[2 * k] = first;
        partials[2 * k + 1] = second;
    }

    private void node(int k, int c, int i, int j, double number) {
        code[k] = (byte) c;
        args[2 * k] = i;
        args[2 * k + 1] = j;
        y[k] = number;
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
        return args[2 * k];
    }

    @Override
    public int b(int k) {
        return args[2 * k + 1];
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
