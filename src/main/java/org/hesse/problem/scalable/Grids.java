package org.hesse.problem.scalable;

import org.hesse.problem.catalog.TestProblem;

/** Functions on the m × m inner points of a square grid with given values around it; n = m². */
final class Grids {
    private Grids() {}

    private static int side(String name, int n) {
        int m = (int) Math.round(Math.sqrt(Math.max(n, 0)));
        if (n < 1 || m * m != n) {
            throw new IllegalArgumentException(name + ": n = " + n + ", expected a square, at least 1");
        }
        return m;
    }

    /** A function of the place on the unit square. */
    private interface Field {
        double at(double s, double t);
    }

    /** The given values at the (m + 2)² points, 0 at those inside. */
    private static double[] around(int m, Field boundary) {
        double[] z = new double[(m + 2) * (m + 2)];
        for (int p = 0; p < z.length; p++) {
            z[p] = index(m, p / (m + 2), p % (m + 2)) < 0 ? at(m, p, boundary) : 0;
        }
        return z;
    }

    private static double at(int m, int p, Field field) {
        return field.at(p / (m + 2) / (m + 1.0), p % (m + 2) / (m + 1.0));
    }

    private static int index(int m, int row, int column) {
        boolean inside = row >= 1 && row <= m && column >= 1 && column <= m;
        return inside ? (row - 1) * m + column - 1 : Places.NONE;
    }

    /** The place among all (m + 2)² points of variable i. */
    private static int place(int m, int i) {
        return (i / m + 1) * (m + 2) + i % m + 1;
    }

    /**
     * LMINSURF, the minimal surface over the unit square with z = 1 + 8s + 4t on its boundary: the mean over cells of
     * √(1 + ½(m + 1)²(p² + q²)) with p and q the differences along the diagonals; start 0; the minimum 9 is the plane. CUTE.
     */
    static TestProblem plane(int n) {
        int m = side("minimal-surface", n);
        Field plane = (s, t) -> 1 + 8 * s + 4 * t;
        return surface(Family.of("minimal-surface", n, 1), m, plane)
                .minimum(9, i -> at(m, place(m, i), plane))
                .from("Griewank and Toint (1982); CUTE (1995), LMINSURF");
    }

    /** The same functional with z = (2s − 1)² − (2t − 1)² on the boundary; start 0; minimum by SciPy. */
    static TestProblem saddle(int n) {
        int m = side("minimal-surface-saddle", n);
        return surface(
                        Family.of("minimal-surface-saddle", n, 1),
                        m,
                        (s, t) -> (2 * s - 1) * (2 * s - 1) - (2 * t - 1) * (2 * t - 1))
                .value(25, 3.1445172290353014)
                .from("Griewank and Toint (1982), the functional");
    }

    private static Family surface(Family family, int m, Field boundary) {
        double[] z = around(m, boundary);
        int width = m + 1;
        int[] offset = {0, m + 3, 1, m + 2}; // the ends of the two diagonals of a cell
        Places corners = (k, i) -> {
            int row = k / width;
            int column = k % width;
            i[0] = index(m, row, column);
            i[1] = index(m, row + 1, column + 1);
            i[2] = index(m, row, column + 1);
            i[3] = index(m, row + 1, column);
        };
        double cells = (double) width * width;
        return family.sum(width * width, 4, corners, (k, u, d, h) -> {
                    int at = k / width * (m + 2) + k % width;
                    double p = u[0] + z[at] - u[1] - z[at + offset[1]];
                    double q = u[2] + z[at + offset[2]] - u[3] - z[at + offset[3]];
                    double root = Math.sqrt(1 + cells / 2 * (p * p + q * q));
                    diagonals(p, q, cells, root, d, h);
                    return root / cells;
                })
                .start(i -> 0);
    }

    /** Derivatives of √(1 + c(p² + q²)/2)/c by p = u₀ − u₁ and q = u₂ − u₃. */
    private static void diagonals(double p, double q, double c, double root, double[] d, double[] h) {
        double pp = (1 - c * p * p / (2 * root * root)) / (2 * root);
        double pq = -c * p * q / (4 * root * root * root);
        double qq = (1 - c * q * q / (2 * root * root)) / (2 * root);
        d[0] = p / (2 * root);
        d[1] = -d[0];
        d[2] = q / (2 * root);
        d[3] = -d[2];
        h[0] = pp;
        h[1] = -pp;
        h[2] = pp;
        h[3] = pq;
        h[4] = -pq;
        h[5] = qq;
        h[6] = -pq;
        h[7] = pq;
        h[8] = -qq;
        h[9] = qq;
    }

    /** Bratu's problem Δu + 4eᵘ = 0, u = 0 around: squares of 4xᵢ − Σ x_neighbours − 4h²e^xᵢ, h = 1/(m + 1); start 0. CUTE. */
    static TestProblem bratu(int n) {
        int m = side("bratu-2d", n);
        double c = 4.0 / ((m + 1.0) * (m + 1));
        Places cross = (k, i) -> {
            int row = k / m + 1;
            int column = k % m + 1;
            i[0] = k;
            i[1] = index(m, row - 1, column);
            i[2] = index(m, row + 1, column);
            i[3] = index(m, row, column - 1);
            i[4] = index(m, row, column + 1);
        };
        return Family.of("bratu-2d", n, 1)
                .squares(n, 5, cross, (k, u, d, h) -> {
                    double e = c * Math.exp(u[0]);
                    d[0] = 4 - e;
                    h[0] = -e;
                    for (int j = 1; j < 5; j++) {
                        d[j] = -1;
                    }
                    return 4 * u[0] - u[1] - u[2] - u[3] - u[4] - e;
                })
                .start(i -> 0)
                .value(0)
                .from("More and Toraldo; CUTE (1995), BRATU2D");
    }
}
