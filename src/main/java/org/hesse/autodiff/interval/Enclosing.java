package org.hesse.autodiff.interval;

import java.util.Arrays;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;

/** A {@link Graph} copied for enclosures, with what does not change from box to box. Immutable: for any threads. */
final class Enclosing implements OnIntervals {
    final int variables;
    final int result;
    final Function[] unary;
    final Operation[] binary;
    final int[] a;
    final int[] b;
    final double[] constants;
    final boolean[] active; // depends on a variable
    final boolean[] needed; // the result depends on it
    final boolean branches;

    Enclosing(Graph graph) {
        int size = graph.size();
        variables = graph.variables();
        result = graph.result();
        branches = graph.branches();
        unary = new Function[size];
        binary = new Operation[size];
        a = new int[size];
        b = new int[size];
        constants = new double[size];
        active = new boolean[size];
        needed = new boolean[size];
        Arrays.fill(active, 0, variables, true);
        for (int k = variables; k < size; k++) {
            unary[k] = graph.function(k);
            binary[k] = graph.operation(k);
            constants[k] = graph.value(k);
            if (unary[k] != null || binary[k] != null) {
                a[k] = graph.a(k);
                b[k] = binary[k] == null ? a[k] : graph.b(k);
                active[k] = active[a[k]] || active[b[k]];
            }
            if (binary[k] == Operation.MULTIPLY && a[k] == b[k]) { // the product of a number with itself is ≥ 0
                binary[k] = null;
                unary[k] = Function.SQUARE;
            }
        }
        needed[result] = true;
        for (int k = size - 1; k >= variables; k--) {
            if (needed[k] && (unary[k] != null || binary[k] != null)) {
                needed[a[k]] = true;
                needed[b[k]] = true;
            }
        }
    }

    @Override
    public Enclosure over(Interval[] box) {
        if (box.length != variables) {
            throw new IllegalArgumentException("a box of " + box.length + " intervals: expected " + variables);
        }
        return new Sweeps(this, box);
    }

    /** Whether slot k, which is no variable, is a number. */
    boolean constant(int k) {
        return unary[k] == null && binary[k] == null;
    }
}
