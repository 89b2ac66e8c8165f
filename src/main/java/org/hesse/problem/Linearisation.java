package org.hesse.problem;

import java.util.Arrays;

/**
 * What products with the Hessian need to know of the point, for the samples of one chunk.
 *
 * @param a for each layer but the first the activations it takes, a row for each unit
 * @param kept for each layer but the first what slopes are made of; of activations that keep a itself that array
 * @param q for each layer but the first the slopes with respect to those activations
 * @param p the probabilities of the classes, a row for each
 */
record Linearisation(double[][][] a, double[][][] kept, double[][][] q, double[][] p) {
    /** Of a network that has gone forward; its slopes are overwritten. */
    static Linearisation of(Network net, Weights w, Loss loss) {
        int hidden = net.layers.length - 1;
        Linearisation point = new Linearisation(
                new double[hidden][][], new double[hidden][][], new double[hidden][][], copy(net, net.last().z));
        loss.linearise(net.last());
        copyTo(net.last().z, point.p, net.n);
        subtractTargets(net.last());
        for (int l = hidden; l > 0; l--) {
            Tile below = net.layers[l - 1];
            net.sendBack(w, l, below.z);
            point.a[l - 1] = copy(net, net.layers[l].packed);
            point.kept[l - 1] = net.kept[l] == net.layers[l].packed ? point.a[l - 1] : copy(net, net.kept[l]);
            point.q[l - 1] = copy(net, below.z);
            net.timesSlopes(l, below.z);
        }
        return point;
    }

    /** Puts activations and slopes back into a network that the same samples have been loaded into. */
    void restore(Network net) {
        copyTo(p, net.last().z, net.n);
        subtractTargets(net.last());
        for (int l = net.layers.length - 1; l > 0; l--) {
            copyTo(a[l - 1], net.layers[l].packed, net.n);
            if (kept[l - 1] != a[l - 1]) {
                copyTo(kept[l - 1], net.kept[l], net.n);
            }
            copyTo(q[l - 1], net.layers[l - 1].z, net.n);
            net.timesSlopes(l, net.layers[l - 1].z);
            net.transposeActivations(l);
        }
    }

    /** From probabilities to slopes of the cross-entropy. */
    private static void subtractTargets(Tile t) {
        for (int i = 0; i < t.n; i++) {
            t.z[(int) t.y[i]][i] -= 1;
        }
    }

    private static double[][] copy(Network net, double[][] rows) {
        double[][] copies = new double[rows.length][];
        Arrays.setAll(copies, c -> Arrays.copyOf(rows[c], net.n));
        return copies;
    }

    private static void copyTo(double[][] from, double[][] to, int n) {
        for (int c = 0; c < from.length; c++) {
            System.arraycopy(from[c], 0, to[c], 0, n);
        }
    }
}
