package org.hesse.compare;

/**
 * What a solver evaluated until a {@link Referee} stopped it, or until it ended by itself.
 *
 * @param solved whether a point that it evaluated solves the problem
 * @param values points of which it asked the value alone
 * @param gradients points of which it asked the gradient, with or without the value
 * @param hessians dense Hessians
 * @param products Hessian-vector products
 */
public record Effort(boolean solved, long values, long gradients, long hessians, long products) {
    /**
     * The count of tables and profiles: the points at which anything was evaluated.
     *
     * @return values and gradients together
     */
    public long points() {
        return values + gradients;
    }

    /**
     * What the problem took.
     *
     * @return the points, or +∞ if it was not solved
     */
    public double cost() {
        return solved ? points() : Double.POSITIVE_INFINITY;
    }
}
