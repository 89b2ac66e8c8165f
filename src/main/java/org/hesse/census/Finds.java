package org.hesse.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/** The different points that many searches ended at, each with how many did. */
final class Finds {
    private static final double SAME =
            1e-6; // relative to the point: nearer ends are one point, unless proved otherwise

    private final Objective f;
    private final Region box;
    private final UnaryOperator<double[]> canonical;
    private final List<CensusPoint> points;

    Finds(Objective f, Region box, UnaryOperator<double[]> canonical, List<CensusPoint> known) {
        this.f = f;
        this.box = box;
        this.canonical = canonical;
        this.points = new ArrayList<>(known);
    }

    /** The points in their order. */
    List<CensusPoint> points() {
        return points.stream().sorted(Census.ORDER).toList();
    }

    /** Takes an end; whether it is a new point. */
    boolean add(double[] x) {
        Optional<CensusPoint> known = near(x);
        if (known.isPresent()) {
            count(known.get());
            return false;
        }
        Optional<CensusPoint> found = Certificate.of(f, x).filter(p -> box.holds(p.x(), 1e-9));
        Optional<CensusPoint> old = found.flatMap(p -> points.stream()
                .filter(q -> p.isSame(q) || ValleyWalk.joins(f, p, q))
                .findFirst());
        old.ifPresent(this::count);
        boolean isNew = found.isPresent() && old.isEmpty();
        if (isNew) {
            points.add(found.get().endedAgain(1));
        }
        return isNew;
    }

    /** The known point that an end is at. */
    private Optional<CensusPoint> near(double[] x) {
        double[] form = canonical.apply(x);
        double near = SAME * Math.max(1, Vectors.norm(form));
        return points.stream()
                .filter(p -> Vectors.norm(Vectors.minus(form, canonical.apply(p.x()))) <= near)
                .findFirst();
    }

    private void count(CensusPoint p) {
        points.set(points.indexOf(p), p.endedAgain(1));
    }
}
