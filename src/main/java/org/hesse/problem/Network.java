package org.hesse.problem;

import java.util.Arrays;
import org.hesse.data.Dataset;
import org.hesse.linear.Products;

/**
 * Working memory of a perceptron for up to {@link #SIZE} samples: a {@link Tile} for each layer, a column for each sample.
 *
 * <p>Forward, zₗ = Wₗaₗ + bₗ and aₗ₊₁ = σ(zₗ); backward, sₗ₋₁ = σ'(zₗ₋₁)∘qₗ with qₗ = Wₗᵀsₗ; the gradients are sₗaₗᵀ.
 * All are matrix products. In the tile of a layer, {@code packed} is aₗ, {@code x} its transpose, {@code z} the zₗ and then
 * the slopes sₗ.
 */
final class Network {
    /** The chunk of the sums, part of their definition; a layer of 64 units has 32 kB. */
    static final int SIZE = 64;

    private static final double[] ONES = new double[SIZE];

    static {
        Arrays.fill(ONES, 1);
    }

    /** The number of samples loaded. */
    int n;

    final Tile[] layers;
    /** For each layer but the first what the slopes of the units before it are made of, see {@link Activation}. */
    final double[][][] kept;

    private final Activation activation;
    private final double[][] biases; // gradients with respect to b

    /** Room for layers between {@code units}: the inputs, the hidden layers, the outputs. */
    Network(int[] units, Activation activation) {
        this.activation = activation;
        layers = new Tile[units.length - 1];
        kept = new double[layers.length][][];
        biases = new double[layers.length][];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new Tile(units[l + 1], units[l], SIZE);
            biases[l] = new double[units[l + 1]];
            if (l > 0) {
                kept[l] = activation.keepsOutputs ? layers[l].packed : new double[units[l]][SIZE];
            }
            for (int i = 0; l > 0 && i < SIZE; i++) {
                layers[l].x[i] = new double[units[l]];
            }
        }
    }

    Tile last() {
        return layers[layers.length - 1];
    }

    /** Takes some samples, see {@link Tile#load}. */
    void load(Dataset data, int[] order, int from, int to) {
        layers[0].load(data, order, from, to);
        System.arraycopy(layers[0].y, 0, last().y, 0, to - from);
        resize(to - from);
        Products.transpose(layers[0].x, n, layers[0].packed.length, layers[0].packed);
    }

    /** Says how many samples the columns stand for. */
    void resize(int samples) {
        n = samples;
        for (Tile layer : layers) {
            layer.n = n;
        }
    }

    /** The activations of all layers and, in the last, the outputs z. */
    void forward(Weights w) {
        for (int l = 0; l < layers.length; l++) {
            Tile layer = layers[l];
            affine(w, l, layer.z);
            for (int c = 0; l + 1 < layers.length && c < layer.z.length; c++) {
                activation.of(layer.z[c], n, layers[l + 1].packed[c]);
            }
            keep(l + 1, layer.z);
        }
    }

    /** Keeps z for a layer, if not its activations are kept. */
    void keep(int l, double[][] z) {
        for (int c = 0; l < layers.length && !activation.keepsOutputs && c < z.length; c++) {
            System.arraycopy(z[c], 0, kept[l][c], 0, n);
        }
    }

    /** z ← W·a + b. */
    void affine(Weights w, int l, double[][] z) {
        for (int c = 0; c < z.length; c++) {
            Arrays.fill(z[c], 0, n, w.b[l][c]);
        }
        addTimes(w, l, z);
    }

    /** z ← z + W·a. */
    void addTimes(Weights w, int l, double[][] z) {
        Products.addProduct(w.w[l], z.length, layers[l].packed, layers[l].packed.length, n, z);
    }

    /** From the slopes in the last layer the gradients of all layers. */
    void backward(Weights w) {
        for (int l = layers.length - 1; l >= 0; l--) {
            transposeActivations(l);
            layers[l].sumGradients();
            sumBiases(l);
            if (l > 0) {
                sendBack(w, l, layers[l - 1].z);
                timesSlopes(l, layers[l - 1].z);
            }
        }
    }

    /** From the slopes in the last layer the gradient of each sample by itself, one after another from some index on. */
    void backwardEach(Weights w, double[] rows, int from) {
        for (int l = layers.length - 1; l > 0; l--) {
            transposeActivations(l);
            sendBack(w, l, layers[l - 1].z);
            timesSlopes(l, layers[l - 1].z);
        }
        int at = from;
        for (int i = 0; i < n; i++) {
            for (Tile layer : layers) {
                at = layer.outerProduct(i, rows, at);
                for (double[] slopes : layer.z) {
                    rows[at++] = slopes[i];
                }
            }
        }
    }

    /** q ← Wᵀ·s: the slopes with respect to the activations that a layer takes. */
    void sendBack(Weights w, int l, double[][] q) {
        for (double[] row : q) {
            Arrays.fill(row, 0, n, 0);
        }
        addSentBack(w, l, q);
    }

    void addSentBack(Weights w, int l, double[][] q) {
        Products.addProduct(w.transposed[l], q.length, layers[l].z, layers[l].z.length, n, q);
    }

    /** q ← σ'∘q for the units before a layer. */
    void timesSlopes(int l, double[][] q) {
        for (int c = 0; c < q.length; c++) {
            activation.timesSlopes(kept[l][c], n, q[c]);
        }
    }

    /** rs ← rs + Rσ'∘q for the units before a layer, whose derivatives along a direction are in {@code r}. */
    void bend(int l, Network r, double[][] q, double[][] rs) {
        for (int c = 0; c < q.length; c++) {
            activation.bend(kept[l][c], r.kept[l][c], q[c], n, rs[c]);
        }
    }

    /** The rows of the activations that a layer takes. */
    void transposeActivations(int l) {
        if (l > 0) { // the first layer has the rows of the data
            Products.transpose(layers[l].packed, layers[l].packed.length, n, layers[l].x);
        }
    }

    /** The gradient with respect to the biases of a layer: s·1. */
    void sumBiases(int l) {
        Products.times(layers[l].z, layers[l].z.length, ONES, n, biases[l]);
    }

    /** g ← g + the gradients, W1, b1, W2, b2, …. */
    void addGradientTo(double[] g) {
        int at = 0;
        for (int l = 0; l < layers.length; l++) {
            at = layers[l].addGradientTo(g, at);
            for (double entry : biases[l]) {
                g[at++] += entry;
            }
        }
    }
}
