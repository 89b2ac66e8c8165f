package org.hesse.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Boxes that touch, taken together. */
final class Clusters {
    private final List<Region> boxes;
    private final int[] parent;

    private Clusters(List<Region> boxes) {
        this.boxes = boxes;
        parent = new int[boxes.size()];
        Arrays.setAll(parent, i -> i);
    }

    /** The connected parts of a union of boxes, in the order of their lower corners; so are the boxes in each. */
    static List<List<Region>> groups(List<Region> boxes) {
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
        return clusters.groups();
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

    private List<List<Region>> groups() {
        Map<Integer, List<Region>> groups = new LinkedHashMap<>(); // the first box of each comes in order
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(i), k -> new ArrayList<>()).add(boxes.get(i));
        }
        return List.copyOf(groups.values());
    }
}
