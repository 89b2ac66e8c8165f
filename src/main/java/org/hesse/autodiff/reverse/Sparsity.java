package org.hesse.autodiff.reverse;

import java.util.Optional;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;
import org.hesse.linear.StarColouring;

/**
 * The colouring of a function's Hessian, found once for all its recordings with the same slots. A recording that took
 * another branch has others, and is looked at anew; that comparison takes less than an evaluation. Any number of threads
 * may ask.
 */
public final class Sparsity {
    private volatile Found found;

    /** Of a function of which no recording was seen yet. */
    public Sparsity() {}

    /**
     * How to read the Hessian of a graph from few products.
     *
     * @param graph the function, not kept
     * @return the colouring; empty where the Hessian is too dense for that ({@link StarColouring#ifSparse}), or so are the
     *     interactions of its slots ({@link HessianPattern})
     */
    public Optional<StarColouring> of(Graph graph) {
        Found last = found;
        if (last == null || !last.isOf(graph)) {
            last = new Found(graph);
            found = last;
        }
        return last.colouring;
    }

    /** What the pattern of a graph depends on, and the colouring. */
    private static final class Found {
        private final int variables;
        private final int result;
        private final byte[] code; // by slot: 1 + the number of a function, −1 − that of an operation, 0 for neither
        private final int[] a;
        private final int[] b;
        private final Optional<StarColouring> colouring;

        Found(Graph graph) {
            int size = graph.result() + 1; // what comes later is of no influence
            variables = graph.variables();
            result = graph.result();
            code = new byte[size];
            a = new int[size];
            b = new int[size];
            for (int k = 0; k < size; k++) {
                code[k] = code(graph, k);
                a[k] = code[k] != 0 ? graph.a(k) : 0;
                b[k] = code[k] < 0 ? graph.b(k) : 0;
            }
            colouring = HessianPattern.of(graph).flatMap(StarColouring::ifSparse);
        }

        private static byte code(Graph graph, int k) {
            Function f = graph.function(k);
            Operation o = graph.operation(k);
            return (byte) (f != null ? 1 + f.ordinal() : o != null ? -1 - o.ordinal() : 0);
        }

        boolean isOf(Graph graph) {
            boolean same = graph.result() == result && graph.variables() == variables;
            for (int k = 0; same && k <= result; k++) {
                same = code(graph, k) == code[k]
                        && (code[k] == 0 || graph.a(k) == a[k])
                        && (code[k] >= 0 || graph.b(k) == b[k]);
            }
            return same;
        }
    }
}
