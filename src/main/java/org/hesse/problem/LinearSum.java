package org.hesse.problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.hesse.data.Dataset;
import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.objective.Bartlett;
import org.hesse.objective.Curved;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Hessian;
import org.hesse.objective.Kronecker;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Structure;

/**
 * A linear model on some samples: f(W) = (1/N) Σᵢ ℓ(W xᵢ; yᵢ) + ½λ‖W‖², W of shape k × d, stored row by row.
 *
 * <p>Tile by tile: Z = W·Xᵀ, the slopes S = ∂ℓ/∂Z, the gradient S·X; a product with the Hessian is the same with
 * Z = V·Xᵀ and S = (∂²ℓ/∂Z²)·Z. So nearly all the work is in two matrix products.
 */
final class LinearSum extends DataSum {
    final LinearModel model;
    private final int k;
    private final int d;

    LinearSum(LinearModel model, Dataset data, int[] order, int start, int size) {
        super(model, data, order, start, size);
        this.model = model;
        this.k = model.outputs;
        this.d = data.features().size();
    }

    /** The i-th sample, its number in the data. */
    int sample(int i) {
        return order == null ? start + i : order[start + i];
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        if (type == GaussNewton.class) { // where the outputs are linear in W it is the Hessian
            return super.as(Curved.class)
                    .map(curved -> (GaussNewton) curved::hessianAt)
                    .map(type::cast);
        }
        if (model.loss instanceof Likelihood loss && type == Kronecker.class) {
            return Optional.of(type.cast(new LinearFisher(this, loss)));
        }
        if (model.loss instanceof Likelihood loss && type == Bartlett.class) {
            Bartlett diagonal = new LinearFisher(this, loss)::diagonalAt;
            return Optional.of(type.cast(diagonal));
        }
        return type == LeastSquares.class ? model.residuals(this).map(type::cast) : super.as(type);
    }

    @Override
    double meanLoss(double[] x, double[] g) {
        double[][] w = matrix(x);
        double[] sum = new double[1];
        if (g != null) {
            Arrays.fill(g, 0);
        }
        reduce(
                (t, from, to) -> {
                    load(t, from, to);
                    t.outputs(w);
                    t.loss = model.loss.sum(t, g != null);
                    if (g != null) {
                        t.sumGradients();
                    }
                },
                t -> {
                    sum[0] += t.loss;
                    if (g != null) {
                        t.addGradientTo(g, 0);
                    }
                });
        if (g != null) {
            Vectors.scale(1.0 / size, g);
        }
        return sum[0] / size;
    }

    /** sᵢxᵢᵀ with the slopes s. */
    @Override
    void sampleGradients(double[] x, int from, int to, double[] rows) {
        double[][] w = matrix(x);
        model.parallel.reduce(
                to - from,
                Tile.SIZE,
                model.tiles,
                (t, first, end) -> {
                    load(t, from + first, from + end);
                    t.outputs(w);
                    model.loss.sum(t, true);
                    for (int i = 0; i < t.n; i++) {
                        t.outerProduct(i, rows, (first + i) * k * d);
                    }
                },
                t -> {});
    }

    /** The outputs of all samples, k rows. */
    double[][] outputs(double[] x) {
        double[][] w = matrix(x);
        double[][] z = new double[k][size];
        forEachTile((t, from, to) -> {
            t.outputs(w);
            for (int c = 0; c < k; c++) {
                System.arraycopy(t.z[c], 0, z[c], from, t.n);
            }
        });
        return z;
    }

    @Override
    public Hessian hessianAt(double[] x) {
        double[][] w = matrix(x);
        double[][][] points = new double[(size + Tile.SIZE - 1) / Tile.SIZE][k][];
        forEachTile((t, from, to) -> {
            t.outputs(w);
            model.loss.linearise(t);
            for (int c = 0; c < k; c++) {
                points[from / Tile.SIZE][c] = Arrays.copyOf(t.z[c], t.n);
            }
        });
        return new LinearHessian(points);
    }

    private final class LinearHessian implements Hessian {
        private final double[][][] points; // for each tile, what the loss keeps of the point

        LinearHessian(double[][][] points) {
            this.points = points;
        }

        @Override
        public int dimension() {
            return k * d;
        }

        @Override
        public void times(double[] v, double[] hv) {
            double[][] w = matrix(v);
            Arrays.fill(hv, 0);
            reduce(
                    (t, from, to) -> {
                        load(t, from, to);
                        t.outputs(w);
                        model.loss.curve(points[from / Tile.SIZE], t);
                        t.sumGradients();
                    },
                    t -> t.addGradientTo(hv, 0));
            meanWithPenalty(v, hv);
        }

        /** Block by block Xᵀ·D·X with D the curvatures of two outputs; threads share the rows of blocks. */
        @Override
        public double[][] dense() {
            double[][] h = new double[k * d][k * d];
            model.parallel.forEachChunk(k, 1, (c, end) -> {
                Tile t = model.tiles.take();
                double[][] room = t.squaresRoom();
                double[][][] blocks = new double[k][d][d];
                for (int from = 0; from < size; from += Tile.SIZE) {
                    load(t, from, Math.min(from + Tile.SIZE, size));
                    t.prepareSquares();
                    for (int e = c; e < k; e++) {
                        model.loss.curvature(points[from / Tile.SIZE], c, e, t);
                        t.addSquares(room, blocks[e]);
                    }
                }
                for (int e = c; e < k; e++) {
                    place(blocks[e], c, e, h);
                }
                model.tiles.give(t);
            });
            return h;
        }

        /** Puts the upper triangle of a block into its four places: a block, and H, are symmetric. */
        private void place(double[][] block, int c, int e, double[][] h) {
            for (int i = 0; i < d; i++) {
                for (int j = i; j < d; j++) {
                    double entry = block[i][j] / size + (c == e && i == j ? model.lambda : 0);
                    h[c * d + i][e * d + j] = entry;
                    h[c * d + j][e * d + i] = entry;
                    h[e * d + i][c * d + j] = entry;
                    h[e * d + j][c * d + i] = entry;
                }
            }
        }
    }

    void reduce(Parallel.Work<Tile> work, Consumer<Tile> merge) {
        model.parallel.reduce(size, Tile.SIZE, model.tiles, work, merge);
    }

    private void forEachTile(Parallel.Work<Tile> work) {
        reduce(
                (t, from, to) -> {
                    load(t, from, to);
                    work.run(t, from, to);
                },
                t -> {});
    }

    /** The k rows of a vector of k·d numbers. */
    double[][] matrix(double[] x) {
        if (x.length != k * d) {
            throw new IllegalArgumentException(
                    "x has length " + x.length + ": expected " + k * d + ", " + k + " rows of " + d + " weights");
        }
        double[][] w = new double[k][];
        for (int c = 0; c < k; c++) {
            w[c] = Arrays.copyOfRange(x, c * d, (c + 1) * d);
        }
        return w;
    }
}
