package org.hesse.problem;

import java.util.Arrays;
import java.util.List;
import org.hesse.linear.Products;
import org.hesse.objective.Bartlett;
import org.hesse.objective.Kronecker;
import org.hesse.objective.Seeds;

/**
 * The Fisher matrix of a linear model with labels as one block A⊗S without biases: A = E[xxᵀ] of order d, also for sparse
 * rows, S = E[ssᵀ] of order k. With all labels S is the mean of ∂²ℓ/∂z², and for one sample A⊗S the Hessian.
 */
record LinearFisher(LinearSum sum, Likelihood loss) implements Kronecker {
    @Override
    public int size() {
        return sum.size;
    }

    /** Two labels have one output. */
    @Override
    public int classes() {
        return Math.max(2, sum.model.outputs);
    }

    @Override
    public double lambda() {
        return sum.model.lambda;
    }

    @Override
    public List<Block> factorsAt(double[] x, Labels labels, long seed) {
        double[][] w = sum.matrix(x);
        double[][] a = new double[w[0].length][w[0].length];
        double[][] s = new double[w.length][w.length];
        Tile t = sum.model.tiles.take();
        double[][] room = t.squaresRoom();
        for (int from = 0; from < sum.size; from += Tile.SIZE) {
            sum.load(t, from, Math.min(from + Tile.SIZE, sum.size));
            t.outputs(w);
            switch (labels) {
                case SAMPLED -> loss.draw(t, Seeds.random(Seeds.mix(seed, from)));
                case EMPIRICAL -> loss.sum(t, true);
                case EXACT -> addCurvatures(t, s);
            }
            if (labels != Labels.EXACT) {
                double[][] columns = new double[t.n][s.length];
                Products.transpose(t.z, s.length, t.n, columns);
                Products.addUpper(t.z, columns, t.n, s.length, s);
            }
            t.prepareSquares();
            Arrays.fill(t.a, 1);
            t.addSquares(room, a);
        }
        sum.model.tiles.give(t);
        mean(a);
        mean(s);
        return List.of(new Block(0, s.length, a.length, a, s));
    }

    private void addCurvatures(Tile t, double[][] s) {
        loss.linearise(t);
        for (int c = 0; c < s.length; c++) {
            for (int e = c; e < s.length; e++) {
                loss.curvature(t.z, c, e, t);
                for (int i = 0; i < t.n; i++) {
                    s[c][e] += t.a[i];
                }
            }
        }
    }

    /** From the upper triangle of a sum. */
    private void mean(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = i; j < m.length; j++) {
                m[i][j] /= sum.size;
                m[j][i] = m[i][j];
            }
        }
    }

    /** As {@link Bartlett}. */
    void diagonalAt(double[] x, long seed, double[] d) {
        double[][] w = sum.matrix(x);
        Arrays.fill(d, 0);
        sum.reduce(
                (t, from, to) -> {
                    sum.load(t, from, to);
                    t.outputs(w);
                    loss.draw(t, Seeds.random(Seeds.mix(seed, from)));
                    t.sumGradients();
                },
                t -> t.addGradientTo(d, 0));
        for (int i = 0; i < d.length; i++) {
            d[i] = d[i] * d[i] / sum.size + lambda();
        }
    }
}
