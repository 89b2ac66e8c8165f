package org.hesse.autodiff.text;

/**
 * Decides the comparisons of a run of a {@link Program}, in their order, in place of the numbers.
 *
 * @param <T> the field
 */
@FunctionalInterface
public interface Decisions<T> {
    /**
     * Whether a comparison holds.
     *
     * @param relation what is asked
     * @param a the left side
     * @param b the right side
     * @return how the run goes on
     */
    boolean holds(Node.Relation relation, T a, T b);
}
