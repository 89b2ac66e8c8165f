package org.hesse.method.quasinewton;

import java.util.Optional;
import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.objective.Domain;

/**
 * The minimum of the model over the variables that are free at the Cauchy point, brought back within the bounds.
 *
 * <p>Without bounds it is x^c + d, d = r/θ + Z'W(M⁻¹ − WᵀZZ'W/θ)⁻¹WᵀZr/θ², r the negative reduced gradient of the model at
 * x^c. Then it is projected; if that is no descent from x, d is cut off at the first bound instead.
 *
 * <p>Source: Byrd, Lu, Nocedal and Zhu (1995), section 5.1, the direct primal method; Morales and Nocedal (2011), ACM TOMS
 * 38(1), article 7, for the projection. The middle matrix is put together as in the authors' code, without the cancellation
 * in M⁻¹ − WᵀZZ'W/θ: [−D − YᵀZZ'Y/θ, ·; L_A − R_Z, θSᵀAA'S] with L below and R on and above the diagonal of SᵀY over the
 * variables at bounds (A) and the free ones (Z). It sums over the fewer of the two and takes the others from the whole:
 * O(k²·min(|A|, |Z|) + kn).
 */
final class SubspaceMinimum {
    private SubspaceMinimum() {}

    /**
     * Minimises.
     *
     * @param b B, with at least one pair
     * @param m M
     * @param x the start, within the bounds, length n, not modified
     * @param g the gradient there, length n, not modified
     * @param cauchy the Cauchy point; x itself without bounds
     * @param box the bounds
     * @param parallel who does the work
     * @return the point, within the bounds; empty if rounding has spoilt the pairs
     */
    static Optional<double[]> of(
            CompactMemory b,
            SaddleSystem m,
            double[] x,
            double[] g,
            CauchyPoint cauchy,
            Domain box,
            Parallel parallel) {
        int n = x.length;
        boolean[] free = new boolean[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            free[i] = cauchy.x()[i] > box.lower()[i] && cauchy.x()[i] < box.upper()[i];
            count += free[i] ? 1 : 0;
        }
        if (count == 0) {
            return Optional.of(cauchy.x());
        }
        double theta = b.theta();
        double[] r = b.plus(new double[n], m.solve(cauchy.c()), parallel);
        for (int i = 0; i < n; i++) {
            r[i] = free[i] ? r[i] - g[i] - theta * (cauchy.x()[i] - x[i]) : 0;
        }
        return system(b, free, count).map(k -> {
            double[] v = k.solve(b.dots(r, parallel));
            Vectors.scale(1 / theta, v);
            double[] d = b.plus(r, v, parallel);
            for (int i = 0; i < n; i++) {
                d[i] = free[i] ? d[i] / theta : 0;
            }
            double[] end = Vectors.plus(cauchy.x(), 1, d);
            box.project(end);
            return descends(x, end, g) ? end : cut(cauchy.x(), d, box);
        });
    }

    private static boolean descends(double[] x, double[] end, double[] g) {
        return Vectors.dot(g, Vectors.minus(end, x)) < 0;
    }

    /** As far from a point along a direction as the bounds allow, at most all of it. */
    private static double[] cut(double[] from, double[] d, Domain box) {
        double part = 1;
        for (int i = 0; i < d.length; i++) {
            if (d[i] != 0) {
                double bound = d[i] > 0 ? box.upper()[i] : box.lower()[i];
                part = Math.min(part, (bound - from[i]) / d[i]);
            }
        }
        double[] end = Vectors.plus(from, part, d);
        box.project(end);
        return end;
    }

    private static Optional<SaddleSystem> system(CompactMemory b, boolean[] free, int count) {
        int k = b.size();
        boolean ofFree = 2 * count <= free.length;
        double[][] yy = new double[k][k]; // sums over the fewer
        double[][] sy = new double[k][k];
        double[][] ss = new double[k][k];
        for (int i = 0; i < free.length; i++) {
            if (free[i] == ofFree) {
                add(b, i, yy, sy, ss);
            }
        }
        double theta = b.theta();
        double[][] p = new double[k][k];
        double[][] l = new double[k][k];
        double[][] q = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                int low = Math.min(i, j); // yy and ss are summed below the diagonal only
                int high = Math.max(i, j);
                double yyFree = ofFree ? yy[high][low] : b.yy()[high][low] - yy[high][low];
                double ssHeld = ofFree ? b.ss()[high][low] - ss[high][low] : ss[high][low];
                double syOther = b.sy()[i][j] - sy[i][j];
                p[i][j] = yyFree / theta + (i == j ? b.sy()[i][i] : 0);
                q[i][j] = theta * ssHeld;
                l[i][j] = i > j ? (ofFree ? syOther : sy[i][j]) : -(ofFree ? sy[i][j] : syOther);
            }
        }
        return SaddleSystem.of(p, l, q);
    }

    private static void add(CompactMemory b, int variable, double[][] yy, double[][] sy, double[][] ss) {
        int k = b.size();
        for (int i = 0; i < k; i++) {
            double yi = b.y()[i][variable];
            double si = b.s()[i][variable];
            for (int j = 0; j <= i; j++) {
                yy[i][j] += yi * b.y()[j][variable];
                ss[i][j] += si * b.s()[j][variable];
            }
            for (int j = 0; j < k; j++) {
                sy[i][j] += si * b.y()[j][variable];
            }
        }
    }
}
