package org.hesse.linear;

import java.util.Arrays;

/**
 * An order of elimination that keeps the Cholesky factor sparse: approximate minimum degree (Amestoy, Davis and Duff
 * 1996, SIAM J. Matrix Anal. Appl. 17, algorithm 2), on the quotient graph with element absorption, also the aggressive
 * one, mass elimination, and detection of indistinguishable variables by hashing.
 *
 * <p>A variable that is eliminated becomes an element: the clique of the variables it leaves connected. Rows of more
 * than max(16, 10√n) entries are put last and not looked at, as in the authors' program.
 */
final class MinimumDegree {
    private final int n;
    private final int[] starts; // the list of variable i: first its elements, then its variables
    private final int[] list;
    private final int[] elements; // how many elements are in the list of i
    private final int[] length; // and how long it is
    private final int[][] members; // by element; null where there is none, or it is absorbed
    private final int[] size; // by element: the weight of its members
    private final int[] outside; // by element: the weight of its members that are not in the pivot's clique
    private final int[] outsideAt; // the stamp of the pivot for which that was counted
    private final int[] weight; // of variable i: how many it stands for; 0 when eliminated or merged
    private final int[] degree; // by variable: a bound of its degree, in weights
    private final int[] mark;
    private final int[] merged; // the next of those that are eliminated together
    private final int[] lastMerged;
    private final int[] bucket; // by hash, the first variable; then linked by nextInBucket
    private final int[] nextInBucket;
    private final int[] hash;
    private final DegreeLists lists;
    private int[] clique;
    private int cliqueLength;
    private int stamp;
    private int left; // the weight of all that is not eliminated

    private MinimumDegree(Adjacency graph) {
        n = graph.vertices();
        starts = graph.starts();
        list = graph.neighbours().clone();
        elements = new int[n];
        length = new int[n];
        members = new int[n][];
        size = new int[n];
        outside = new int[n];
        outsideAt = new int[n];
        weight = new int[n];
        degree = new int[n];
        mark = new int[n];
        merged = new int[n];
        lastMerged = new int[n];
        bucket = new int[n];
        nextInBucket = new int[n];
        hash = new int[n];
        clique = new int[n];
        lists = new DegreeLists(n);
        Arrays.fill(bucket, -1);
        Arrays.fill(merged, -1);
    }

    /** The order: position k is eliminated as number k. */
    static int[] of(SymmetricPattern pattern) {
        return new MinimumDegree(pattern.adjacency()).order();
    }

    private int[] order() {
        double dense = Math.max(16, 10 * Math.sqrt(n));
        int[] order = new int[n];
        int last = n;
        for (int i = n - 1; i >= 0; i--) {
            length[i] = starts[i + 1] - starts[i];
            lastMerged[i] = i;
            if (length[i] > dense) {
                order[--last] = i;
            } else {
                weight[i] = 1;
            }
        }
        left = last;
        for (int i = n - 1; i >= 0; i--) {
            if (weight[i] > 0) {
                degree[i] = length[i]; // rows put last are counted until the list is first looked through
                lists.add(i, Math.min(degree[i], Math.max(left - 1, 0)));
            }
        }
        int k = 0;
        for (int p = lists.pollLowest(); p >= 0; p = lists.pollLowest()) {
            eliminate(p);
            for (int i = p; i >= 0; i = merged[i]) {
                order[k++] = i;
            }
        }
        return order;
    }

    private void eliminate(int p) {
        left -= weight[p];
        weight[p] = 0;
        gather(p);
        for (int q = 0; q < cliqueLength; q++) {
            countOutside(clique[q]);
        }
        for (int q = 0; q < cliqueLength; q++) {
            update(clique[q], p);
        }
        for (int q = 0; q < cliqueLength; q++) {
            mergeLike(clique[q]);
        }
        int live = 0;
        for (int q = 0; q < cliqueLength; q++) {
            int i = clique[q];
            if (weight[i] > 0) {
                clique[live++] = i;
                degree[i] = Math.min(left, degree[i] + size[p]) - weight[i];
                lists.add(i, degree[i]);
            }
        }
        members[p] = live == 0 ? null : Arrays.copyOf(clique, live);
    }

