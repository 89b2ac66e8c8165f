package org.hesse.fit;

/**
 * Where the minimisation ended.
 *
 * @param b all parameters, length p
 * @param estimated the indices of those that were free and are not held at a bound
 * @param held the indices of those that a bound holds
 * @param sum ‖r‖²
 * @param move the last Newton step: the largest part in which a parameter would change, of one near 0 relative to the change
 *     that alters the sum by itself; NaN where the Hessian is not positive definite
 * @param flat whether the Hessian is singular within its error there
 * @param steps of the method and of Newton
 * @param why the method's own end
 */
record Solved(double[] b, int[] estimated, int[] held, double sum, double move, boolean flat, long steps, String why) {
    private static final double SMALL = 1e-6;

    /** The same, where Newton's method need not go on. */
    Solved atRest() {
        return new Solved(b, estimated, held, sum, 0, flat, steps, why);
    }

    /** Whether Newton's method converges here. */
    boolean isMinimum() {
        return move <= SMALL;
    }
}
