package org.hesse.search;

import org.hesse.linear.Vectors;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;

/**
 * A ray in Rⁿ: φ(α) = f(x + αd), evaluated through an oracle, on its present batch. Every trial is noted as an event.
 */
public final class VectorRay implements Ray {
    private final Oracle f;
    private final Evaluation start;
    private final double[] d;
    private final double slope;
    private double[] scratch;

    /**
     * A ray.
     *
     * @param f the oracle
     * @param start the evaluation at x, on the oracle's present batch
     * @param d the direction, length n, not modified, and not to be modified while the ray is in use
     */
    public VectorRay(Oracle f, Evaluation start, double[] d) {
        if (d.length != start.x().length) {
            throw new IllegalArgumentException(
                    "direction d has length " + d.length + ", expected n = " + start.x().length);
        }
        this.f = f;
        this.start = start;
        this.d = d;
        this.slope = Vectors.dot(start.gradient(), d);
    }

    @Override
    public double value() {
        return start.value();
    }

    @Override
    public double slope() {
        return slope;
    }

    @Override
    public double valueAt(double alpha) {
        if (scratch == null) {
            scratch = new double[d.length];
        }
        double[] x = start.x();
        for (int i = 0; i < d.length; i++) {
            scratch[i] = x[i] + alpha * d[i];
        }
        double value = f.value(scratch);
        f.note(new Trial(alpha, value, Double.NaN, null));
        return value;
    }

    @Override
    public Trial at(double alpha) {
        Evaluation e = f.at(Vectors.plus(start.x(), alpha, d));
        Trial trial = new Trial(alpha, e.value(), Vectors.dot(e.gradient(), d), e);
        f.note(trial);
        return trial;
    }
}
