package org.hesse.problem;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.linear.Products;
import org.hesse.objective.Kronecker.Labels;
import org.hesse.objective.Seeds;

/**
 * The Fisher matrix of a perceptron on the samples of one chunk: for each layer Σ āāᵀ and Σ ssᵀ, upper triangles. Slopes are
 * those of the cross-entropy, for labels of the data, drawn ones, or all, each weighted by the root of its probability.
 */
final class FisherSums {
    final Network net;
    final double[][][] a;
    final double[][][] s;
    private final double[][] p;
    private final double[][][] columns; // the slopes, a row for each sample

    FisherSums(int[] units, Activation activation) {
        int layers = units.length - 1;
        net = new Network(units, activation);
        a = new double[layers][][];
        s = new double[layers][][];
        columns = new double[layers][][];
        for (int l = 0; l < layers; l++) {
            a[l] = new double[units[l] + 1][units[l] + 1];
            s[l] = new double[units[l + 1]][units[l + 1]];
            columns[l] = new double[Network.SIZE][units[l + 1]];
        }
        p = new double[units[layers]][Network.SIZE];
    }

    /** The sums for samples that have been loaded; draws are those of the chunk that begins at an index. */
    void run(Weights w, Loss loss, Labels labels, long seed, int from) {
        forward(w, loss);
        for (int l = 0; l < a.length; l++) {
            sumActivations(l);
            clear(s[l]);
        }
        int runs = labels == Labels.EXACT ? p.length : 1;
        for (int c = 0; c < runs; c++) {
            switch (labels) {
                case SAMPLED -> draw(seed, from);
                case EXACT -> slopes(c);
                case EMPIRICAL -> slopes();
            }
            sumSlopes(w);
        }
    }

    /** The gradient for labels that are drawn. */
    void gradient(Weights w, Loss loss, long seed, int from) {
        forward(w, loss);
        draw(seed, from);
        net.backward(w);
    }

    private void forward(Weights w, Loss loss) {
        net.forward(w);
        loss.linearise(net.last());
        for (int c = 0; c < p.length; c++) {
            System.arraycopy(net.last().z[c], 0, p[c], 0, net.n);
        }
    }

    private void slopes() {
        for (int i = 0; i < net.n; i++) {
            net.last().z[(int) net.last().y[i]][i] -= 1;
        }
    }

    private void draw(long seed, int from) {
        RandomGenerator random = Seeds.random(Seeds.mix(seed, from));
        for (int i = 0; i < net.n; i++) {
            net.last().z[CrossEntropy.label(p, i, random.nextDouble())][i] -= 1;
        }
    }

    /** √p_c(p − e_c). */
    private void slopes(int c) {
        double[][] z = net.last().z;
        for (int i = 0; i < net.n; i++) {
            double root = Math.sqrt(p[c][i]);
            for (int d = 0; d < z.length; d++) {
                z[d][i] = root * (p[d][i] - (c == d ? 1 : 0));
            }
        }
    }

    private void sumActivations(int l) {
        net.transposeActivations(l);
        Tile layer = net.layers[l];
        int d = layer.packed.length;
        clear(a[l]);
        Products.addUpper(layer.packed, layer.x, net.n, d, a[l]);
        for (int j = 0; j < d; j++) {
            double sum = 0;
            for (int i = 0; i < net.n; i++) {
                sum += layer.packed[j][i];
            }
            a[l][j][d] = sum;
        }
        a[l][d][d] = net.n;
    }

    /** From the slopes at the outputs those of all layers. */
    private void sumSlopes(Weights w) {
        for (int l = s.length - 1; l >= 0; l--) {
            double[][] z = net.layers[l].z;
            Products.transpose(z, z.length, net.n, columns[l]);
            Products.addUpper(z, columns[l], net.n, z.length, s[l]);
            if (l > 0) {
                net.sendBack(w, l, net.layers[l - 1].z);
                net.timesSlopes(l, net.layers[l - 1].z);
            }
        }
    }

    private static void clear(double[][] m) {
        for (double[] row : m) {
            Arrays.fill(row, 0);
        }
    }
}
