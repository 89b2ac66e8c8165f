package org.hesse.search;

import org.hesse.linear.Vectors;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;

/**
 * A ray in Rⁿ: φ(α) = f(x + αd), evaluated through an oracle, on its present batch. Every trial is noted as an event.
 *
 * <p>Within bounds it ends at the first that it meets, and a variable that meets its bound lies on it, whatever the
 * rounding.
 */
public final class VectorRay implements Ray {
    private static final double MET =
            1 - 4 * Math.ulp(1.0); // this part of the way to a bound is all of it, but for rounding

    private final Oracle f;
    private final Evaluation start;
    private final double[] d;
    private final double slope;
    private final Domain box; // null without bounds
    private final double longest;
    private double[] scratch;

    /**
     * A ray.
     *
     * @param f the oracle
     * @param start the evaluation at x, on the oracle's present batch
     * @param d the direction, length n, not modified, and not to be modified while the ray is in use
     */
    public VectorRay(Oracle f, Evaluation start, double[] d) {
        this(f, start, d, Vectors.dot(start.gradient(), d));
    }

    /**
     * A ray with a slope that is known.
     *
     * @param f the oracle
     * @param start the evaluation at x, on the oracle's present batch
     * @param d the direction, length n, not modified, and not to be modified while the ray is in use
     * @param slope ∇f(x)ᵀd
     */
    public VectorRay(Oracle f, Evaluation start, double[] d, double slope) {
        this(f, start, d, slope, null, Double.POSITIVE_INFINITY);
    }

    /**
     * A ray within bounds.
     *
     * @param f the oracle
     * @param start the evaluation at x, a point within the bounds, on the oracle's present batch
     * @param d the direction, length n, 0 for a variable at its bound that would leave it; not modified, and not to be
     *     modified while the ray is in use
     * @param box the bounds
     * @return the ray, as long as it is within the bounds
     */
    public static VectorRay within(Oracle f, Evaluation start, double[] d, Domain box) {
        return box.isBounded()
                ? new VectorRay(f, start, d, Vectors.dot(start.gradient(), d), box, longest(start.x(), d, box))
                : new VectorRay(f, start, d);
    }

    private static double longest(double[] x, double[] d, Domain box) {
        double longest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < d.length; i++) {
            if (d[i] != 0) {
                longest = Math.min(longest, ((d[i] > 0 ? box.upper()[i] : box.lower()[i]) - x[i]) / d[i]);
            }
        }
        return longest;
    }

    private VectorRay(Oracle f, Evaluation start, double[] d, double slope, Domain box, double longest) {
        if (d.length != start.x().length) {
            throw new IllegalArgumentException(
                    "direction d has length " + d.length + ", expected n = " + start.x().length);
        }
        this.f = f;
        this.start = start;
        this.d = d;
        this.slope = slope;
        this.box = box;
        this.longest = longest;
    }

    @Override
    public double longest() {
        return longest;
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
        go(alpha, scratch);
        double value = f.value(scratch);
        f.note(new Trial(alpha, value, Double.NaN, null));
        return value;
    }

    @Override
    public Trial at(double alpha) {
        double[] there = new double[d.length];
        go(alpha, there);
        Evaluation e = f.at(there);
        Trial trial = new Trial(alpha, e.value(), Vectors.dot(e.gradient(), d), e);
        f.note(trial);
        return trial;
    }

    private void go(double alpha, double[] there) {
        double[] x = start.x();
        for (int i = 0; i < d.length; i++) {
            there[i] = x[i] + alpha * d[i];
        }
        if (box != null) {
            for (int i = 0; i < d.length; i++) {
                double bound = d[i] > 0 ? box.upper()[i] : d[i] < 0 ? box.lower()[i] : x[i];
                there[i] = alpha * Math.abs(d[i]) >= Math.abs(bound - x[i]) * MET ? bound : there[i];
            }
        }
    }
}
