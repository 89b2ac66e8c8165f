package org.hesse.autodiff.text;

import java.util.List;

/**
 * Runs what a program does with indices, once and before any x is known: every index of an array must be whole and within
 * it, every bound whole; arrays without a declared length get that of their largest index.
 *
 * <p>A loop whose indices and bounds are sums of loop indices with whole coefficients is run at its ends only: these are
 * affine functions, extreme in the corners of the polytope of the index values, so a million terms cost nothing. Where an
 * inner loop is empty the corners lie further in: the outer loop goes on from both of its ends until none is empty.
 * Loops with other indices or with conditionals are run throughout.
 */
final class Ranges {
    /** The most nodes that an evaluation may run. */
    static final double MAX_SIZE = 1e8;

    private static final long MAX_STEPS = 5_000_000; // of this check

    private final List<Node> nodes;
    private final List<Fact> facts;
    private final Symbols symbols;
    private final Scanner text;
    private final double[] number;
    private final boolean[] regular;
    private boolean empty; // whether a loop was
    private long steps;

    Ranges(List<Node> nodes, List<Fact> facts, Symbols symbols, Scanner text) {
        this.nodes = nodes;
        this.facts = facts;
        this.symbols = symbols;
        this.text = text;
        this.number = new double[nodes.size()];
        this.regular = new boolean[nodes.size()];
        for (int k = 0; k < regular.length; k++) {
            regular[k] = isRegular(k);
        }
    }

    private boolean isRegular(int k) {
        Node node = nodes.get(k);
        if (node instanceof Node.Element e) {
            return facts.get(e.index()).isWhole();
        }
        if (node instanceof Node.Loop l) {
            return facts.get(l.from()).isWhole()
                    && facts.get(l.to()).isWhole()
                    && l.body().nodes().stream().allMatch(i -> regular[i]);
        }
        return !(node instanceof Node.Choice);
    }

    /** Checks all; returns about how many nodes an evaluation runs. */
    double check(Node.Block main) {
        double size = run(main);
        if (size > MAX_SIZE) {
            throw text.error(1, "too many terms", "at most " + (long) MAX_SIZE + " operations");
        }
        return size;
    }

    private double run(Node.Block block) {
        double size = 0;
        for (int k : block.nodes()) {
            size += concerns(k) ? run(k, nodes.get(k)) : 1;
        }
        return size;
    }

    /** Whether a node has to do with indices; most do with x. */
    private boolean concerns(int k) {
        return facts.get(k).fixed()
                || nodes.get(k) instanceof Node.Element
                || nodes.get(k) instanceof Node.Loop
                || nodes.get(k) instanceof Node.Choice;
    }

    private double run(int k, Node node) {
        if (++steps > MAX_STEPS) {
            throw text.error(facts.get(k).position(), "too many terms", "at most " + MAX_STEPS + " to be checked");
        }
        if (node instanceof Node.Loop l) {
            return loop(k, l);
        }
        if (node instanceof Node.Choice c) {
            if (!facts.get(c.condition()).fixed()) {
                return Math.max(run(c.yes()), run(c.no())); // either may be meant
            }
            Node.Block taken = number[c.condition()] != 0 ? c.yes() : c.no();
            double size = run(taken);
            number[k] = number[taken.result()];
            return size;
        }
        if (node instanceof Node.Element e) {
            element(k, e);
        } else if (facts.get(k).fixed() && !(node instanceof Node.Index)) {
            number[k] = Interpreter.number(node, number);
        }
        return 1;
    }

    private void element(int k, Node.Element e) {
        double index = number[e.index()];
        int limit = symbols.limit(e.symbol());
        if (index != Math.rint(index) || index < 1 || index > limit) {
            String name = symbols.names().get(e.symbol());
            throw text.error(
                    facts.get(k).position(),
                    name + "[" + shown(index) + "]",
                    "expected a whole index from 1 to " + limit);
        }
        symbols.need(e.symbol(), (int) index);
    }

    private int bound(int k, int loop) {
        double bound = number[k];
        if (bound != Math.rint(bound) || Math.abs(bound) > 1e9) {
            throw text.error(
                    facts.get(loop).position(),
                    "a bound of " + shown(bound),
                    "expected a whole number, at most a billion in size");
        }
        return (int) bound;
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? "" + (long) number : "" + number;
    }

    private double loop(int k, Node.Loop l) {
        int from = bound(l.from(), k);
        int to = bound(l.to(), k);
        if (from > to) {
            empty = true;
            number[k] = l.neutral();
            return 1;
        }
        if (regular[k] && !facts.get(k).fixed()) {
            double left = ends(l, from, to, 1);
            return (to - from + 1.0) * Math.max(left, ends(l, to, from, -1));
        }
        double size = 0;
        double value = l.neutral();
        for (int i = from; i <= to; i++) {
            number[l.index()] = i;
            size += run(l.body());
            value = l.operation().value(value, number[l.body().result()]);
        }
        number[k] = value;
        return size;
    }

    /** Runs a body from one end of its loop on, until no loop in it is empty. */
    private double ends(Node.Loop l, int from, int to, int step) {
        boolean before = empty;
        double size = 0;
        int i = from;
        do {
            empty = false;
            number[l.index()] = i;
            size = Math.max(size, run(l.body()));
            i += step;
        } while (empty && i != to + step);
        empty |= before;
        return size;
    }
}
