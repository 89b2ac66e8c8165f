package org.hesse.linear;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Patterns and matrices to test with. */
final class Sparse {
    private Sparse() {}

    static SymmetricPattern path(int n) {
        int[] i = new int[n - 1];
        int[] j = new int[n - 1];
        Arrays.setAll(i, k -> k);
        Arrays.setAll(j, k -> k + 1);
        return SymmetricPattern.of(n, i, j);
    }

    static SymmetricPattern cycle(int n) {
        int[] i = new int[n];
        int[] j = new int[n];
        Arrays.setAll(i, k -> k);
        Arrays.setAll(j, k -> (k + 1) % n);
        return SymmetricPattern.of(n, i, j);
    }

    /** All vertices joined to one. */
    static SymmetricPattern star(int n, int centre) {
        int[] i = new int[n];
        int[] j = new int[n];
        Arrays.fill(i, centre);
        Arrays.setAll(j, k -> k);
        return SymmetricPattern.of(n, i, j);
    }

    static SymmetricPattern complete(int n) {
        int[] i = new int[n * n];
        int[] j = new int[n * n];
        Arrays.setAll(i, k -> k / n);
        Arrays.setAll(j, k -> k % n);
        return SymmetricPattern.of(n, i, j);
    }

    /** Pairs at random, some twice. */
    static SymmetricPattern random(int n, int pairs, RandomGenerator random) {
        int[] i = random.ints(pairs, 0, n).toArray();
        int[] j = random.ints(pairs, 0, n).toArray();
        return SymmetricPattern.of(n, i, j);
    }

    /** The five-point Laplacian on m × m points. */
    static SparseSymmetric laplacian(int m) {
        int n = m * m;
        int[] i = new int[3 * n];
        int[] j = new int[3 * n];
        double[] value = new double[3 * n];
        for (int k = 0; k < n; k++) {
            i[k] = k;
            j[k] = k;
            value[k] = 4;
            i[n + k] = k % m + 1 < m ? k + 1 : k;
            j[n + k] = k;
            value[n + k] = k % m + 1 < m ? -1 : 0;
            i[2 * n + k] = k + m < n ? k + m : k;
            j[2 * n + k] = k;
            value[2 * n + k] = k + m < n ? -1 : 0;
        }
        return SparseSymmetric.of(n, i, j, value);
    }

    /** Entries in [−1, 1), and {@code diagonal} more on the diagonal. */
    static SparseSymmetric matrix(SymmetricPattern pattern, double diagonal, RandomGenerator random) {
        double[] values = random.doubles(pattern.entries(), -1, 1).toArray();
        return new SparseSymmetric(pattern, values).plusIdentity(diagonal);
    }
}
