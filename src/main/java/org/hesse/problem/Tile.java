package org.hesse.problem;

import java.util.Arrays;
import org.hesse.data.Dataset;
import org.hesse.linear.Products;

/** Working memory for up to {@code size} samples: their rows and targets, k outputs for each, and sums over them. */
class Tile {
    /** The chunk of the sums of linear models, part of their definition: ten classes of it fit the first-level cache. */
    static final int SIZE = 256;

    /** The number of samples loaded. */
    int n;

    final double[][] x;
    private final double[][] rooms; // for rows of sparse data
    final double[] y;
    /** The transpose of x, d rows. */
    final double[][] packed;
    /** The outputs, k rows, which a loss overwrites. */
    final double[][] z;
    /** Room for a loss. */
    final double[] a;

    final double[] b;
    final double[] c;
    /** The sum of the losses and of their gradients, k rows of length d. */
    double loss;

    final double[][] gradient;

    Tile(int outputs, int features, int size) {
        x = new double[size][];
        rooms = new double[size][];
        y = new double[size];
        a = new double[size];
        b = new double[size];
        c = new double[size];
        packed = new double[features][size];
        z = new double[outputs][size];
        gradient = new double[outputs][features];
    }

    /** Takes the samples at the places from … to − 1 of an order; null is the order of the data. */
    void load(Dataset data, int[] order, int from, int to) {
        n = to - from;
        double[] targets = data.targets();
        boolean sparse = data.sparse().isPresent();
        for (int i = 0; i < n; i++) {
            int row = order == null ? from + i : order[from + i];
            if (sparse && rooms[i] == null) {
                rooms[i] = new double[packed.length];
            }
            x[i] = data.row(row, rooms[i]);
            y[i] = targets[row];
        }
    }

    /** z ← w·xᵀ: the outputs, w of k rows. */
    void outputs(double[][] w) {
        Products.productTransposed(w, z.length, x, n, packed.length, packed, z);
    }

    /** Room for {@link #addSquares}. */
    double[][] squaresRoom() {
        return new double[packed.length][SIZE];
    }

    /** Makes ready for {@link #addSquares}. */
    void prepareSquares() {
        Products.transpose(x, n, packed.length, packed);
    }

    /** The upper triangle of block ← block + Σ aᵢxᵢxᵢᵀ. */
    void addSquares(double[][] room, double[][] block) {
        Products.scaleColumns(packed, packed.length, a, n, room);
        Products.addUpper(room, x, n, packed.length, block);
    }

    /** gradient ← z·x: the gradients of the losses, if z holds their slopes. */
    void sumGradients() {
        sumGradients(x);
    }

    /** gradient ← z·rows, for other rows than those of this tile. */
    void sumGradients(double[][] rows) {
        for (double[] row : gradient) {
            Arrays.fill(row, 0);
        }
        Products.addProduct(z, z.length, rows, n, packed.length, gradient);
    }

    /** The gradient of the loss of one sample, z's column times its row, from some index of g on; the index after it. */
    int outerProduct(int sample, double[] g, int from) {
        double[] row = x[sample];
        int at = from;
        for (double[] outputs : z) {
            double slope = outputs[sample];
            for (int j = 0; j < packed.length; j++) {
                g[at++] = slope * row[j];
            }
        }
        return at;
    }

    /** Adds the gradient, row by row, to the entries of g that begin at some index; returns the index after them. */
    int addGradientTo(double[] g, int from) {
        int i = from;
        for (double[] row : gradient) {
            for (double entry : row) {
                g[i++] += entry;
            }
        }
        return i;
    }
}
