package org.hesse.census;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.linear.Parallel;
import org.hesse.objective.Objective;

/**
 * One exhaustive search. Boxes are looked at in waves: each by itself, on any thread, and the outcomes taken in order, so
 * the number of threads changes nothing.
 */
final class BranchAndPrune {
    private static final int WAVE = 64;

    private final Objective objective;
    private final OnIntervals f;
    private final Interval[] box;
    private final Region whole;
    private final double resolution;
    private final Parallel parallel;
    private final Frontier frontier;
    private final List<Root> roots = new ArrayList<>();
    private final List<Region> undecided = new ArrayList<>();
    private final Continua continua;
    private long boxes;

    /** Goes on in a region, that of an earlier census or a larger one. */
    BranchAndPrune(Objective objective, Region whole, Census before, double resolution, Parallel parallel) {
        this.objective = objective;
        this.f = objective.as(OnIntervals.class).orElseThrow();
        this.whole = whole;
        this.box = whole.box();
        this.resolution = resolution;
        this.parallel = parallel;
        this.frontier = new Frontier(whole);
        this.continua = new Continua(objective, f, before);
        Stream.concat(before.remaining().stream(), whole.without(before.box()).stream())
                .forEach(r -> frontier.add(r.box()));
        before.undecided().stream().filter(p -> p.why().isEmpty()).forEach(p -> undecided.add(p.region()));
        before.points().stream()
                .filter(p -> p.alone() > 0)
                .map(p -> Root.of(p).within(box))
                .forEach(roots::add);
    }

    /** Searches; returns why it ended before the end, or nothing. */
    String run(long maxBoxes, double maxSeconds) {
        long begin = System.nanoTime();
        while (!frontier.isEmpty()) {
            if (boxes >= maxBoxes) {
                return "the budget of " + maxBoxes + " boxes is spent";
            }
            if ((System.nanoTime() - begin) * 1e-9 > maxSeconds) {
                return "the " + maxSeconds + " seconds are over";
            }
            wave((int) Math.min(WAVE, maxBoxes - boxes));
            continua.takeFrom(frontier);
        }
        return "";
    }

    private void wave(int size) {
        List<Interval[]> wave = frontier.take(size);
        boxes += wave.size();
        wave.removeIf(x -> roots.stream().anyMatch(r -> r.covers(x)));
        Pruning[] outcomes = new Pruning[wave.size()];
        parallel.forEachChunk(outcomes.length, 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                outcomes[i] = Pruning.of(f, wave.get(i), whole);
            }
        });
        for (Pruning outcome : outcomes) {
            if (outcome.root() != null) {
                add(outcome.root());
            }
            for (Interval[] part : outcome.rest()) {
                if (frontier.size(part) > resolution) {
                    frontier.add(part);
                } else {
                    undecided.add(Region.of(part));
                }
            }
        }
    }

    /** Adds a root, if it is in the box and not known. */
    private void add(Root root) {
        if (Boxes.intersect(root.tight(), box)[0].isEmpty()) {
            return; // in the margin
        }
        for (Root known : roots) {
            if (known.meets(root.tight())) {
                if (!known.covers(root.tight()) && !root.covers(known.tight())) {
                    undecided.add(Region.of(root.tight())); // one point or two
                }
                return;
            }
        }
        roots.add(root.within(box));
    }

    long boxes() {
        return boxes;
    }

    /** What is proved, and what floating point finds in the undecided parts. */
    List<CensusPoint> points() {
        List<CensusPoint> points =
                new ArrayList<>(roots.stream().map(Root::point).toList());
        points.addAll(continua.points());
        List<Region> small = small().map(OpenPart::region).toList();
        points.addAll(OpenRegions.points(objective, small, List.copyOf(points)));
        points.sort(Census.ORDER);
        return points;
    }

    /** What is still undecided. */
    List<OpenPart> undecided() {
        return Stream.concat(small(), continua.parts().stream()).toList();
    }

    /** Boxes at the resolution, those that touch taken together. */
    private Stream<OpenPart> small() {
        List<Region> open = undecided.stream()
                .filter(r -> roots.stream().noneMatch(root -> root.covers(r.box())))
                .toList();
        return Clusters.groups(open).stream()
                .map(group -> new OpenPart(
                        Region.hull(group),
                        group.size(),
                        f.over(Region.hull(group).box()).obstacle().orElse("")));
    }

    List<Region> rest() {
        return frontier.rest();
    }
}
