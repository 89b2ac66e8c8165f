package org.hesse.census;

import java.util.ArrayList;
import java.util.List;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.linear.Parallel;

/**
 * One exhaustive search. Boxes are looked at in waves: each by itself, on any thread, and the outcomes taken in order, so
 * the number of threads changes nothing.
 */
final class BranchAndPrune {
    private static final int WAVE = 64;

    private final OnIntervals f;
    private final Interval[] box;
    private final Region whole;
    private final double resolution;
    private final Parallel parallel;
    private final Frontier frontier;
    private final List<Root> roots = new ArrayList<>();
    private final List<Region> undecided = new ArrayList<>();
    private long boxes;

    BranchAndPrune(OnIntervals f, Census before, double resolution, Parallel parallel) {
        this.f = f;
        this.whole = before.box();
        this.box = whole.box();
        this.resolution = resolution;
        this.parallel = parallel;
        this.frontier = new Frontier(whole);
        before.remaining().forEach(r -> frontier.add(r.box()));
        undecided.addAll(before.undecided());
        before.points().stream().filter(CensusPoint::certified).map(Root::of).forEach(roots::add);
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

    List<CensusPoint> points() {
        return roots.stream().map(Root::point).toList();
    }

    /** What is still undecided, parts that touch taken together. */
    List<Region> undecided() {
        List<Region> open = undecided.stream()
                .filter(r -> roots.stream().noneMatch(root -> root.covers(r.box())))
                .toList();
        return Clusters.of(open);
    }

    List<Region> rest() {
        return frontier.rest();
    }
}
