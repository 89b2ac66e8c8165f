package org.hesse.problem;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.data.Dataset;
import org.hesse.linear.Products;
import org.hesse.objective.Layout;

/**
 * Binary logistic regression: f(w) = (1/N) Σᵢ log(1 + exp(−sᵢ w·xᵢ)) + ½λ‖w‖², where s is −1 for the first class of the
 * data and 1 for the second. Stable for margins of any size.
 */
public final class LogisticRegression extends LinearModel implements Classifier {
    /**
     * On one thread.
     *
     * @param data with two classes
     * @param lambda λ, at least 0
     * @throws IllegalArgumentException if the data have not two classes, or λ is out of range
     */
    public LogisticRegression(Dataset data, double lambda) {
        this(data, lambda, 1);
    }

    /**
     * On some threads.
     *
     * @param data with two classes
     * @param lambda λ, at least 0
     * @param threads how many, at least 1; the results do not depend on it
     * @throws IllegalArgumentException if the data have not two classes, or a number is out of range
     */
    public LogisticRegression(Dataset data, double lambda, int threads) {
        super(data, new LogLoss(), 1, Layout.vector("w", data.features().size()), lambda, threads);
        if (data.classes().size() != 2) {
            throw new IllegalArgumentException("logistic regression on " + data + ": expected 2 classes");
        }
    }

    @Override
    public int[] predict(double[] x, Dataset other) {
        return Arrays.stream(sumOver(other).outputs(x)[0])
                .mapToInt(z -> z > 0 ? 1 : 0)
                .toArray();
    }

    /** ℓ = log(1 + exp(−m)) with the margin m = sz; e = exp(−|m|) never overflows. */
    private record LogLoss() implements Likelihood {
        @Override
        public double sum(Tile t, boolean slopes) {
            double[] z = t.z[0];
            double loss = 0;
            for (int i = 0; i < t.n; i++) {
                double s = 2 * t.y[i] - 1;
                double m = s * z[i];
                double e = Math.exp(-Math.abs(m));
                loss += Math.log1p(e) + Math.max(-m, 0);
                if (slopes) {
                    z[i] = -s * (m > 0 ? e : 1) / (1 + e); // −s/(1 + exp(m))
                }
            }
            return loss;
        }

        /** The slope σ(z) − y. */
        @Override
        public void draw(Tile t, RandomGenerator random) {
            double[] z = t.z[0];
            for (int i = 0; i < t.n; i++) {
                double p = 1 / (1 + Math.exp(-z[i]));
                z[i] = random.nextDouble() < p ? p - 1 : p;
            }
        }

        /** σ'(z) = e/(1 + e)². */
        @Override
        public void linearise(Tile t) {
            double[] z = t.z[0];
            for (int i = 0; i < t.n; i++) {
                double e = Math.exp(-Math.abs(z[i]));
                z[i] = e / ((1 + e) * (1 + e));
            }
        }

        @Override
        public void curve(double[][] p, Tile t) {
            Products.scaleColumns(t.z, 1, p[0], t.n, t.z);
        }

        @Override
        public void curvature(double[][] p, int c, int d, Tile t) {
            System.arraycopy(p[0], 0, t.a, 0, t.n);
        }
    }
}
