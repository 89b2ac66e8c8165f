package org.hesse.problem.scalable;

/** A function φ of a few variables u, one of many of the same form. */
@FunctionalInterface
interface Element {
    /**
     * φ with its derivatives.
     *
     * @param k the number of the element
     * @param u its variables, not modified
     * @param d receives ∂φ/∂u, <em>modified</em>
     * @param h receives the lower triangle of ∂²φ/∂u² by rows: ∂₀₀, ∂₁₀, ∂₁₁, ∂₂₀, …, <em>modified</em>; here and in
     *     {@code d} what no k writes is 0, what one k writes every k must write
     * @return φ(u)
     */
    double at(int k, double[] u, double[] d, double[] h);
}
