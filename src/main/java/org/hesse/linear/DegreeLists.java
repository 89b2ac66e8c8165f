package org.hesse.linear;

import java.util.Arrays;

/** Vertices by degree: one doubly linked list for each degree. All changes take constant time. */
final class DegreeLists {
    private final int[] head;
    private final int[] next;
    private final int[] previous; // a vertex, or −1 − degree at the head of a list
    private int lowest;
    private int highest;

    /** Empty lists for degrees 0 … n − 1 of n vertices. */
    DegreeLists(int n) {
        head = new int[n];
        Arrays.fill(head, -1);
        next = new int[n];
        previous = new int[n];
        lowest = n;
        highest = -1;
    }

    void add(int v, int degree) {
        int second = head[degree];
        next[v] = second;
        previous[v] = -1 - degree;
        if (second >= 0) {
            previous[second] = v;
        }
        head[degree] = v;
        lowest = Math.min(lowest, degree);
        highest = Math.max(highest, degree);
    }

    void remove(int v) {
        if (previous[v] < 0) {
            head[-1 - previous[v]] = next[v];
        } else {
            next[previous[v]] = next[v];
        }
        if (next[v] >= 0) {
            previous[next[v]] = previous[v];
        }
    }

    /** Removes and returns the vertex of lowest degree that was added last; −1 if there is none. */
    int pollLowest() {
        while (lowest <= highest) {
            int v = head[lowest];
            if (v >= 0) {
                remove(v);
                return v;
            }
            lowest++;
        }
        return -1;
    }
}
