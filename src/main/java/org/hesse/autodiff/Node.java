package org.hesse.autodiff;

/**
 * A node of an {@link Expression}. Nodes stand in a list and name their arguments by position in it, always earlier
 * ones: the list is an order of evaluation, a common subexpression stands in it once, and nothing that walks it needs
 * recursion.
 */
public sealed interface Node {
    /**
     * A number.
     *
     * @param value its value, finite
     */
    record Constant(double value) implements Node {}

    /**
     * A variable.
     *
     * @param index its index in x
     */
    record Variable(int index) implements Node {}

    /**
     * A function of one argument.
     *
     * @param function the function
     * @param a the position of its argument
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
}
