package org.hesse.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.objective.Objective;

/**
 * Sees where halving does not close in on points: very many boxes that touch, along a valley of critical points or along a
 * switch of f. Those parts are given up rather than the budget spent on them. A valley is known by the verdict of floating
 * point at three of its boxes; a switch by an obstacle to a proof in a quarter
 * of the boxes: those beside it are open too, where derivatives of both sides mix.
 */
final class Continua {
    private static final int LEAST = 4096; // boxes that touch, in up to 4 variables
    private static final double SWITCHES = 0.25;
    private static final int MOST = 200_000; // boxes, to be sorted into parts that touch

    private final Objective f;
    private final OnIntervals on;
    private final int least;
    private final List<OpenPart> parts = new ArrayList<>();
    private final List<CensusPoint> points = new ArrayList<>();
    private double size = 1; // of the largest box when it was last looked

    Continua(Objective f, OnIntervals on, Census before) {
        this.f = f;
        this.on = on;
        this.least = (int) Math.min(MOST, Math.max(LEAST, 8 * Math.pow(4, f.dimension())));
        before.undecided().stream().filter(p -> !p.why().isEmpty()).forEach(parts::add);
        before.points().stream().filter(p -> p.alone() == 0).forEach(points::add);
    }

    /** The parts given up. */
    List<OpenPart> parts() {
        return parts;
    }

    /** A point of each valley. */
    List<CensusPoint> points() {
        return points;
    }

    /** Takes such parts out of the boxes to be looked at, each time that these have become half as large. */
    void takeFrom(Frontier frontier) {
        if (frontier.size() < least || frontier.size() > MOST || frontier.largest() > size / 2) {
            return;
        }
        size = frontier.largest();
        for (List<Region> part : Clusters.groups(frontier.rest())) {
            String why = part.size() < least ? "" : why(part);
            if (!why.isEmpty()) {
                frontier.remove(part);
                parts.add(new OpenPart(Region.hull(part), part.size(), why));
            }
        }
    }

    private String why(List<Region> part) {
        for (int k = 1; k < 4; k++) {
            Region box = part.get(part.size() * k / 4);
            CensusPoint p = OpenRegions.point(f, box);
            if (p.flat() > 0 && box.holds(p.x(), 2)) {
                if (points.stream().noneMatch(q -> ValleyWalk.joins(f, p, q))) {
                    points.add(p);
                }
                return "a valley of dimension " + p.flat();
            }
        }
        long obstacles = part.stream()
                .map(box -> on.over(Pruning.wider(box.box())).obstacle())
                .filter(Optional::isPresent)
                .count();
        if (obstacles < SWITCHES * part.size()) {
            return "";
        }
        return part.stream()
                .flatMap(box -> on.over(Pruning.wider(box.box())).obstacle().stream())
                .findFirst()
                .orElseThrow();
    }
}
