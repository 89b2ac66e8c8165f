package org.hesse.problem;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.data.Dataset;
import org.hesse.linear.Vectors;
import org.hesse.objective.Bartlett;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Hessian;
import org.hesse.objective.Kronecker;
import org.hesse.objective.Layered;
import org.hesse.objective.Structure;

/** A perceptron on some samples, chunk by chunk through a {@link Network}. */
final class PerceptronSum extends DataSum {
    private static final Loss LOSS = new CrossEntropy();

    private final Perceptron model;

    PerceptronSum(Perceptron model, Dataset data, int[] order, int start, int size) {
        super(model, data, order, start, size);
        this.model = model;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        if (type == GaussNewton.class) {
            GaussNewton matrix = x -> new Matrix(x, false);
            return Optional.of(type.cast(matrix));
        }
        PerceptronFisher fisher = new PerceptronFisher(this, model, LOSS);
        if (type == Kronecker.class) {
            return Optional.of(type.cast(fisher));
        }
        if (type == Bartlett.class) {
            Bartlett diagonal = fisher::diagonalAt;
            return Optional.of(type.cast(diagonal));
        }
        if (type == Layered.class) {
            Layered layers = model::layers;
            return Optional.of(type.cast(layers));
        }
        return super.as(type);
    }

    @Override
    double meanLoss(double[] x, double[] g) {
        Weights w = weights(x);
        double[] sum = new double[1];
        if (g != null) {
            Arrays.fill(g, 0);
        }
        model.parallel.reduce(
                size,
                Network.SIZE,
                model.networks,
                (net, from, to) -> {
                    load(net, from, to);
                    net.forward(w);
                    net.last().loss = LOSS.sum(net.last(), g != null);
                    if (g != null) {
                        net.backward(w);
                    }
                },
                net -> {
                    sum[0] += net.last().loss;
                    if (g != null) {
                        net.addGradientTo(g);
                    }
                });
        model.weights.give(w);
        if (g != null) {
            Vectors.scale(1.0 / size, g);
        }
        return sum[0] / size;
    }

    @Override
    void sampleGradients(double[] x, int from, int to, double[] rows) {
        Weights w = weights(x);
        model.parallel.reduce(
                to - from,
                Network.SIZE,
                model.networks,
                (net, first, end) -> {
                    load(net, from + first, from + end);
                    net.forward(w);
                    LOSS.sum(net.last(), true);
                    net.backwardEach(w, rows, first * x.length);
                },
                net -> {});
        model.weights.give(w);
    }

    /** The outputs of all samples, a row for each class. */
    double[][] outputs(double[] x) {
        Weights w = weights(x);
        double[][] z = new double[model.units[model.units.length - 1]][size];
        forEachChunk(w, (net, from, to) -> {
            for (int c = 0; c < z.length; c++) {
                System.arraycopy(net.last().z[c], 0, z[c], from, net.n);
            }
        });
        model.weights.give(w);
        return z;
    }

    @Override
    public Hessian hessianAt(double[] x) {
        return new Matrix(x, true);
    }

    /** The Hessian, or its Gauss–Newton part. */
    private final class Matrix implements Hessian {
        private final Weights w;
        private final Linearisation[] points; // for each chunk
        private final boolean whole;

        Matrix(double[] x, boolean whole) {
            this.w = weights(x); // never given back: it lives as long as this matrix
            this.whole = whole;
            this.points = new Linearisation[(size + Network.SIZE - 1) / Network.SIZE];
            forEachChunk(w, (net, from, to) -> points[from / Network.SIZE] = Linearisation.of(net, w, LOSS));
        }

        @Override
        public int dimension() {
            return model.dimension();
        }

        @Override
        public void times(double[] v, double[] hv) {
            Weights direction = weights(v);
            Arrays.fill(hv, 0);
            model.parallel.reduce(
                    size,
                    Network.SIZE,
                    model.tangents,
                    (t, from, to) -> {
                        load(t.net, from, to);
                        t.times(points[from / Network.SIZE], w, direction, LOSS, whole);
                    },
                    t -> t.r.addGradientTo(hv));
            model.weights.give(direction);
            meanWithPenalty(v, hv);
        }
    }

    private interface Chunk {
        void run(Network net, int from, int to);
    }

    private void forEachChunk(Weights w, Chunk work) {
        model.parallel.reduce(
                size,
                Network.SIZE,
                model.networks,
                (net, from, to) -> {
                    load(net, from, to);
                    net.forward(w);
                    work.run(net, from, to);
                },
                net -> {});
    }

    void load(Network net, int from, int to) {
        net.load(data, order, start + from, start + to);
    }

    Weights weights(double[] x) {
        if (x.length != model.dimension()) {
            throw new IllegalArgumentException("x has length " + x.length + ": expected " + model.dimension()
                    + ", the weights and biases of " + model);
        }
        return model.weights.take().load(x);
    }
}
