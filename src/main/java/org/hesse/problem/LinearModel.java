package org.hesse.problem;

import java.util.List;
import java.util.Optional;
import org.hesse.data.Dataset;
import org.hesse.linear.Parallel;
import org.hesse.linear.Pool;
import org.hesse.objective.Batch;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * The mean of a convex loss of linear outputs, with L2: f(W) = (1/N) Σᵢ ℓ(W xᵢ; yᵢ) + ½λ‖W‖². W has k rows of d
 * weights, row by row in x, all of them regularised. There is no separate intercept: append a constant feature
 * ({@link Dataset#withConstant}).
 *
 * <p>Sums run over chunks of 256 samples, added in their order, so value, gradient and Hessian have the same bits with
 * any number of threads, and on a batch of the same rows in the same order. May be evaluated by several threads at once.
 */
public abstract sealed class LinearModel implements FiniteSum, Curved, Predictor
        permits LinearLeastSquares, LogisticRegression, SoftmaxRegression {
    final Dataset data;
    final Loss loss;
    final int outputs;
    final double lambda;
    final Parallel parallel;
    final Pool<Tile> tiles;
    private final Layout layout;

    LinearModel(Dataset data, Loss loss, int outputs, Layout layout, double lambda, int threads) {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lambda " + lambda + ": expected a finite number, at least 0");
        }
        this.data = data;
        this.loss = loss;
        this.outputs = outputs;
        this.lambda = lambda;
        this.parallel = Parallel.of(threads);
        this.tiles = new Pool<>(() -> new Tile(outputs, data.features().size()));
        this.layout = layout;
    }

    private LinearSum all() {
        return over(data, null, 0, data.size());
    }

    /** This model on some samples. */
    LinearSum over(Dataset samples, int[] order, int from, int size) {
        return new LinearSum(this, samples, order, from, size);
    }

    /**
     * The data fitted to.
     *
     * @return the data
     */
    public Dataset data() {
        return data;
    }

    /**
     * The weight λ of the regulariser ½λ‖W‖².
     *
     * @return at least 0
     */
    public double lambda() {
        return lambda;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return all().as(type);
    }

    /** The residuals of this model on some samples, where it has them. */
    Optional<LeastSquares> residuals(LinearSum samples) {
        return Optional.empty();
    }

    @Override
    public int dimension() {
        return outputs * data.features().size();
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public long terms() {
        return data.size();
    }

    @Override
    public double value(double[] x) {
        return all().value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        return all().valueAndGradient(x, g);
    }

    @Override
    public Hessian hessianAt(double[] x) {
        return all().hessianAt(x);
    }

    @Override
    public Objective on(Batch batch) {
        if (batch instanceof Batch.Rows rows) {
            for (int i = rows.from(); i < rows.to(); i++) {
                if (rows.order()[i] < 0 || rows.order()[i] >= data.size()) {
                    throw new IllegalArgumentException("batch row " + rows.order()[i] + ": expected from 0 to "
                            + (data.size() - 1) + ", the rows of " + data);
                }
            }
            return over(data, rows.order(), rows.from(), rows.to() - rows.from());
        }
        if (batch instanceof Batch.All) {
            return all();
        }
        throw new IllegalArgumentException("batch " + batch + ": expected all terms, or rows of " + data);
    }

    @Override
    public double loss(double[] x, Dataset other) {
        return sumOver(other).meanLoss(x, null);
    }

    /** This model on other data of the same shape. */
    LinearSum sumOver(Dataset other) {
        if (other.features().size() != data.features().size()
                || other.classes().size() != data.classes().size()) {
            throw new IllegalArgumentException(
                    "data set " + other + ": expected features and classes as many as those of " + data);
        }
        return over(other, null, 0, other.size());
    }

    /** The layout of k rows of weights, one for each feature. */
    static Layout matrix(String name, int rows, int columns) {
        return new Layout(List.of(new Layout.Block(name, rows, columns)));
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + data + ", lambda " + lambda + "]";
    }
}
