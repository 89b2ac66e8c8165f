package org.hesse.census;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.hesse.autodiff.interval.Interval;

/** The boxes still to be looked at: the largest first, and of equals the oldest, so that what is left at the end is small. */
final class Frontier {
    private record Entry(Interval[] box, Region region, double size, long number) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int bySize = Double.compare(other.size, size);
            return bySize != 0 ? bySize : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Entry> queue = new PriorityQueue<>();
    private final Region whole;
    private long number;

    Frontier(Region whole) {
        this.whole = whole;
    }

    /** The length of the longest side, as a part of the whole. */
    double size(Interval[] box) {
        double size = 0;
        for (int i = 0; i < box.length; i++) {
            size = Math.max(size, Pruning.part(box, i, whole));
        }
        return size;
    }

    void add(Interval[] box) {
        queue.add(new Entry(box, Region.of(box), size(box), number++));
    }

    /** How many boxes. */
    int size() {
        return queue.size();
    }

    /** The size of the largest box, 0 if there is none. */
    double largest() {
        return queue.isEmpty() ? 0 : queue.peek().size;
    }

    /** Takes out boxes that {@link #rest} gave. */
    void remove(Collection<Region> boxes) {
        Set<Region> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(boxes);
        queue.removeIf(e -> gone.contains(e.region));
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Takes some boxes, or what is left. */
    List<Interval[]> take(int count) {
        List<Interval[]> taken = new ArrayList<>();
        while (taken.size() < count && !queue.isEmpty()) {
            taken.add(queue.poll().box);
        }
        return taken;
    }

    List<Region> rest() {
        return queue.stream().sorted().map(Entry::region).toList();
    }
}
