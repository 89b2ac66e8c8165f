package org.hesse.autodiff.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;

/** A graph written slot by slot, with second derivatives by plain forward propagation of matrices. */
final class HandGraph implements Graph {
    private record Slot(Function function, Operation operation, int a, int b, double value) {}

    private final int variables;
    private final List<Slot> slots = new ArrayList<>();

    HandGraph(int variables) {
        this.variables = variables;
        for (int i = 0; i < variables; i++) {
            slots.add(new Slot(null, null, 0, 0, 0));
        }
    }

    int constant(double value) {
        return add(new Slot(null, null, 0, 0, value));
    }

    int put(Function function, int a) {
        return add(new Slot(function, null, a, 0, 0));
    }

    int put(Operation operation, int a, int b) {
        return add(new Slot(null, operation, a, b, 0));
    }

    /** The sum of some slots, as a chain. */
    int sum(int... terms) {
        int sum = terms[0];
        for (int k = 1; k < terms.length; k++) {
            sum = put(Operation.ADD, sum, terms[k]);
        }
        return sum;
    }

    private int add(Slot slot) {
        slots.add(slot);
        return slots.size() - 1;
    }

    /** Random smooth operations, all defined near positive arguments; values stay of moderate size. */
    static HandGraph random(int n, int operations, RandomGenerator random) {
        HandGraph g = new HandGraph(n);
        g.constant(1.75);
        Function[] functions = {
            Function.SIN, Function.TANH, Function.ATAN, Function.ASINH, Function.NEGATE, Function.ABS, Function.FLOOR
        };
        Operation[] binary = {
            Operation.ADD,
            Operation.ADD,
            Operation.SUBTRACT,
            Operation.MULTIPLY,
            Operation.MIN,
            Operation.MAX,
            Operation.COPY_SIGN,
            Operation.HYPOT,
            Operation.ATAN2,
            Operation.DIVIDE
        };
        for (int k = 0; k < operations; k++) {
            int a = random.nextInt(g.size());
            int b = random.nextInt(g.size());
            if (random.nextInt(3) == 0) {
                g.put(functions[random.nextInt(functions.length)], a);
            } else {
                g.put(binary[random.nextInt(binary.length)], a, b);
            }
        }
        return g;
    }

    /** The Hessian by the chain rule from the first slot to the last, all of it for each slot. */
    double[][] hessianAt(double[] x) {
        int n = variables;
        double[] y = new double[size()];
        double[][] g = new double[size()][n];
        double[][][] h = new double[size()][n][n];
        double[] d = new double[3];
        for (int k = 0; k < size(); k++) {
            Slot s = slots.get(k);
            y[k] = k < n ? x[k] : s.value;
            double da = 0;
            double db = 0;
            double aa = 0;
            double ab = 0;
            double bb = 0;
            if (k < n) {
                g[k][k] = 1;
            } else if (s.function != null) {
                y[k] = s.function.value(y[s.a]);
                da = s.function.first(y[s.a], y[k]);
                aa = s.function.second(y[s.a], da);
            } else if (s.operation != null) {
                y[k] = s.operation.value(y[s.a], y[s.b]);
                boolean fixed = s.b >= n && slots.get(s.b).function == null && slots.get(s.b).operation == null;
                s.operation.first(y[s.a], y[s.b], y[k], fixed, d);
                da = d[0];
                db = d[1];
                s.operation.second(y[s.a], y[s.b], y[k], fixed, d);
                aa = d[0];
                ab = d[1];
                bb = d[2];
            }
            for (int i = 0; k >= n && i < n; i++) {
                g[k][i] = da * g[s.a][i] + db * g[s.b][i];
                for (int j = 0; j < n; j++) {
                    h[k][i][j] = da * h[s.a][i][j]
                            + db * h[s.b][i][j]
                            + aa * g[s.a][i] * g[s.a][j]
                            + ab * (g[s.a][i] * g[s.b][j] + g[s.b][i] * g[s.a][j])
                            + bb * g[s.b][i] * g[s.b][j];
                }
            }
        }
        return h[result()];
    }

    @Override
    public int variables() {
        return variables;
    }

    @Override
    public int size() {
        return slots.size();
    }

    @Override
    public int result() {
        return slots.size() - 1;
    }

    @Override
    public Function function(int k) {
        return slots.get(k).function;
    }

    @Override
    public Operation operation(int k) {
        return slots.get(k).operation;
    }

    @Override
    public int a(int k) {
        return slots.get(k).a;
    }

    @Override
    public int b(int k) {
        return slots.get(k).b;
    }

    @Override
    public double value(int k) {
        return slots.get(k).value;
    }

    @Override
    public boolean branches() {
        return false;
    }
}
