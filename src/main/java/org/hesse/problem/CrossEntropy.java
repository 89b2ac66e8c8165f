package org.hesse.problem;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.linear.Products;

/** ℓ = log Σ exp z − z_y, with the largest output taken out of the exponentials. */
record CrossEntropy() implements Likelihood {
    /** The largest of the outputs of each of n samples, the first of equal ones. */
    static int[] largest(double[][] z, int n) {
        int[] best = new int[n];
        for (int i = 0; i < n; i++) {
            for (int c = 1; c < z.length; c++) {
                best[i] = z[c][i] > z[best[i]][i] ? c : best[i];
            }
        }
        return best;
    }

    /** The label of the i-th sample that u, uniform in [0, 1), draws by the probabilities p. */
    static int label(double[][] p, int i, double u) {
        int label = 0;
        for (double sum = p[0][i]; sum <= u && label + 1 < p.length; sum += p[label][i]) {
            label++;
        }
        return label;
    }

    @Override
    public void draw(Tile t, RandomGenerator random) {
        linearise(t);
        for (int i = 0; i < t.n; i++) {
            t.z[label(t.z, i, random.nextDouble())][i] -= 1;
        }
    }

    @Override
    public double sum(Tile t, boolean slopes) {
        for (int i = 0; i < t.n; i++) {
            t.c[i] = t.z[(int) t.y[i]][i];
        }
        exponentials(t);
        double loss = 0;
        for (int i = 0; i < t.n; i++) {
            loss += Math.log(t.b[i]) + (t.a[i] - t.c[i]);
        }
        if (slopes) {
            normalise(t);
            for (int i = 0; i < t.n; i++) {
                t.z[(int) t.y[i]][i] -= 1;
            }
        }
        return loss;
    }

    @Override
    public void linearise(Tile t) {
        exponentials(t);
        normalise(t);
    }

    /** a ← max z, z ← exp(z − a), b ← Σ z. */
    private static void exponentials(Tile t) {
        double[] max = t.a;
        double[] sum = t.b;
        System.arraycopy(t.z[0], 0, max, 0, t.n);
        for (int c = 1; c < t.z.length; c++) {
            double[] z = t.z[c];
            for (int i = 0; i < t.n; i++) {
                max[i] = Math.max(max[i], z[i]);
            }
        }
        Arrays.fill(sum, 0, t.n, 0);
        for (double[] z : t.z) {
            for (int i = 0; i < t.n; i++) {
                double e = Math.exp(z[i] - max[i]);
                z[i] = e;
                sum[i] += e;
            }
        }
    }

    /** z ← z/b: the probabilities. */
    private static void normalise(Tile t) {
        for (int i = 0; i < t.n; i++) {
            t.b[i] = 1 / t.b[i];
        }
        Products.scaleColumns(t.z, t.z.length, t.b, t.n, t.z);
    }

    /** u ← p ∘ (u − Σ p∘u). */
    @Override
    public void curve(double[][] p, Tile t) {
        double[] mean = t.a;
        Arrays.fill(mean, 0, t.n, 0);
        for (int c = 0; c < p.length; c++) {
            double[] pc = p[c];
            double[] u = t.z[c];
            for (int i = 0; i < t.n; i++) {
                mean[i] += pc[i] * u[i];
            }
        }
        for (int c = 0; c < p.length; c++) {
            double[] pc = p[c];
            double[] u = t.z[c];
            for (int i = 0; i < t.n; i++) {
                u[i] = pc[i] * (u[i] - mean[i]);
            }
        }
    }

    /** p_c(δ_cd − p_d). */
    @Override
    public void curvature(double[][] p, int c, int d, Tile t) {
        for (int i = 0; i < t.n; i++) {
            t.a[i] = p[c][i] * ((c == d ? 1 : 0) - p[d][i]);
        }
    }
}
