package org.hesse.problem;

import java.util.Arrays;
import org.hesse.data.Dataset;
import org.hesse.data.SparseRows;

/**
 * A {@link Tile} of a linear model on sparse rows: everything costs as much as there are entries. The gradient is not summed
 * here, where it would have as many zeros as there are features, but added to that of all samples, sample by sample in
 * their order.
 */
final class SparseTile extends Tile {
    private final int features;
    private final int[] samples = new int[SIZE];
    private SparseRows rows;

    SparseTile(int outputs, int features) {
        super(outputs, 0, SIZE);
        this.features = features;
    }

    @Override
    void load(Dataset data, int[] order, int from, int to) {
        n = to - from;
        rows = data.sparse()
                .orElseThrow(() -> new IllegalStateException("dense " + data + " in a model of sparse rows"));
        for (int i = 0; i < n; i++) {
            samples[i] = order == null ? from + i : order[from + i];
            y[i] = data.targets()[samples[i]];
        }
    }

    @Override
    void outputs(double[][] w) {
        for (int c = 0; c < z.length; c++) {
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int p = rows.start()[samples[i]]; p < rows.start()[samples[i] + 1]; p++) {
                    sum += rows.value()[p] * w[c][rows.index()[p]];
                }
                z[c][i] = sum;
            }
        }
    }

    @Override
    void sumGradients() {}

    @Override
    int addGradientTo(double[] g, int from) {
        for (int i = 0; i < n; i++) {
            addOuterProduct(i, g, from);
        }
        return from + z.length * features;
    }

    @Override
    int outerProduct(int sample, double[] g, int from) {
        Arrays.fill(g, from, from + z.length * features, 0);
        addOuterProduct(sample, g, from);
        return from + z.length * features;
    }

    private void addOuterProduct(int sample, double[] g, int from) {
        for (int c = 0; c < z.length; c++) {
            double slope = z[c][sample];
            int at = from + c * features;
            for (int p = rows.start()[samples[sample]]; p < rows.start()[samples[sample] + 1]; p++) {
                g[at + rows.index()[p]] += slope * rows.value()[p];
            }
        }
    }

    @Override
    double[][] squaresRoom() {
        return new double[0][];
    }

    @Override
    void prepareSquares() {}

    @Override
    void addSquares(double[][] room, double[][] block) {
        for (int i = 0; i < n; i++) {
            int end = rows.start()[samples[i] + 1];
            for (int p = rows.start()[samples[i]]; p < end; p++) {
                double[] row = block[rows.index()[p]];
                double scaled = a[i] * rows.value()[p];
                for (int q = p; q < end; q++) {
                    row[rows.index()[q]] += scaled * rows.value()[q];
                }
            }
        }
    }
}
