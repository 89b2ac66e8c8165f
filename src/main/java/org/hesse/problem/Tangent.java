package org.hesse.problem;

import org.hesse.linear.Products;

/**
 * Products with the Hessian of a perceptron, for the samples of one chunk: Pearlmutter's R-operator, Neural Computation 6
 * (1994), 147–160. R is the derivative along a direction V in the space of the weights.
 *
 * <p>Forward, Rzₗ = Vₗaₗ + WₗRaₗ and Raₗ₊₁ = σ'(zₗ)∘Rzₗ; at the outputs Rs = ∇²ℓ·Rz; backward,
 * Rqₗ = WₗᵀRsₗ + Vₗᵀsₗ and Rsₗ₋₁ = σ'∘Rqₗ + Rσ'∘qₗ; the product is Rsₗaₗᵀ + sₗRaₗᵀ. Without the terms that
 * have s or q in them it is that with the Gauss–Newton matrix.
 */
final class Tangent {
    /** At the point. */
    final Network net;
    /** The derivatives along the direction, in the places of what they are derivatives of. */
    final Network r;

    Tangent(int[] units, Activation activation) {
        net = new Network(units, activation);
        r = new Network(units, activation);
    }

    /** Leaves the product in {@code r}, whose samples have been loaded into {@code net}. */
    void times(Linearisation point, Weights w, Weights v, Loss loss, boolean whole) {
        point.restore(net);
        r.resize(net.n);
        forward(w, v);
        loss.curve(point.p(), r.last());
        backward(point, w, v, whole);
    }

    private void forward(Weights w, Weights v) {
        for (int l = 0; l < net.layers.length; l++) {
            double[][] rz = r.layers[l].z;
            net.affine(v, l, rz);
            if (l > 0) {
                r.addTimes(w, l, rz);
            }
            if (l + 1 < net.layers.length) {
                double[][] ra = r.layers[l + 1].packed;
                for (int c = 0; c < rz.length; c++) {
                    System.arraycopy(rz[c], 0, ra[c], 0, net.n);
                }
                net.timesSlopes(l + 1, ra);
                r.keep(l + 1, rz);
            }
        }
    }

    private void backward(Linearisation point, Weights w, Weights v, boolean whole) {
        for (int l = net.layers.length - 1; l >= 0; l--) {
            sumGradients(l, whole);
            if (l > 0) {
                double[][] rq = r.layers[l - 1].z;
                r.sendBack(w, l, rq);
                if (whole) {
                    net.addSentBack(v, l, rq);
                }
                net.timesSlopes(l, rq);
                if (whole) {
                    net.bend(l, r, point.q()[l - 1], rq);
                }
            }
        }
    }

    private void sumGradients(int l, boolean whole) {
        Tile at = net.layers[l];
        Tile along = r.layers[l];
        along.sumGradients(at.x);
        r.sumBiases(l);
        if (whole && l > 0) {
            r.transposeActivations(l);
            Products.addProduct(at.z, at.z.length, along.x, net.n, along.packed.length, along.gradient);
        }
    }
}
