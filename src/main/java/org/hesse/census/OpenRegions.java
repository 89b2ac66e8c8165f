package org.hesse.census;

import java.util.ArrayList;
import java.util.List;
import org.hesse.critical.CriticalPoint;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/** The points in floating point of the parts that a search by intervals left undecided: degenerate ones, mostly. */
final class OpenRegions {
    private static final int MOST = 1000; // of a valley there are any number of parts

    private OpenRegions() {}

    static List<CensusPoint> points(Objective f, List<Region> regions, List<CensusPoint> known) {
        List<CensusPoint> points = new ArrayList<>();
        for (Region region : regions.subList(0, Math.min(MOST, regions.size()))) {
            double[] middle = new double[f.dimension()];
            double size = 0;
            for (int i = 0; i < middle.length; i++) {
                middle[i] = region.lower()[i] / 2 + region.upper()[i] / 2;
                size = Math.max(size, region.upper()[i] - region.lower()[i]);
            }
            double[] x = Follow.any(f, size).from(middle).x();
            boolean far = Vectors.norm(Vectors.minus(x, middle)) > 2 * Math.sqrt(middle.length) * size;
            CensusPoint p = of(f, far ? middle : x);
            boolean critical = p.kind() != Kind.NOT_CRITICAL && p.kind() != Kind.UNDECIDED;
            if (critical
                    && known.stream().noneMatch(p::isSame)
                    && points.stream().noneMatch(p::isSame)) {
                points.add(p);
            }
        }
        return points;
    }

    /** A point with the verdict of floating point. */
    static CensusPoint of(Objective f, double[] x) {
        CriticalPoint p = CriticalPoint.of(f, x);
        boolean degenerate = p.kind() == Kind.DEGENERATE || p.nullity() > 0;
        return new CensusPoint(p.kind(), p.index(), p.value(), p.x(), false, degenerate, p.distance(), 0, false);
    }
}
