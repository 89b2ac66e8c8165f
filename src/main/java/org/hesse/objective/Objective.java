package org.hesse.objective;

import java.util.Optional;

/**
 * A function f: Rⁿ → R to be minimised, with its gradient.
 *
 * <p>An objective keeps its natural scale: a finite sum of losses is the mean over its terms, a least-squares problem
 * or an energy keeps its own definition. Implementations may be called from several threads at once only where they say
 * so. A point outside the function's domain has the value NaN or +∞; an exception is for a failure, and ends a run with
 * a status.
 */
public interface Objective {
    /**
     * The number of variables.
     *
     * @return n, at least 1
     */
    int dimension();

    /**
     * The value at a point.
     *
     * @param x the point, length n, not modified
     * @return f(x), perhaps NaN or ±∞
     */
    double value(double[] x);

    /**
     * The value and the gradient at a point.
     *
     * @param x the point, length n, not modified
     * @param g receives ∇f(x), length n, <em>modified</em>
     * @return f(x), the same bits as {@link #value}
     * @throws IllegalStateException if {@link #hasGradient} is false
     */
    double valueAndGradient(double[] x, double[] g);

    /**
     * Whether {@link #valueAndGradient} can be called. A function known by its values alone says false; the loop then
     * takes differences, and charges them.
     *
     * @return true unless only values are known
     */
    default boolean hasGradient() {
        return true;
    }

    /**
     * What this objective offers beyond the gradient. A wrapper forwards the question to what it wraps.
     *
     * @param <T> the structure
     * @param type the structure asked for
     * @return the structure, or empty where it is not offered
     */
    default <T extends Structure> Optional<T> as(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    /**
     * This objective as a mean over terms, where it is one. A wrapper forwards the question to what it wraps.
     *
     * @return the finite sum, or empty
     */
    default Optional<FiniteSum> sum() {
        return Optional.empty();
    }

    /**
     * Where the variables may lie.
     *
     * @return the bounds, by default none
     */
    default Domain domain() {
        return Domain.unbounded(dimension());
    }

    /**
     * The names and shapes of the variables.
     *
     * @return the layout, by default one vector called {@code x}
     */
    default Layout layout() {
        return Layout.vector("x", dimension());
    }
}
