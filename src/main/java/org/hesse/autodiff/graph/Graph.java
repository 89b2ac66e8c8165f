package org.hesse.autodiff.graph;

/**
 * A function as it was recorded: slots in an order of evaluation. The first {@link #variables} slots are x; each slot
 * after them is a constant, a {@link Function} of an earlier slot, or an {@link Operation} on two earlier ones. Whatever
 * wants more of a function than its numbers (its sparsity, enclosures, Taylor coefficients) walks these slots.
 */
public interface Graph {
    /**
     * The number of variables.
     *
     * @return n: slot i &lt; n is x[i]
     */
    int variables();

    /**
     * The number of slots.
     *
     * @return at least n
     */
    int size();

    /**
     * Where the function ends.
     *
     * @return the slot of f(x)
     */
    int result();

    /**
     * The function of one argument in a slot.
     *
     * @param k the slot
     * @return the function, or null
     */
    Function function(int k);

    /**
     * The operation on two arguments in a slot. Variables and constants are slots with neither function nor operation.
     *
     * @param k the slot
     * @return the operation, or null
     */
    Operation operation(int k);

    /**
     * The first argument of a function or an operation.
     *
     * @param k its slot
     * @return the slot of the argument, below k
     */
    int a(int k);

    /**
     * The second argument of an operation; of no meaning for a function.
     *
     * @param k its slot
     * @return the slot of the argument, below k
     */
    int b(int k);

    /**
     * The number in a slot as it was recorded: of a constant, its value.
     *
     * @param k the slot
     * @return the number
     */
    double value(int k);

    /**
     * Whether the function looked at a number in a slot that depends on x, as for a branch: then another x may make
     * another graph.
     *
     * @return whether it did
     */
    boolean branches();
}
