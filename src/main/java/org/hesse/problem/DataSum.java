package org.hesse.problem;

import org.hesse.data.Dataset;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;

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
