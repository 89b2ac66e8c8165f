package org.hesse.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hesse.objective.Kronecker;

/** The Fisher matrix of a perceptron on some samples, chunk by chunk through {@link FisherSums}. */
record PerceptronFisher(PerceptronSum sum, Perceptron model, Loss loss) implements Kronecker {
    @Override
    public int size() {
        return sum.size;
    }

    @Override
    public int classes() {
        return model.units[model.units.length - 1];
    }

    @Override
    public double lambda() {
        return model.lambda;
    }

    @Override
    public List<Block> factorsAt(double[] x, Labels labels, long seed) {
        Weights w = sum.weights(x);
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (int l = 0; l + 1 < model.units.length; l++) {
            int d = model.units[l];
            int k = model.units[l + 1];
            blocks.add(new Block(start, k, d, new double[d + 1][d + 1], new double[k][k]));
            start += k * (d + 1);
        }
        model.parallel.reduce(
                sum.size,
                Network.SIZE,
                model.fishers,
                (t, from, to) -> {
                    sum.load(t.net, from, to);
                    t.run(w, loss, labels, seed, from);
                },
                t -> {
                    for (int l = 0; l < t.a.length; l++) {
                        addUpper(t.a[l], blocks.get(l).a());
                        addUpper(t.s[l], blocks.get(l).s());
                    }
                });
        for (Block block : blocks) {
            mean(block.a());
            mean(block.s());
        }
        model.weights.give(w);
        return blocks;
    }

    /** As {@link org.hesse.objective.Bartlett}. */
    void diagonalAt(double[] x, long seed, double[] d) {
        Weights w = sum.weights(x);
        Arrays.fill(d, 0);
        model.parallel.reduce(
                sum.size,
                Network.SIZE,
                model.fishers,
                (t, from, to) -> {
                    sum.load(t.net, from, to);
                    t.gradient(w, loss, seed, from);
                },
                t -> t.net.addGradientTo(d));
        for (int i = 0; i < d.length; i++) {
            d[i] = d[i] * d[i] / sum.size + model.lambda;
        }
        model.weights.give(w);
    }

    private static void addUpper(double[][] some, double[][] all) {
        for (int i = 0; i < all.length; i++) {
            for (int j = i; j < all.length; j++) {
                all[i][j] += some[i][j];
            }
        }
    }

    private void mean(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = i; j < m.length; j++) {
                m[i][j] /= sum.size;
                m[j][i] = m[i][j];
            }
        }
    }
}
