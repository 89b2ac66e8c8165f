package org.hesse.autodiff;

import java.util.List;

/**
 * A node of a {@link Program}. Nodes name their arguments by position in one list, always earlier ones; a common
 * subexpression stands in it once. The body of a sum and the arms of a conditional are {@link Block}s of such positions,
 * run when the sum or the conditional is.
 */
sealed interface Node {
    /** Nodes in an order of evaluation, and the position of the one that is their outcome. */
    record Block(List<Integer> nodes, int result) {
        public Block {
            nodes = List.copyOf(nodes);
        }
    }

    /** A finite number; of a condition 1 for true, 0 for false. */
    record Constant(double value) implements Node {}

    /** A variable that is one number. */
    record Variable(int symbol) implements Node {}

    /** An element of an array; {@code index} is the position of its index, counted from 1. */
    record Element(int symbol, int index) implements Node {}

    /** The index of a sum or product, a whole number; {@code loop} tells loops apart. */
    record Index(int loop) implements Node {}

    /** A function of one argument. */
    record Unary(Function function, int a) implements Node {}

    /** An operation on two arguments. */
    record Binary(Operation operation, int a, int b) implements Node {}

    /** A condition: 1 or 0. */
    record Comparison(Relation relation, int a, int b) implements Node {}

    /** The outcome of one of two blocks; the other one is not run. */
    record Choice(int condition, Block yes, Block no) implements Node {}

    /** A sum (ADD) or product (MULTIPLY) of its body over index = from, from + 1, ..., to. */
    record Loop(Operation operation, int index, int from, int to, Block body) implements Node {
        double neutral() {
            return operation == Operation.ADD ? 0 : 1;
        }
    }

    /** The six comparisons; with NaN all are false but ≠. */
    enum Relation {
        /** a < b. */
        LESS("<"),
        /** a ≤ b. */
        LESS_OR_EQUAL("<="),
        /** a > b. */
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

        boolean holds(double a, double b) {
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
