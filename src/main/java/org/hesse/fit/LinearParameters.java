package org.hesse.fit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hesse.linear.SingularValues;
import org.hesse.linear.Vectors;

/**
 * The parameters in which a model is linear while the others are held: for them a least-squares problem is solved exactly.
 *
 * @param residuals the residuals
 * @param free which parameters may be among them
 * @param linear which they are
 */
record LinearParameters(Residuals residuals, int[] free, int[] linear) {
    private static final double EQUAL = 1e-12; // of two columns, relative

    /** Finds them by whether the Jacobian's columns stay the same when they all change. */
    static LinearParameters of(Residuals residuals, double[] b, int[] free) {
        int[] found = {};
        double[][] here = columns(residuals, b);
        for (int j : free) {
            int[] larger = Arrays.copyOf(found, found.length + 1);
            larger[found.length] = j;
            double[] other = b.clone();
            for (int k : larger) {
                other[k] += 1 + Math.abs(b[k]) / 2;
            }
            double[][] there = columns(residuals, other);
            boolean same = Arrays.stream(larger)
                    .allMatch(k -> Vectors.norm(Vectors.minus(there[k], here[k])) <= EQUAL * Vectors.norm(here[k]));
            found = same ? larger : found;
        }
        return new LinearParameters(residuals, free, found);
    }

    /** The Jacobian's columns. */
    static double[][] columns(Residuals residuals, double[] b) {
        int m = residuals.count();
        double[][] jacobian = new double[m][b.length];
        residuals.withJacobian(b, new double[m], jacobian);
        double[][] columns = new double[b.length][m];
        for (int j = 0; j < b.length; j++) {
            for (int i = 0; i < m; i++) {
                columns[j][i] = jacobian[i][j];
            }
        }
        return columns;
    }

    /** The others of the free parameters. */
    int[] others() {
        return Arrays.stream(free)
                .filter(j -> IntStream.of(linear).noneMatch(k -> k == j))
                .toArray();
    }

    /** Solves for the linear ones, by the shortest step where their columns depend on each other; null if not finite. */
    double[] solved(double[] b) {
        double[][] columns = columns(residuals, b);
        double[] r = new double[residuals.count()];
        residuals.at(b, r);
        double[][] a = new double[linear.length][];
        double[] unit = new double[linear.length];
        for (int k = 0; k < linear.length; k++) {
            a[k] = columns[linear[k]];
            double norm = Vectors.norm(a[k]);
            unit[k] = norm > 0 ? 1 / norm : 1;
            Vectors.scale(unit[k], a[k]);
        }
        if (!Double.isFinite(Vectors.norm(r)) || !Double.isFinite(Vectors.norm(unit))) {
            return null;
        }
        SingularValues s = SingularValues.of(a);
        double[] x = b.clone();
        for (int q = 0; q < linear.length; q++) {
            if (s.values()[q] > Spread.RANK * s.values()[0]) {
                double[] v = s.vectors()[q];
                double along = 0;
                for (int k = 0; k < linear.length; k++) {
                    along += v[k] * Vectors.dot(a[k], r);
                }
                for (int k = 0; k < linear.length; k++) {
                    x[linear[k]] -= unit[k] * v[k] * along / (s.values()[q] * s.values()[q]);
                }
            }
        }
        return Double.isFinite(Vectors.norm(x)) ? x : null;
    }
}
