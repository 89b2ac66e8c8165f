package org.hesse.autodiff.interval;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.objective.Meter;
import org.hesse.objective.Structure;

/**
 * An objective that can be enclosed over a box: what proofs are made of, such as that a box holds no critical point or
 * exactly one. Recorded functions and expressions offer it, {@code f.as(OnIntervals.class)}.
 */
@FunctionalInterface
public interface OnIntervals extends Structure {
    /**
     * Encloses the function over a box.
     *
     * @param box an interval for each variable, length n, not modified and not kept
     * @return bounds of the value, the gradient and the Hessian at all points of the box
     * @throws IllegalArgumentException if the box has another number of intervals
     */
    Enclosure over(Interval[] box);

    /**
     * Enclosures of a function that is recorded once, when first asked: without branches at one point there are none at
     * any.
     *
     * @param graphAt records the function at a point
     * @return its enclosures, for any threads
     */
    static OnIntervals recorded(Function<double[], ? extends Graph> graphAt) {
        AtomicReference<Enclosing> known = new AtomicReference<>();
        return box -> {
            if (known.get() == null) {
                known.set(new Enclosing(graphAt.apply(Boxes.midpoint(box))));
            }
            return known.get().over(box);
        };
    }

    /** The same: an enclosure is a statement about a set, not an evaluation at a point, and is not charged as one. */
    @Override
    default OnIntervals metered(Meter meter) {
        return this;
    }
}
