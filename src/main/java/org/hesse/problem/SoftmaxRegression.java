package org.hesse.problem;

import java.util.Arrays;
import org.hesse.data.Dataset;
import org.hesse.linear.Products;

/**
 * Multinomial logistic regression: f(W) = (1/N) Σᵢ [log Σ_c exp(w_c·xᵢ) − w_{yᵢ}·xᵢ] + ½λ‖W‖².
 *
 * <p>W has a row for each class and a column for each feature, all regularised, stored row by row. The minimum is unique
 * for λ &gt; 0. See Bishop, Pattern Recognition and Machine Learning (2006), 4.3.4, for gradient and Hessian.
 */
public final class SoftmaxRegression extends LinearModel implements Classifier {
    /**
     * On one thread.
     *
     * @param data with classes
     * @param lambda λ, at least 0
     * @throws IllegalArgumentException if the data have no classes, or λ is out of range
     */
    public SoftmaxRegression(Dataset data, double lambda) {
        this(data, lambda, 1);
    }

    /**
     * On some threads.
     *
     * @param data with classes
     * @param lambda λ, at least 0
     * @param threads how many, at least 1; the results do not depend on it
     * @throws IllegalArgumentException if the data have no classes, or a number is out of range
     */
    public SoftmaxRegression(Dataset data, double lambda, int threads) {
        super(
                data,
                new CrossEntropy(),
                data.classes().size(),
                matrix("W", Math.max(1, data.classes().size()), data.features().size()),
                lambda,
                threads);
        if (data.classes().isEmpty()) {
            throw new IllegalArgumentException("softmax regression on " + data + ": expected data with classes");
        }
    }

    @Override
    public int[] predict(double[] x, Dataset other) {
        double[][] z = sumOver(other).outputs(x);
        int[] predicted = new int[other.size()];
        for (int i = 0; i < predicted.length; i++) {
            for (int c = 1; c < z.length; c++) {
                predicted[i] = z[c][i] > z[predicted[i]][i] ? c : predicted[i];
            }
        }
        return predicted;
    }

    /** ℓ = log Σ exp z − z_y, with the largest output taken out of the exponentials. */
    private record CrossEntropy() implements Loss {
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
}
