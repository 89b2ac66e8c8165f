package org.hesse.problem;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.data.Dataset;
import org.hesse.linear.Vectors;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Hessian;
import org.hesse.objective.Structure;

/** A {@link DataSum} of half squared residuals, one sample after another. */
abstract class SampleSum extends DataSum {
    SampleSum(DataModel model, Dataset data, int[] order, int start, int size) {
        super(model, data, order, start, size);
    }

    /** Working memory for one sample. */
    abstract double[][] room();

    /** The loss of a sample; leaves its residuals in the room. */
    abstract double loss(double[] x, int sample, double[][] room);

    /** Adds the gradient of that loss to g, from an index on; the room is as {@link #loss} left it. */
    abstract void addGradient(double[] x, int sample, double[][] room, double[] g, int from);

    /** Adds its Hessian times v, or the Gauss–Newton part of it, to hv; the room is as {@link #loss} left it. */
    abstract void addProduct(double[] x, double[] v, int sample, double[][] room, double[] hv, boolean whole);

    /** The i-th sample, its number in the data. */
    int sample(int i) {
        return order == null ? start + i : order[start + i];
    }

    private void checkLength(double[] x) {
        if (x.length != dimension()) {
            throw new IllegalArgumentException("x has length " + x.length + ": expected " + dimension());
        }
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        GaussNewton matrix = x -> new Matrix(x, false);
        return type == GaussNewton.class ? Optional.of(type.cast(matrix)) : super.as(type);
    }

    @Override
    double meanLoss(double[] x, double[] g) {
        checkLength(x);
        if (g != null) {
            Arrays.fill(g, 0);
        }
        double[][] room = room();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += loss(x, sample(i), room);
            if (g != null) {
                addGradient(x, sample(i), room, g, 0);
            }
        }
        if (g != null) {
            Vectors.scale(1.0 / size, g);
        }
        return sum / size;
    }

    @Override
    void sampleGradients(double[] x, int from, int to, double[] rows) {
        checkLength(x);
        Arrays.fill(rows, 0, (to - from) * x.length, 0);
        double[][] room = room();
        for (int i = from; i < to; i++) {
            loss(x, sample(i), room);
            addGradient(x, sample(i), room, rows, (i - from) * x.length);
        }
    }

    @Override
    public Hessian hessianAt(double[] x) {
        return new Matrix(x, true);
    }

    /** The Hessian, or its Gauss–Newton part. */
    private final class Matrix implements Hessian {
        private final double[] x;
        private final boolean whole;

        Matrix(double[] x, boolean whole) {
            checkLength(x);
            this.x = x.clone();
            this.whole = whole;
        }

        @Override
        public int dimension() {
            return x.length;
        }

        @Override
        public void times(double[] v, double[] hv) {
            checkLength(v);
            Arrays.fill(hv, 0);
            double[][] room = room();
            for (int i = 0; i < size; i++) {
                loss(x, sample(i), room);
                addProduct(x, v, sample(i), room, hv, whole);
            }
            meanWithPenalty(v, hv);
        }
    }
}
