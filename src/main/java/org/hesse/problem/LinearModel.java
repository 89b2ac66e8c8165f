package org.hesse.problem;

import java.util.List;
import java.util.Optional;
import org.hesse.data.Dataset;
import org.hesse.linear.Pool;
import org.hesse.objective.Layout;
import org.hesse.objective.LeastSquares;

/**
 * The mean of a convex loss of linear outputs, with L2: f(W) = (1/N) Σᵢ ℓ(W xᵢ; yᵢ) + ½λ‖W‖². W has k rows of d
 * weights, row by row in x, all of them regularised. There is no separate intercept: append a constant feature
 * ({@link Dataset#withConstant}). On sparse rows an evaluation costs as much as there are entries.
 */
public abstract sealed class LinearModel extends DataModel
        permits LinearLeastSquares, LogisticRegression, SoftmaxRegression {
    final Loss loss;
    final int outputs;
    final Pool<Tile> tiles;

    LinearModel(Dataset data, Loss loss, int outputs, Layout layout, double lambda, int threads) {
        super(data, layout, lambda, threads);
        this.loss = loss;
        this.outputs = outputs;
        int d = data.features().size();
        boolean sparse = data.sparse().isPresent();
        this.tiles = new Pool<>(() -> sparse ? new SparseTile(outputs, d) : new Tile(outputs, d, Tile.SIZE));
    }

    @Override
    LinearSum over(Dataset samples, int[] order, int from, int size) {
        return new LinearSum(this, data.sparse().isPresent() ? samples.asSparse() : samples, order, from, size);
    }

    /** The residuals of this model on some samples, where it has them. */
    Optional<LeastSquares> residuals(LinearSum samples) {
        return Optional.empty();
    }

    /** This model on other data of the same shape. */
    LinearSum sumOver(Dataset other) {
        checkShape(other);
        return over(other, null, 0, other.size());
    }

    /** The layout of k rows of weights, one for each feature. */
    static Layout matrix(String name, int rows, int columns) {
        return new Layout(List.of(new Layout.Block(name, rows, columns)));
    }
}
