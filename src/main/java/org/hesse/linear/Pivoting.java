package org.hesse.linear;

/**
 * The work of {@link BunchKaufman}: some columns are eliminated one by one, which needs only those columns up to date, then
 * all that is left is updated at once, row by row while the row is in the cache.
 *
 * <p>Column j of the lower triangle is row j of the upper one, so that every inner loop runs along a row. W = LD for the
 * columns of the present panel; an entry of the reduced matrix is a − Σ L·W over them.
 */
final class Pivoting {
    private static final int PANEL = 32;
    private static final double ALPHA = (1 + Math.sqrt(17)) / 8; // balances the growth of one and of two by two pivots

    final double[][] a;
    final boolean[] two;
    final int[] order;
    double largest;
    private final int n;
    private final double[][] w;
    private int start;

    Pivoting(double[][] a) {
        this.a = a;
        n = a.length;
        two = new boolean[n];
        order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        w = new double[Math.min(PANEL, n) + 2][n];
    }

    void run() {
        int k = 0;
        while (k < n) {
            start = k;
            while (k < n && k < start + PANEL) {
                k += eliminate(k);
            }
            for (int i = k; i < n; i++) {
                subtract(i, i, k, a[i]);
            }
        }
    }

    /** Eliminates one column or two; returns how many. */
    private int eliminate(int k) {
        double[] wk = w[k - start];
        double[] next = w[k + 1 - start];
        reduce(k, k, wk);
        int candidate = argmax(wk, k, k);
        double columnMax = candidate < 0 ? 0 : Math.abs(wk[candidate]);
        if (!(Math.abs(wk[k]) < ALPHA * columnMax)) { // a column of zeros, too
            return one(k, wk);
        }
        int p = k; // the column that wk holds
        while (true) {
            reduce(candidate, k, next);
            int other = argmax(next, k, candidate);
            double rowMax = Math.abs(next[other]);
            if (!(Math.abs(next[candidate]) < ALPHA * rowMax)) {
                System.arraycopy(next, k, wk, k, n - k);
                swap(k, candidate, k + 1);
                return one(k, wk);
            }
            if (other == p || !(rowMax > columnMax)) {
                swap(k, p, k + 2);
                swap(k + 1, candidate, k + 2);
                return two(k, wk, next);
            }
            System.arraycopy(next, k, wk, k, n - k);
            p = candidate;
            columnMax = rowMax;
            candidate = other;
        }
    }

    /** Column j of the reduced matrix from row k on: what lies before its diagonal is read across the rows. */
    private void reduce(int j, int k, double[] to) {
        for (int i = k; i < j; i++) {
            to[i] = a[i][j];
        }
        System.arraycopy(a[j], j, to, j, n - j);
        subtractL(j, k, to);
    }

    private int argmax(double[] column, int from, int except) {
        int at = -1;
        double max = -1;
        for (int i = from; i < n; i++) {
            double size = Math.abs(column[i]);
            if (!(size <= max) && i != except) { // a NaN is found, too
                max = size;
                at = i;
            }
        }
        return at;
    }

    private int one(int k, double[] wk) {
        double[] row = a[k];
        double d = wk[k];
        row[k] = d;
        largest = Math.max(largest, Math.abs(d));
        for (int j = k + 1; j < n; j++) {
            row[j] = wk[j] == 0 ? 0 : wk[j] / d; // a column of zeros has d = 0
            largest = Math.max(largest, Math.abs(wk[j]));
        }
        return 1;
    }

    private int two(int k, double[] wk, double[] next) {
        two[k] = true;
        double c = wk[k + 1];
        double p = next[k + 1] / c;
        double q = wk[k] / c;
        double t = 1 / (p * q - 1);
        double[] first = a[k];
        double[] second = a[k + 1];
        first[k] = wk[k];
        first[k + 1] = c;
        second[k + 1] = next[k + 1];
        largest = Math.max(largest, Math.max(Math.abs(wk[k]), Math.max(Math.abs(c), Math.abs(next[k + 1]))));
        for (int j = k + 2; j < n; j++) {
            first[j] = t * ((p * wk[j] - next[j]) / c);
            second[j] = t * ((q * next[j] - wk[j]) / c);
            largest = Math.max(largest, Math.max(Math.abs(wk[j]), Math.abs(next[j])));
        }
        return 2;
    }

    /** Exchanges rows and columns i ≤ j of all that there is, in W those before column {@code end}. */
    private void swap(int i, int j, int end) {
        if (i == j) {
            return;
        }
        for (int m = 0; m < i; m++) {
            exchange(a[m], i, a[m], j);
        }
        exchange(a[i], i, a[j], j);
        for (int m = i + 1; m < j; m++) {
            exchange(a[i], m, a[m], j);
        }
        for (int m = j + 1; m < n; m++) {
            exchange(a[i], m, a[j], m);
        }
        for (int m = 0; m < end - start; m++) {
            exchange(w[m], i, w[m], j);
        }
        int number = order[i];
        order[i] = order[j];
        order[j] = number;
    }

    private static void exchange(double[] x, int i, double[] y, int j) {
        double t = x[i];
        x[i] = y[j];
        y[j] = t;
    }

    /** c ← c − Σ L·W[row] over the panel's columns before k. */
    private void subtractL(int row, int k, double[] c) {
        int m = start;
        for (; m + 4 <= k; m += 4) {
            int u = m - start;
            subtractFour(
                    w[u][row], a[m], w[u + 1][row], a[m + 1], w[u + 2][row], a[m + 2], w[u + 3][row], a[m + 3], k, c);
        }
        for (; m < k; m++) {
            subtractOne(w[m - start][row], a[m], k, c);
        }
    }

    /** Row i ← row i − Σ W·L[i] over the panel's columns before k. */
    private void subtract(int i, int from, int k, double[] c) {
        int m = start;
        for (; m + 4 <= k; m += 4) {
            int u = m - start;
            subtractFour(a[m][i], w[u], a[m + 1][i], w[u + 1], a[m + 2][i], w[u + 2], a[m + 3][i], w[u + 3], from, c);
        }
        for (; m < k; m++) {
            subtractOne(a[m][i], w[m - start], from, c);
        }
    }

    private static void subtractFour(
            double x0,
            double[] r0,
            double x1,
            double[] r1,
            double x2,
            double[] r2,
            double x3,
            double[] r3,
            int from,
            double[] c) {
        for (int j = from; j < c.length; j++) {
            c[j] = c[j] - x0 * r0[j] - x1 * r1[j] - x2 * r2[j] - x3 * r3[j];
        }
    }

    private static void subtractOne(double x, double[] r, int from, double[] c) {
        for (int j = from; j < c.length; j++) {
            c[j] -= x * r[j];
        }
    }
}
