package org.hesse.census;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hesse.critical.CriticalPoint;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/** The points in floating point of the parts that a search by intervals left undecided: degenerate ones, mostly. */
final class OpenRegions {
    private static final int MOST = 1000; // of a valley there are any number of parts

    private OpenRegions() {}

    /** The critical points in regions, of those that are not known; one for each valley. */
    static List<CensusPoint> points(Objective f, List<Region> regions, List<CensusPoint> known) {
        List<CensusPoint> points = new ArrayList<>();
        for (Region region : regions.subList(0, Math.min(MOST, regions.size()))) {
            CensusPoint p = point(f, region);
            boolean critical = p.kind() != Kind.NOT_CRITICAL && p.kind() != Kind.UNDECIDED;
            if (critical
                    && Stream.concat(known.stream(), points.stream())
                            .noneMatch(q -> p.isSame(q) || ValleyWalk.joins(f, p, q))) {
                points.add(p);
            }
        }
        return points;
    }

    /** The point that a search from the middle of a region ends at, or the middle where that is far. */
    static CensusPoint point(Objective f, Region region) {
        double[] middle = new double[f.dimension()];
        double size = 0;
        for (int i = 0; i < middle.length; i++) {
            middle[i] = region.lower()[i] / 2 + region.upper()[i] / 2;
            size = Math.max(size, region.upper()[i] - region.lower()[i]);
        }
        double[] x = Follow.any(f, size).from(middle).x();
        boolean far = Vectors.norm(Vectors.minus(x, middle)) > 2 * Math.sqrt(middle.length) * size;
        return of(f, far ? middle : x);
    }

    /** A point with the verdict of floating point. */
    static CensusPoint of(Objective f, double[] x) {
        CriticalPoint p = CriticalPoint.of(f, x);
        boolean degenerate = p.kind() == Kind.DEGENERATE || p.nullity() > 0;
        return new CensusPoint(
                p.kind(), p.index(), p.value(), p.x(), false, degenerate, p.flat(), p.distance(), 0, false, 0);
    }
}
