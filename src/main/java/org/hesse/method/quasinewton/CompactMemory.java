package org.hesse.method.quasinewton;

import java.util.Optional;
import org.hesse.linear.MultiVector;
import org.hesse.linear.Parallel;
import org.hesse.objective.Evaluation;

/**
 * The newest m curvature pairs, and the BFGS matrix B they stand for in compact form.
 *
 * <p>B = θI − WMWᵀ with W = [Y θS], n × 2k, and M⁻¹ = [−D Lᵀ; L θSᵀS], 2k × 2k, where D is the diagonal of SᵀY and L its
 * part below; θ = yᵀy/sᵀy of the newest pair.
 *
 * <p>Source: Byrd, Nocedal and Schnabel (1994), Mathematical Programming 63, 129–156, theorem 2.3; as (3.2) to (3.4) of
 * Byrd, Lu, Nocedal and Zhu (1995).
 *
 * @param s steps, k ≤ m rows of length n, the oldest first
 * @param y differences of gradients, k rows of length n
 * @param sy SᵀY, k × k
 * @param ss SᵀS, k × k
 * @param yy YᵀY, k × k
 * @param most m
 */
public record CompactMemory(double[][] s, double[][] y, double[][] sy, double[][] ss, double[][] yy, int most) {
    static CompactMemory empty(int m) {
        return new CompactMemory(
                new double[0][], new double[0][], new double[0][], new double[0][], new double[0][], m);
    }

    int size() {
        return s.length;
    }

    /** θ; 1 while there is no pair. */
    double theta() {
        int last = s.length - 1;
        return last < 0 ? 1 : yy[last][last] / sy[last][last];
    }

    /**
     * Takes a pair, in the place of the oldest if there are m: its buffers are used again.
     *
     * @param from the evaluation at x
     * @param to the evaluation at x⁺
     * @param parallel who does the work
     */
    CompactMemory with(Evaluation from, Evaluation to, Parallel parallel) {
        int dropped = s.length == most ? 1 : 0;
        int k = s.length + 1 - dropped;
        int n = from.x().length;
        double[][] steps = rows(s, dropped, k, n);
        double[][] changes = rows(y, dropped, k, n);
        double[] step = steps[k - 1];
        double[] change = changes[k - 1];
        for (int i = 0; i < n; i++) {
            step[i] = to.x()[i] - from.x()[i];
            change[i] = to.gradient()[i] - from.gradient()[i];
        }
        double[][] newSy = grown(sy, dropped, MultiVector.dots(steps, change, parallel));
        newSy[k - 1] = MultiVector.dots(changes, step, parallel);
        double[] bySteps = MultiVector.dots(steps, step, parallel);
        double[][] newSs = grown(ss, dropped, bySteps);
        newSs[k - 1] = bySteps;
        double[] byChanges = MultiVector.dots(changes, change, parallel);
        double[][] newYy = grown(yy, dropped, byChanges);
        newYy[k - 1] = byChanges;
        return new CompactMemory(steps, changes, newSy, newSs, newYy, most);
    }

    /** The rows without the dropped one, and one more at the end, which is the dropped one's buffer if there is any. */
    private static double[][] rows(double[][] old, int dropped, int k, int n) {
        double[][] rows = new double[k][];
        System.arraycopy(old, dropped, rows, 0, k - 1);
        rows[k - 1] = dropped == 1 ? old[0] : new double[n];
        return rows;
    }

    /** The matrix without the dropped row and column, with another column. */
    private static double[][] grown(double[][] old, int dropped, double[] column) {
        double[][] a = new double[column.length][column.length];
        for (int i = 0; i < column.length - 1; i++) {
            System.arraycopy(old[i + dropped], dropped, a[i], 0, column.length - 1);
            a[i][column.length - 1] = column[i];
        }
        return a;
    }

    /** M; empty if rounding has spoilt the pairs. */
    Optional<SaddleSystem> middle() {
        int k = s.length;
        double[][] d = new double[k][k];
        double[][] l = new double[k][k];
        double[][] q = new double[k][k];
        for (int i = 0; i < k; i++) {
            d[i][i] = sy[i][i];
            System.arraycopy(sy[i], 0, l[i], 0, i);
            for (int j = 0; j < k; j++) {
                q[i][j] = theta() * ss[i][j];
            }
        }
        return SaddleSystem.of(d, l, q);
    }

    private double[][] w() {
        double[][] rows = new double[2 * s.length][];
        System.arraycopy(y, 0, rows, 0, s.length);
        System.arraycopy(s, 0, rows, s.length, s.length);
        return rows;
    }

    /** Wᵀv, length 2k. */
    double[] dots(double[] v, Parallel parallel) {
        double[] products = MultiVector.dots(w(), v, parallel);
        scaleSteps(products);
        return products;
    }

    /** v + Wc, length n. */
    double[] plus(double[] v, double[] c, Parallel parallel) {
        double[] scaled = c.clone();
        scaleSteps(scaled);
        double[] sum = new double[v.length];
        MultiVector.combine(1, v, scaled, w(), sum, new double[0][], parallel);
        return sum;
    }

    /** The row of W of a variable, length 2k. */
    double[] row(int i) {
        double[] row = new double[2 * s.length];
        for (int j = 0; j < s.length; j++) {
            row[j] = y[j][i];
            row[s.length + j] = s[j][i];
        }
        scaleSteps(row);
        return row;
    }

    private void scaleSteps(double[] c) {
        for (int j = s.length; j < c.length; j++) {
            c[j] *= theta();
        }
    }
}