    /** The clique that p leaves: its variables, and those of its elements, which are absorbed. */
    private void gather(int p) {
        stamp++;
        cliqueLength = 0;
        size[p] = 0;
        int end = starts[p] + elements[p];
        for (int q = starts[p]; q < end; q++) {
            if (members[list[q]] != null) {
                for (int i : members[list[q]]) {
                    join(i, p);
                }
                members[list[q]] = null;
            }
        }
        for (int q = end; q < starts[p] + length[p]; q++) {
            join(list[q], p);
        }
    }

    private void join(int i, int p) {
        if (weight[i] > 0 && mark[i] != stamp) {
            mark[i] = stamp;
            clique[cliqueLength++] = i;
            size[p] += weight[i];
            lists.remove(i);
        }
    }

    private void countOutside(int i) {
        for (int q = starts[i]; q < starts[i] + elements[i]; q++) {
            int e = list[q];
            if (members[e] != null) {
                if (outsideAt[e] != stamp) {
                    outsideAt[e] = stamp;
                    outside[e] = size[e];
                }
                outside[e] -= weight[i];
            }
        }
    }

    /** Replaces in the list of i what p covers by p, and bounds the degree without the clique of p. */
    private void update(int i, int p) {
        int start = starts[i];
        int variables = start + elements[i];
        int end = start + length[i];
        int to = start;
        int bound = 0;
        int sum = p;
        for (int q = start; q < variables; q++) {
            int e = list[q];
            if (members[e] != null && outside[e] > 0) {
                bound += outside[e];
                sum += e;
                list[to++] = e;
            } else {
                members[e] = null; // all its members are in the clique of p
            }
        }
        int kept = to;
        boolean shifted = kept == variables; // no element made room for p: p itself is among the variables
        int carried = shifted && variables < end ? list[variables] : -1;
        list[to++] = p;
        for (int q = shifted ? variables + 1 : variables; q <= end; q++) {
            int j = q < end ? list[q] : carried;
            if (j >= 0 && weight[j] > 0 && mark[j] != stamp) {
                bound += weight[j];
                sum += j;
                list[to++] = j;
            }
        }
        elements[i] = kept + 1 - start;
        length[i] = to - start;
        if (bound == 0) { // nothing beyond the clique: eliminated together with p
            size[p] -= weight[i];
            left -= weight[i];
            weight[i] = 0;
            chain(p, i);
        } else {
            degree[i] = Math.min(degree[i], bound);
            hash[i] = Integer.remainderUnsigned(sum, n);
            nextInBucket[i] = bucket[hash[i]];
            bucket[hash[i]] = i;
        }
    }

    private void chain(int p, int i) {
        merged[lastMerged[p]] = i;
        lastMerged[p] = lastMerged[i];
    }

    /** Merges the variables with the same list as i, and those after it in its bucket; the bucket is left empty. */
    private void mergeLike(int first) {
        if (weight[first] == 0) {
            return;
        }
        int i = bucket[hash[first]];
        bucket[hash[first]] = -1;
        for (; i >= 0; i = nextInBucket[i]) {
            if (nextInBucket[i] >= 0) {
                stamp++;
                for (int q = starts[i]; q < starts[i] + length[i]; q++) {
                    mark[list[q]] = stamp;
                }
            }
            int before = i;
            for (int j = nextInBucket[i]; j >= 0; j = nextInBucket[j]) {
                if (alike(i, j)) {
                    weight[i] += weight[j];
                    weight[j] = 0;
                    chain(i, j);
                    nextInBucket[before] = nextInBucket[j];
                } else {
                    before = j;
                }
            }
        }
    }

    private boolean alike(int i, int j) {
        boolean alike = length[i] == length[j] && elements[i] == elements[j];
        for (int q = starts[j]; alike && q < starts[j] + length[j]; q++) {
            alike = mark[list[q]] == stamp;
        }
        return alike;
    }
}
