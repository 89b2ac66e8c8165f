package org.hesse.autodiff.text;

import java.util.List;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;

/**
 * A node of a {@link Program}. Nodes name their arguments by position in one list, always earlier ones; a common
 * subexpression stands in it once. The body of a sum and the arms of a conditional are {@link Block}s of such positions,
 * run when the sum or the conditional is.
 */
public sealed interface Node {
    /**
     * Nodes in an order of evaluation.
     *
     * @param nodes their positions
     * @param result the position of the one that is their outcome
     */
    record Block(List<Integer> nodes, int result) {
        /** Copies the list. */
        public Block {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A constant.
     *
     * @param value a finite number; of a condition 1 for true, 0 for false
     */
    record Constant(double value) implements Node {}

    /**
     * A variable that is one number.
     *
     * @param symbol which, see {@link Program#offset}
     */
    record Variable(int symbol) implements Node {}

    /**
     * An element of an array.
     *
     * @param symbol the array
     * @param index the position of the node that is its index, counted from 1
     */
    record Element(int symbol, int index) implements Node {}

    /**
     * The index of a sum or product, a whole number.
     *
     * @param loop tells loops apart
     */
    record Index(int loop) implements Node {}

    /**
     * A function of one argument.
     *
     * @param function the function
     * @param a the position of the argument
     */
    record Unary(Function function, int a) implements Node {}

    /**
     * An operation on two arguments.
     *
     * @param operation the operation
     * @param a the position of the first argument
     * @param b the position of the second argument
     */
    record Binary(Operation operation, int a, int b) implements Node {}

    /**
     * A condition: 1 or 0.
     *
     * @param relation what is asked
     * @param a the position of the left side
     * @param b the position of the right side
     */
    record Comparison(Relation relation, int a, int b) implements Node {}

    /**
     * The outcome of one of two blocks; the other one is not run.
     *
     * @param condition the position of the condition
     * @param yes run where it holds
     * @param no run where it does not
     */
    record Choice(int condition, Block yes, Block no) implements Node {}

    /**
     * A sum or product of its body over index = from, from + 1, ..., to.
     *
     * @param operation ADD for a sum, MULTIPLY for a product
     * @param index the position of the index, a node of the body
     * @param from the position of the first index
     * @param to the position of the last index
     * @param body the term
     */
    record Loop(Operation operation, int index, int from, int to, Block body) implements Node {
        /**
         * The outcome of no terms.
         *
         * @return 0 or 1
         */
        public double neutral() {
            return operation == Operation.ADD ? 0 : 1;
        }
    }

    /** The six comparisons; with NaN all are false but ≠. */
    enum Relation {
        /** a &lt; b. */
        LESS("<"),
        /** a ≤ b. */
        LESS_OR_EQUAL("<="),
        /** a &gt; b. */
        GREATER(">"),
        /** a ≥ b. */
        GREATER_OR_EQUAL(">="),
        /** a = b. */
        EQUAL("=="),
        /** a ≠ b. */
        NOT_EQUAL("!=");

        final String text;

        Relation(String text) {
            this.text = text;
        }

        /**
         * How it is written.
         *
         * @return such as {@code <=}
         */
        public String text() {
            return text;
        }

        /**
         * Whether the relation holds.
         *
         * @param a the left side
         * @param b the right side
         * @return whether it does
         */
        public boolean holds(double a, double b) {
            return switch (this) {
                case LESS -> a < b;
                case LESS_OR_EQUAL -> a <= b;
                case GREATER -> a > b;
                case GREATER_OR_EQUAL -> a >= b;
                case EQUAL -> a == b;
                case NOT_EQUAL -> a != b;
            };
        }
    }
}
