package org.hesse.autodiff.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;

/**
 * Writes the nodes of a {@link Program}: constants folded, equal subexpressions once, and each operation in the outermost
 * block that knows its arguments, so that what does not change in a loop is done before it. Nothing leaves the arm of a
 * conditional, where it might not be meant to run, and no element with a changing index leaves its loop.
 */
final class ProgramBuilder {
    private static final int MAX_WHOLE = 50; // depth of index arithmetic that is known to be whole

    /** A block being written. */
    static final class Scope {
        final Scope parent;
        private final int depth;
        private final Scope arm; // the innermost arm of a conditional around, or the main block
        private final List<Integer> nodes = new ArrayList<>();
        private final Map<Node, Integer> known = new HashMap<>();

        private Scope(Scope parent, boolean isArm) {
            this.parent = parent;
            this.depth = parent == null ? 0 : parent.depth + 1;
            this.arm = parent == null || isArm ? this : parent.arm;
        }

        private static Scope deeper(Scope a, Scope b) {
            return a.depth > b.depth ? a : b;
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Scope main = new Scope(null, true);
    private Scope scope = main;
    private int loops;

    /** Begins a block. */
    void open(boolean arm) {
        scope = new Scope(scope, arm);
    }

    /** Ends the innermost block. */
    Node.Block close(int result) {
        Node.Block block = new Node.Block(scope.nodes, result);
        scope.known.clear();
        scope = scope.parent;
        return block;
    }

    int depth() {
        return scope.depth;
    }

    Node node(int k) {
        return nodes.get(k);
    }

    Fact fact(int k) {
        return facts.get(k);
    }

    int constant(double value, boolean condition, int position) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return add(new Node.Constant(value), new Fact(true, whole ? 1 : 0, condition, main, position));
    }

    int variable(int symbol, int position) {
        return add(new Node.Variable(symbol), new Fact(false, 0, false, main, position));
    }

    int element(int symbol, int index, int position) {
        Scope home = nodes.get(index) instanceof Node.Constant ? scope.arm : scope;
        return add(new Node.Element(symbol, index), new Fact(false, 0, false, home, position));
    }

    /** The index of the loop whose block was just opened. */
    int index(int position) {
        return add(new Node.Index(loops++), new Fact(true, 1, false, scope, position));
    }

    int unary(Function f, int a, int position) {
        Fact fa = facts.get(a);
        if (nodes.get(a) instanceof Node.Constant c) {
            return constant(f.value(c.value()), false, position);
        }
        int whole = f == Function.NEGATE ? whole(fa.whole(), fa.whole()) : 0;
        return add(new Node.Unary(f, a), new Fact(fa.fixed(), whole, false, home(a, a), position));
    }

    int binary(Operation o, int a, int b, int position) {
        Fact fa = facts.get(a);
        Fact fb = facts.get(b);
        boolean constantA = nodes.get(a) instanceof Node.Constant;
        boolean constantB = nodes.get(b) instanceof Node.Constant;
        if (constantA && constantB) {
            return constant(o.value(number(a), number(b)), false, position);
        }
        boolean linear =
                o == Operation.ADD || o == Operation.SUBTRACT || o == Operation.MULTIPLY && (constantA || constantB);
        return add(
                new Node.Binary(o, a, b),
                new Fact(
                        fa.fixed() && fb.fixed(),
                        linear ? whole(fa.whole(), fb.whole()) : 0,
                        false,
                        home(a, b),
                        position));
    }

    int comparison(Node.Relation r, int a, int b, int position) {
        if (nodes.get(a) instanceof Node.Constant && nodes.get(b) instanceof Node.Constant) {
            return constant(r.holds(number(a), number(b)) ? 1 : 0, true, position);
        }
        boolean fixed = facts.get(a).fixed() && facts.get(b).fixed();
        return add(new Node.Comparison(r, a, b), new Fact(fixed, 0, true, home(a, b), position));
    }

    int choice(int condition, Node.Block yes, Node.Block no, int position) {
        boolean fixed = facts.get(condition).fixed()
                && facts.get(yes.result()).fixed()
                && facts.get(no.result()).fixed();
        boolean isCondition = facts.get(yes.result()).condition();
        return add(new Node.Choice(condition, yes, no), new Fact(fixed, 0, isCondition, scope, position));
    }

    int loop(Operation o, int index, int from, int to, Node.Block body, int position) {
        boolean fixed = facts.get(body.result()).fixed();
        return add(new Node.Loop(o, index, from, to, body), new Fact(fixed, 0, false, scope, position));
    }

    private double number(int k) {
        return ((Node.Constant) nodes.get(k)).value();
    }

    private static int whole(int a, int b) {
        return a == 0 || b == 0 || Math.max(a, b) >= MAX_WHOLE ? 0 : Math.max(a, b) + 1;
    }

    private Scope home(int a, int b) {
        Scope arguments = Scope.deeper(facts.get(a).scope(), facts.get(b).scope());
        return Scope.deeper(arguments, scope.arm);
    }

    private int add(Node node, Fact fact) {
        for (Scope s = scope; s != null; s = s.parent) {
            Integer known = s.known.get(node);
            if (known != null && facts.get(known).condition() == fact.condition()) {
                return known;
            }
        }
        int k = nodes.size();
        nodes.add(node);
        facts.add(fact);
        fact.scope().nodes.add(k);
        fact.scope().known.put(node, k);
        return k;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Fact> facts() {
        return facts;
    }

    Node.Block main(int result) {
        return new Node.Block(main.nodes, result);
    }
}
