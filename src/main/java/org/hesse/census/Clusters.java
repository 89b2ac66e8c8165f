package org.hesse.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Boxes that touch, taken together. */
final class Clusters {
    private final List<Region> boxes;
    private final int[] parent;

    private Clusters(List<Region> boxes) {
        this.boxes = boxes;
        parent = new int[boxes.size()];
        Arrays.setAll(parent, i -> i);
    }

    /** The hulls of the connected parts of a union of boxes, in the order of their lower corners. */
    static List<Region> of(List<Region> boxes) {
        List<Region> sorted = new ArrayList<>(boxes);
        sorted.sort(Comparator.comparing(Region::lower, Arrays::compare));
        Clusters clusters = new Clusters(sorted);
        for (int i = 0; i < sorted.size(); i++) {
            double end = sorted.get(i).upper()[0];
            for (int j = i + 1; j < sorted.size() && sorted.get(j).lower()[0] <= end; j++) {
                if (touch(sorted.get(i), sorted.get(j))) {
                    clusters.parent[clusters.root(j)] = clusters.root(i);
                }
            }
        }
        return clusters.hulls();
    }

    private static boolean touch(Region a, Region b) {
        for (int i = 0; i < a.lower().length; i++) {
            if (a.lower()[i] > b.upper()[i] || b.lower()[i] > a.upper()[i]) {
                return false;
            }
        }
        return true;
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private List<Region> hulls() {
        Region[] hulls = new Region[parent.length];
        for (int i = 0; i < parent.length; i++) {
            Region box = boxes.get(i);
            int root = root(i);
            if (hulls[root] == null) {
                hulls[root] = new Region(box.lower().clone(), box.upper().clone());
            }
            for (int k = 0; k < box.lower().length; k++) {
                hulls[root].lower()[k] = Math.min(hulls[root].lower()[k], box.lower()[k]);
                hulls[root].upper()[k] = Math.max(hulls[root].upper()[k], box.upper()[k]);
            }
        }
        return Arrays.stream(hulls)
                .filter(hull -> hull != null)
                .sorted(Comparator.comparing(Region::lower, Arrays::compare))
                .toList();
    }
}
