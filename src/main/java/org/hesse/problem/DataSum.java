package org.hesse.problem;

import java.util.Optional;
import org.hesse.data.Dataset;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.PerSample;
import org.hesse.objective.Structure;

/** A {@link DataModel} on the samples at some places of an order: the mean of their losses and the regulariser. */
abstract class DataSum implements Objective, Curved {
    final Dataset data;
    final int size;
    final int[] order; // null: the order of the data
    final int start;
    private final DataModel model;

    DataSum(DataModel model, Dataset data, int[] order, int start, int size) {
        this.model = model;
        this.data = data;
        this.order = order;
        this.start = start;
        this.size = size;
    }

    /** The gradients of the losses of the samples at some places, one after another in rows, without the regulariser. */
    abstract void sampleGradients(double[] x, int from, int to, double[] rows);

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type == PerSample.class ? Optional.of(type.cast(new Samples())) : Objective.super.as(type);
    }

    private final class Samples implements PerSample {
        @Override
        public int size() {
            return size;
        }

        @Override
        public void gradients(double[] x, int from, int to, double[] rows) {
            int n = x.length;
            check(n, from, to, rows);
            sampleGradients(x, from, to, rows);
            if (model.lambda != 0) {
                for (int i = 0; i < to - from; i++) {
                    for (int j = 0; j < n; j++) {
                        rows[i * n + j] += model.lambda * x[j];
                    }
                }
            }
        }
    }

    /** The mean of the losses, and in g, unless null, its gradient. */
    abstract double meanLoss(double[] x, double[] g);

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public Layout layout() {
        return model.layout();
    }

    @Override
    public double value(double[] x) {
        return meanLoss(x, null) + penalty(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double mean = meanLoss(x, g);
        Vectors.axpy(model.lambda, x, g);
        return mean + penalty(x);
    }

    private double penalty(double[] x) {
        return 0.5 * model.lambda * Vectors.dot(x, x);
    }

    /** hv ← hv/size + λv: the product with a Hessian, from the sum over the samples. */
    void meanWithPenalty(double[] v, double[] hv) {
        for (int i = 0; i < hv.length; i++) {
            hv[i] = hv[i] * (1.0 / size) + model.lambda * v[i];
        }
    }

    /** Takes the samples at the places from … to − 1 of this sum. */
    void load(Tile t, int from, int to) {
        t.load(data, order, start + from, start + to);
    }
}
