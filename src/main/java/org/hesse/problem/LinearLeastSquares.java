package org.hesse.problem;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.data.Dataset;
import org.hesse.objective.Layout;
import org.hesse.objective.LeastSquares;

/**
 * Ridge regression: f(w) = (1/N) Σᵢ ½(w·xᵢ − yᵢ)² + ½λ‖w‖², which is ½‖r(w)‖² with the residuals (w·xᵢ − yᵢ)/√N and,
 * for λ &gt; 0, √λ·w behind them ({@link LeastSquares}). A target that is a class counts as its number.
 */
public final class LinearLeastSquares extends LinearModel {
    /**
     * On one thread.
     *
     * @param data the features and the target
     * @param lambda λ, at least 0
     * @throws IllegalArgumentException if λ is out of range
     */
    public LinearLeastSquares(Dataset data, double lambda) {
        this(data, lambda, 1);
    }

    /**
     * On some threads.
     *
     * @param data the features and the target
     * @param lambda λ, at least 0
     * @param threads how many, at least 1; the results do not depend on it
     * @throws IllegalArgumentException if a number is out of range
     */
    public LinearLeastSquares(Dataset data, double lambda, int threads) {
        super(data, new HalfSquare(), 1, Layout.vector("w", data.features().size()), lambda, threads);
    }

    @Override
    Optional<LeastSquares> residuals(LinearSum samples) {
        return Optional.of(new Residuals(samples));
    }

    private record Residuals(LinearSum f) implements LeastSquares {
        @Override
        public int dimension() {
            return f.dimension();
        }

        @Override
        public int residualCount() {
            return f.size + (f.model.lambda > 0 ? f.dimension() : 0);
        }

        @Override
        public void residuals(double[] w, double[] r) {
            double[] z = f.outputs(w)[0];
            double scale = 1 / Math.sqrt(f.size);
            for (int i = 0; i < f.size; i++) {
                r[i] = scale * (z[i] - f.data.targets()[f.sample(i)]);
            }
            double root = Math.sqrt(f.model.lambda);
            for (int i = f.size; i < residualCount(); i++) {
                r[i] = root * w[i - f.size];
            }
        }

        @Override
        public void residualsAndJacobian(double[] w, double[] r, double[][] jacobian) {
            residuals(w, r);
            double scale = 1 / Math.sqrt(f.size);
            double[] room = new double[w.length];
            for (int i = 0; i < f.size; i++) {
                double[] x = f.data.row(f.sample(i), room);
                for (int j = 0; j < x.length; j++) {
                    jacobian[i][j] = scale * x[j];
                }
            }
            double root = Math.sqrt(f.model.lambda);
            for (int i = f.size; i < residualCount(); i++) {
                Arrays.fill(jacobian[i], 0);
                jacobian[i][i - f.size] = root;
            }
        }
    }

    /** ℓ = ½(z − y)². */
    private record HalfSquare() implements Loss {
        @Override
        public double sum(Tile t, boolean slopes) {
            double[] z = t.z[0];
            double loss = 0;
            for (int i = 0; i < t.n; i++) {
                double r = z[i] - t.y[i];
                loss += 0.5 * r * r;
                z[i] = r; // also the slope
            }
            return loss;
        }

        @Override
        public void linearise(Tile t) {}

        @Override
        public void curve(double[][] p, Tile t) {}

        @Override
        public void curvature(double[][] p, int c, int d, Tile t) {
            Arrays.fill(t.a, 0, t.n, 1);
        }
    }
}
