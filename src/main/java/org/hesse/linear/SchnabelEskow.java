package org.hesse.linear;

/**
 * The modified Cholesky factorisation of Schnabel and Eskow: as long as the reduced matrix stays nearly positive
 * definite, nothing is added; after that just enough for each pivot to dominate its column, and never less than before.
 *
 * <p>‖E‖∞ ≤ G + 2τ/(1 − τ)·(G + γ) where G ≥ 0 is how far Gershgorin's discs of the matrix that the second phase begins
 * with reach below 0, and γ the largest diagonal element. Source: Schnabel and Eskow (1999), SIAM J. Optim. 9,
 * 1135–1148, the revised algorithm: τ = ε^⅓, τ̄ = ε^⅔, μ = 0.1. Departs from the source: H without a diagonal counts its
 * largest element as γ, and H = 0 gives E = I.
 */
final class SchnabelEskow {
    private static final double TAU = Math.cbrt(Math.ulp(1.0));
    private static final double MU = 0.1;

    private final double[][] c; // the lower triangle; what is done holds L
    private final int[] order;
    private final double[] d;
    private final double[] added;
    private final double[] column;
    private final double gamma;
    private final double least; // of a pivot
    private double delta; // what was added last

    SchnabelEskow(double[][] h) {
        int n = h.length;
        c = new double[n][];
        order = new int[n];
        d = new double[n];
        added = new double[n];
        column = new double[n];
        double diagonal = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            c[i] = ModifiedCholesky.lowerRow(h, i);
            order[i] = i;
            diagonal = Math.max(diagonal, Math.abs(c[i][i]));
            largest = Math.max(largest, Vectors.normInf(c[i]));
        }
        gamma = diagonal > 0 ? diagonal : largest;
        least = gamma > 0 ? TAU * TAU * gamma : 1;
    }

    ModifiedCholesky run() {
        int n = c.length;
        int j = 0;
        while (j < n && isSafe(j)) {
            eliminate(j++);
        }
        if (j == n - 1) {
            double pivot = c[j][j];
            add(j, Math.max(0, Math.max(-pivot - TAU / (1 - TAU) * pivot, least - pivot)));
            eliminate(j);
        } else if (j < n) {
            dominate(j);
        }
        return new ModifiedCholesky(c, d, added, order);
    }

    /** Brings the largest pivot to place j and says whether phase one may go on with it. */
    private boolean isSafe(int j) {
        int q = j;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = j; i < c.length; i++) {
            smallest = Math.min(smallest, c[i][i]);
            q = c[i][i] > c[q][q] ? i : q;
        }
        double pivot = c[q][q];
        if (pivot < least || smallest < -MU * pivot) {
            return false;
        }
        ModifiedCholesky.exchange(c, order, j, q);
        for (int i = j + 1; i < c.length; i++) {
            if (c[i][i] - c[i][j] * (c[i][j] / pivot) < -MU * gamma) {
                return false;
            }
        }
        return true;
    }

    /** Phase two from column k on: at least two are left. */
    private void dominate(int k) {
        int n = c.length;
        double[] lower = new double[n]; // ends of Gershgorin's discs
        for (int i = k; i < n; i++) {
            lower[i] += c[i][i];
            for (int j = k; j < i; j++) {
                lower[i] -= Math.abs(c[i][j]);
                lower[j] -= Math.abs(c[i][j]);
            }
        }
        for (int j = k; j < n - 2; j++) {
            int q = j;
            for (int i = j + 1; i < n; i++) {
                q = lower[i] > lower[q] ? i : q;
            }
            ModifiedCholesky.exchange(c, order, j, q);
            lower[q] = lower[j];
            double sum = 0;
            for (int i = j + 1; i < n; i++) {
                sum += Math.abs(c[i][j]);
            }
            delta = Math.max(delta, Math.max(0, Math.max(sum, least) - c[j][j]));
            add(j, delta);
            double rest = 1 - sum / c[j][j];
            for (int i = j + 1; i < n; i++) {
                lower[i] += rest * Math.abs(c[i][j]);
            }
            eliminate(j);
        }
        double half = (c[n - 2][n - 2] - c[n - 1][n - 1]) / 2;
        double radius = Math.hypot(half, c[n - 1][n - 2]);
        double low = c[n - 1][n - 1] + half - radius;
        delta = Math.max(delta, Math.max(0, Math.max(2 * TAU / (1 - TAU) * radius, least) - low));
        add(n - 2, delta);
        add(n - 1, delta);
        eliminate(n - 2);
        eliminate(n - 1);
    }

    private void add(int j, double amount) {
        c[j][j] += amount;
        added[order[j]] = amount;
    }

    private void eliminate(int j) {
        d[j] = c[j][j];
        for (int i = j + 1; i < c.length; i++) {
            column[i] = c[i][j];
        }
        for (int i = j + 1; i < c.length; i++) {
            double[] row = c[i];
            double lij = column[i] / d[j];
            row[j] = lij;
            for (int s = j + 1; s <= i; s++) {
                row[s] -= lij * column[s];
            }
        }
    }
}
