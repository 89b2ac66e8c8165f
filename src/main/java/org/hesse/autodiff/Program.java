package org.hesse.autodiff;

import java.util.List;

/**
 * What a text means: nodes, and the block of them to run. Sums stay loops, so a program is as long as its text, however
 * many terms it has.
 *
 * @param nodes all nodes, arguments before their uses
 * @param facts what is known of each node
 * @param main what to run; its result is f(x)
 * @param offsets by symbol the index in x of the variable, or of the first element of the array
 * @param variables the length of x
 * @param size about how many nodes an evaluation runs
 */
record Program(List<Node> nodes, List<Fact> facts, Node.Block main, int[] offsets, int variables, double size) {
    /**
     * What is known of a node.
     *
     * @param fixed whether it does not depend on x
     * @param whole whether it is a sum of indices with whole coefficients: positive if so, and then its depth as a tree
     * @param condition whether it is a condition, not a number
     * @param scope the innermost block that it stands in
     * @param position where it was read, from 1
     */
    record Fact(boolean fixed, int whole, boolean condition, ProgramBuilder.Scope scope, int position) {
        boolean isWhole() {
            return whole > 0;
        }
    }

    Node node(int k) {
        return nodes.get(k);
    }

    /** Whether it does not depend on x. */
    boolean fixed(int k) {
        return facts.get(k).fixed();
    }

    /** Whether it is a double over every field of numbers: fixed, or a condition. */
    boolean numeric(int k) {
        return facts.get(k).fixed() || facts.get(k).condition();
    }

    /** The nodes that a node without blocks is a function of. */
    List<Integer> arguments(Node node) {
        if (node instanceof Node.Unary u) {
            return List.of(u.a());
        }
        if (node instanceof Node.Binary o) {
            return List.of(o.a(), o.b());
        }
        return node instanceof Node.Comparison c ? List.of(c.a(), c.b()) : List.of();
    }
}
