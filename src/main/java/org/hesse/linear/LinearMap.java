package org.hesse.linear;

/** A square matrix that is known by its products only. */
@FunctionalInterface
public interface LinearMap {
    /**
     * The product with a vector.
     *
     * @param v length n, not modified
     * @param av receives A·v, length n, <em>modified</em>; not the same array as {@code v}
     */
    void times(double[] v, double[] av);
}
