package org.hesse.compare;

import java.util.Optional;

/** Where a method is not run, and why. */
@FunctionalInterface
public interface Limit {
    /**
     * Asks.
     *
     * @param n the number of variables
     * @param regime the batches
     * @return why the method is left out, with the numbers; empty to run it
     */
    Optional<String> whyNot(int n, Regime regime);

    /**
     * Up to a number of variables, for methods whose steps cost n² or n³.
     *
     * @param max the largest n
     * @param why what it would cost
     * @return the limit
     */
    static Limit dimension(int max, String why) {
        return (n, regime) -> n > max ? Optional.of("n = " + n + " > " + max + ": " + why) : Optional.empty();
    }

    /**
     * Up to a number of variables, for methods that ask for the whole Hessian.
     *
     * @param max the largest n
     * @return the limit
     */
    static Limit hessian(int max) {
        return (n, regime) -> dimension(max, "each Hessian alone is charged " + n + " data passes")
                .whyNot(n, regime);
    }

    /**
     * On minibatches only.
     *
     * @param why what there is to say about the full batch
     * @return the limit
     */
    static Limit minibatches(String why) {
        return (n, regime) -> regime.isFull() ? Optional.of(why) : Optional.empty();
    }

    /**
     * On the full batch only.
     *
     * @param why what there is to say about minibatches
     * @return the limit
     */
    static Limit fullBatch(String why) {
        return (n, regime) -> regime.isFull() ? Optional.empty() : Optional.of(why);
    }
}
