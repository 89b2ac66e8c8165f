package org.hesse.problem;

import java.util.Optional;
import org.hesse.data.Dataset;
import org.hesse.linear.Parallel;
import org.hesse.objective.Batch;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * The mean of a loss over the samples of a data set, with L2: f(w) = (1/N) Σᵢ ℓᵢ(w) + ½λ‖w‖², every weight regularised.
 *
 * <p>Sums run over chunks of samples of a fixed size, added in their order, so value, gradient and Hessian have the same
 * bits with any number of threads, and on a batch of the same rows in the same order. May be evaluated by several threads
 * at once.
 */
public abstract sealed class DataModel implements FiniteSum, Curved, Predictor
        permits LinearAutoencoder, LinearModel, MatrixFactorization, Perceptron {
    final Dataset data;
    final double lambda;
    final Parallel parallel;
    private final Layout layout;

    DataModel(Dataset data, Layout layout, double lambda, int threads) {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lambda " + lambda + ": expected a finite number, at least 0");
        }
        this.data = data;
        this.lambda = lambda;
        this.parallel = Parallel.of(threads);
        this.layout = layout;
    }

    /** This model on the samples at some places of an order; null is the order of the data. */
    abstract DataSum over(Dataset samples, int[] order, int from, int size);

    private DataSum all() {
        return over(data, null, 0, data.size());
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
     * The weight λ of the regulariser ½λ‖w‖².
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

    @Override
    public int dimension() {
        return layout.dimension();
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
        checkShape(other);
        return over(other, null, 0, other.size()).meanLoss(x, null);
    }

    /** Refuses data of another shape than those fitted to. */
    void checkShape(Dataset other) {
        if (other.features().size() != data.features().size()
                || other.classes().size() != data.classes().size()) {
            throw new IllegalArgumentException(
                    "data set " + other + ": expected features and classes as many as those of " + data);
        }
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + data + ", lambda " + lambda + "]";
    }
}
