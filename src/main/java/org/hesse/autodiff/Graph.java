package org.hesse.autodiff;

/**
 * A function as it was recorded: slots in an order of evaluation. The first {@link #variables} slots are x; each slot
 * after them is a constant, a {@link Function} of an earlier slot, or an {@link Operation} on two earlier ones. Whatever
 * wants more of a function than its numbers (its sparsity, enclosures, Taylor coefficients) walks these slots.
 */
interface Graph {
    /** n: slot i < n is x[i]. */
    int variables();

    /** The number of slots. */
    int size();

    /** The slot of f(x). */
    int result();

    /** The function of one argument in slot k, or null. */
    Function function(int k);

    /** The operation on two arguments in slot k, or null. Variables and constants are those with neither. */
    Operation operation(int k);

    /** The slot of the first argument of slot k. */
    int a(int k);

    /** The slot of the second argument of slot k; of no meaning for a function. */
    int b(int k);

    /** The number in slot k as it was recorded: of a constant, its value. */
    double value(int k);

    /**
     * Whether the function looked at a number in a slot that depends on x, as for a branch: then another x may make
     * another graph.
     */
    boolean branches();
}
