package org.hesse.search;

/**
 * The objective along a line, φ(α) = f(x + αd), α ≥ 0: all that a line search sees. It can be tested on functions of one
 * variable.
 */
public interface Ray {
    /**
     * The value at the start.
     *
     * @return φ(0)
     */
    double value();

    /**
     * The slope at the start.
     *
     * @return φ'(0) = ∇f(x)ᵀd
     */
    double slope();

    /**
     * How far the line may be followed; no search goes farther.
     *
     * @return the greatest step length, positive; by default ∞
     */
    default double longest() {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Evaluates the value alone.
     *
     * @param alpha the step length, positive
     * @return φ(α), perhaps NaN or ±∞
     */
    double valueAt(double alpha);

    /**
     * Evaluates value and slope.
     *
     * @param alpha the step length, positive
     * @return the trial point, perhaps with NaN or infinite numbers
     */
    Trial at(double alpha);
}
