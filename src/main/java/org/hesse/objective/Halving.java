package org.hesse.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Group testing by halving: which components of 0 … n − 1 are at fault, where only whole ranges can be tested. Each takes
 * O(log n) tests; after a few the search ends.
 *
 * @param found components at fault
 * @param lost ranges at fault of which neither half is: the test is near its limit there
 * @param ended whether there may be more
 */
record Halving(List<Integer> found, List<int[]> lost, boolean ended) {
    private static final int MOST = 5;

    /** Looks where {@code faulty} says that the range from its first argument up to its second is at fault. */
    static Halving of(int n, BiPredicate<Integer, Integer> faulty) {
        List<Integer> found = new ArrayList<>();
        List<int[]> lost = new ArrayList<>();
        java.util.ArrayDeque<int[]> open = new java.util.ArrayDeque<>(List.of(new int[] {0, n}));
        while (!open.isEmpty() && found.size() + lost.size() < MOST) {
            int[] range = open.pop();
            if (range[1] - range[0] == 1) {
                found.add(range[0]);
                continue;
            }
            int middle = (range[0] + range[1]) >>> 1;
            boolean left = faulty.test(range[0], middle);
            boolean right = faulty.test(middle, range[1]);
            if (right) {
                open.push(new int[] {middle, range[1]});
            }
            if (left) {
                open.push(new int[] {range[0], middle});
            }
            if (!left && !right) {
                lost.add(range);
            }
        }
        return new Halving(found, lost, !open.isEmpty());
    }
}
