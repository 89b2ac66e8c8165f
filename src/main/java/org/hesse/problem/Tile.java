package org.hesse.problem;

import java.util.Arrays;
import org.hesse.data.Dataset;
import org.hesse.linear.Products;

/** Working memory for up to {@link #SIZE} samples: their rows and targets, k outputs for each, and sums over them. */
final class Tile {
    /** The chunk of the sums, part of their definition; 256 outputs of ten classes fit the first-level cache. */
    static final int SIZE = 256;

    /** The number of samples loaded. */
    int n;

    final double[][] x = new double[SIZE][];
    final double[] y = new double[SIZE];
    /** The transpose of x, d rows. */
    final double[][] packed;
    /** The outputs, k rows, which a loss overwrites. */
    final double[][] z;
    /** Room for a loss. */
    final double[] a = new double[SIZE];

    final double[] b = new double[SIZE];
    final double[] c = new double[SIZE];
    /** The sum of the losses and of their gradients, k rows of length d. */
    double loss;

    final double[][] gradient;

    Tile(int outputs, int features) {
        packed = new double[features][SIZE];
        z = new double[outputs][SIZE];
        gradient = new double[outputs][features];
    }

    /** Takes the samples at the places from … to − 1 of an order; null is the order of the data. */
    void load(Dataset data, int[] order, int from, int to) {
        n = to - from;
        double[][] rows = data.rows();
        double[] targets = data.targets();
        for (int i = 0; i < n; i++) {
            int row = order == null ? from + i : order[from + i];
            x[i] = rows[row];
            y[i] = targets[row];
        }
    }

    /** gradient ← z·x: the gradients of the losses, if z holds their slopes. */
    void sumGradients() {
        for (double[] row : gradient) {
            Arrays.fill(row, 0);
        }
        Products.addProduct(z, z.length, x, n, packed.length, gradient);
    }

    /** g ← g + gradient, row by row. */
    void addGradientTo(double[] g) {
        int i = 0;
        for (double[] row : gradient) {
            for (double entry : row) {
                g[i++] += entry;
            }
        }
    }
}
