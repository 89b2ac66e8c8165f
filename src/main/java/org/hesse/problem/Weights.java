package org.hesse.problem;

import org.hesse.linear.Products;

/** The weights of a perceptron, or a direction in their space, as the matrices of its layers. */
final class Weights {
    /** For each layer the rows of W, of length d. */
    final double[][][] w;
    /** For each layer the rows of Wᵀ; not loaded for the first, through which nothing is sent back. */
    final double[][][] transposed;
    /** For each layer its biases. */
    final double[][] b;

    /** Room for layers between {@code units}: the inputs, the hidden layers, the outputs. */
    Weights(int[] units) {
        int layers = units.length - 1;
        w = new double[layers][][];
        transposed = new double[layers][][];
        b = new double[layers][];
        for (int l = 0; l < layers; l++) {
            w[l] = new double[units[l + 1]][units[l]];
            transposed[l] = new double[units[l]][units[l + 1]];
            b[l] = new double[units[l + 1]];
        }
    }

    /** Takes W1, b1, W2, b2, … from a vector; the rows of each matrix one after another. */
    Weights load(double[] x) {
        int at = 0;
        for (int l = 0; l < w.length; l++) {
            for (double[] row : w[l]) {
                System.arraycopy(x, at, row, 0, row.length);
                at += row.length;
            }
            System.arraycopy(x, at, b[l], 0, b[l].length);
            at += b[l].length;
            if (l > 0) {
                Products.transpose(w[l], w[l].length, w[l][0].length, transposed[l]);
            }
        }
        return this;
    }
}
