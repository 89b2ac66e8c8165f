package org.hesse.autodiff.interval;

import java.util.Optional;

/**
 * Bounds of a function f over a box. They hold for every point of the box at which f, or its derivative, exists; whether
 * it exists at all points is told by {@link #obstacle(int)}, and without that nothing is proved that needs f to be
 * continuous or smooth. Each part is computed when it is first asked for; one thread at a time.
 */
public interface Enclosure {
    /**
     * Encloses the values. The excess over the range is O(h) for a box of width h.
     *
     * @return an interval around f(x) for each x of the box at which f is defined
     */
    Interval value();

    /**
     * Encloses the values by the mean value form f(m) + g·(X − m), m the middle of the box and g the enclosed gradient,
     * and by {@link #value}, where they meet. The excess is O(h²). Source: Neumaier, Interval Methods for Systems of
     * Equations (1990), section 2.3.
     *
     * @return a part of {@link #value}; the same where f is not known to be Lipschitz or the box is unbounded
     */
    Interval meanValue();

    /**
     * Encloses the gradients, at a kink those of Clarke, also where branches of a conditional meet.
     *
     * @return an interval for each variable, length n; [0, 0] where f does not depend on it
     */
    Interval[] gradient();

    /**
     * Encloses the Hessians.
     *
     * @return a symmetric matrix, n × n; [0, 0] where an entry is 0 by structure
     */
    Interval[][] hessian();

    /**
     * What stands in the way of a proof.
     *
     * @param order 0 for a proof that needs f defined and continuous on the whole box, 1 for one that needs it Lipschitz
     *     with a gradient in the sense of Clarke, 2 for one that needs two continuous derivatives
     * @return the reason, with the operation and its argument; empty where nothing does
     * @throws IllegalArgumentException if the order is not 0, 1 or 2
     */
    Optional<String> obstacle(int order);

    /**
     * What stands in the way of a proof with second derivatives.
     *
     * @return {@code obstacle(2)}
     */
    default Optional<String> obstacle() {
        return obstacle(2);
    }
}
