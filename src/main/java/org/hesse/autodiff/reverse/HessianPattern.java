package org.hesse.autodiff.reverse;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;
import org.hesse.linear.SymmetricPattern;

/**
 * Which second derivatives of a recorded function may differ from 0. One sweep from the last slot to the first keeps the
 * pairs of slots between which the function is not linear: a pair with slot k is pushed on to the arguments of k, and if
 * k itself is not linear in its arguments, pairs of these are created. Pairs of variables are what is left.
 *
 * <p>Source: Gower and Mello (2012), Optim. Methods Softw. 27, 251–273, the algorithm edge_pushing without its numbers;
 * Walther (2008), ACM Trans. Math. Softw. 34, for the problem. Arguments come before their slot, so a pair is stored once,
 * with its larger slot, in a linked list. A sum of many terms costs what its terms cost.
 *
 * <p>The pattern is right for every x with the same graph: it looks at operations, not at numbers. It may hold more than is
 * needed, as for x·y − x·y.
 */
final class HessianPattern {
    private static final int MOST_PAIRS = 1 << 23;

    private final Graph graph;
    private final boolean[] active; // whether the slot depends on x by something with a derivative
    private final boolean[] needed; // and the result on it
    private final int[] head; // by slot: its pairs with lower slots or itself, in a list; −1 ends it
    private int[] next = new int[1024];
    private int[] other = new int[1024];
    private int free = -1; // pairs no longer in use, in a list
    private int used;
    private int live;
    private final int[] mark;
    private int stamp;

    private HessianPattern(Graph graph) {
        this.graph = graph;
        int size = graph.size();
        active = new boolean[size];
        needed = new boolean[size];
        head = new int[size];
        mark = new int[size];
        Arrays.fill(head, -1);
    }

    /**
     * Finds the pattern of a function.
     *
     * @param graph the function
     * @return the pattern, or empty if more than 2²³ pairs of slots came up at once, as for (x₁ + … + x_n)² with n > 4096
     */
    static Optional<SymmetricPattern> of(Graph graph) {
        HessianPattern p = new HessianPattern(graph);
        p.activate();
        return p.sweep() ? Optional.of(p.pattern()) : Optional.empty();
    }

    private void activate() {
        Arrays.fill(active, 0, graph.variables(), true);
        for (int k = graph.variables(); k < active.length; k++) {
            active[k] = byA(k) || byB(k);
        }
        needed[graph.result()] = active[graph.result()];
    }

    /** Whether slot k has a derivative by its first argument, and that depends on x. */
    private boolean byA(int k) {
        Function f = graph.function(k);
        boolean flat = f == Function.SIGN || f == Function.FLOOR || f == Function.CEIL || f == Function.RINT;
        return (f != null && !flat || graph.operation(k) != null) && active[graph.a(k)];
    }

    private boolean byB(int k) {
        Operation o = graph.operation(k);
        return o != null && o != Operation.COPY_SIGN && o != Operation.ROOT && active[graph.b(k)];
    }

    private boolean sweep() {
        int room = Math.max(1024, head.length); // pairs until repetitions are looked for, at constant cost each
        for (int k = graph.result(); k >= graph.variables(); k--) {
            boolean byA = byA(k);
            boolean byB = byB(k);
            if (needed[k] && (byA || byB)) {
                int a = byA ? graph.a(k) : graph.b(k); // with one active argument, a is it
                int b = byA && byB ? graph.b(k) : a;
                needed[a] = true;
                needed[b] = true;
                push(k, a, b);
                create(k, a, b, byA, byB);
            }
            if (live > room) {
                compact(k);
                if (live > MOST_PAIRS) {
                    return false;
                }
                room = Math.max(room, 2 * live);
            }
        }
        return true;
    }

    private void push(int k, int a, int b) {
        stamp++;
        int pair = head[k];
        head[k] = -1;
        while (pair >= 0) {
            int p = other[pair];
            int following = next[pair];
            release(pair);
            if (mark[p] != stamp) {
                mark[p] = stamp;
                if (p == k) {
                    square(a, b);
                } else {
                    add(a, p);
                    if (b != a) {
                        add(b, p);
                    }
                }
            }
            pair = following;
        }
    }

    private void create(int k, int a, int b, boolean byA, boolean byB) {
        if (graph.function(k) != null) {
            if (graph.function(k) != Function.NEGATE && graph.function(k) != Function.ABS) {
                add(a, a);
            }
            return;
        }
        switch (graph.operation(k)) {
            case ADD, SUBTRACT, MIN, MAX, COPY_SIGN, REMAINDER -> {}
            case MULTIPLY -> {
                if (byA && byB) {
                    add(a, b);
                }
            }
            case DIVIDE -> {
                if (byB) {
                    add(a, b);
                    add(b, b);
                }
            }
            case POW, ATAN2, HYPOT, ROOT -> square(a, b);
        }
    }

    private void square(int a, int b) {
        add(a, a);
        if (b != a) {
            add(a, b);
            add(b, b);
        }
    }

    private void add(int a, int b) {
        int slot = Math.max(a, b);
        int pair = free;
        if (pair >= 0) {
            free = next[pair];
        } else {
            if (used == next.length) {
                next = Arrays.copyOf(next, 2 * used);
                other = Arrays.copyOf(other, 2 * used);
            }
            pair = used++;
        }
        other[pair] = Math.min(a, b);
        next[pair] = head[slot];
        head[slot] = pair;
        live++;
    }

    private void release(int pair) {
        next[pair] = free;
        free = pair;
        live--;
    }

    /** Drops pairs that stand twice with a slot below k. */
    private void compact(int k) {
        for (int slot = 0; slot < k; slot++) {
            stamp++;
            int last = -1;
            for (int pair = head[slot]; pair >= 0; ) {
                int following = next[pair];
                if (mark[other[pair]] == stamp) {
                    next[last] = following;
                    release(pair);
                } else {
                    mark[other[pair]] = stamp;
                    last = pair;
                }
                pair = following;
            }
        }
    }

    private SymmetricPattern pattern() {
        int n = graph.variables();
        compact(n);
        int[] i = new int[live];
        int[] j = new int[live];
        int count = 0;
        for (int slot = 0; slot < n; slot++) {
            for (int pair = head[slot]; pair >= 0; pair = next[pair]) {
                i[count] = slot;
                j[count++] = other[pair];
            }
        }
        return SymmetricPattern.of(n, i, j);
    }
}
