package org.hesse.census;

import java.util.Optional;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.critical.IntervalNewton;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/** What a single point is: proved in the largest box of a few where that works, by floating point otherwise. */
final class Certificate {
    private static final double[] RADII = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8};
    private static final int LARGEST = 60; // variables: an enclosure costs about n gradients, and the product n³

    private Certificate() {}

    /**
     * Looks at a point.
     *
     * @param f the function
     * @param x the point, where a search ended
     * @return a critical point; empty where there is none, or nothing can be said
     */
    static Optional<CensusPoint> of(Objective f, double[] x) {
        return f.as(OnIntervals.class)
                .filter(on -> x.length <= LARGEST)
                .flatMap(on -> proved(on, x))
                .or(() -> Optional.of(OpenRegions.of(f, x))
                        .filter(p -> p.kind() != Kind.NOT_CRITICAL && p.kind() != Kind.UNDECIDED));
    }

    private static Optional<CensusPoint> proved(OnIntervals f, double[] x) {
        for (double radius : RADII) {
            Interval[] wide = new Interval[x.length];
            for (int i = 0; i < x.length; i++) {
                double r = radius * Math.max(1, Vectors.normInf(x));
                wide[i] = Interval.of(x[i] - r, x[i] + r);
            }
            Optional<IntervalNewton> newton = IntervalNewton.on(f, wide).filter(IntervalNewton::isUnique);
            if (newton.isPresent()) {
                return Optional.of(Root.in(f, wide, newton.get().krawczyk()).point())
                        .filter(CensusPoint::certified);
            }
        }
        return Optional.empty();
    }
}
