package org.hesse.run;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.hesse.critical.CriticalPoint;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;

/**
 * Judges anew, by the verdict, a run that ended stuck or at the floor of rounding, for the model of a method may be wrong:
 * an approximate Hessian spoilt by a few bad pairs promises nothing anywhere.
 *
 * <p>At its floor is a minimum, perhaps a degenerate one, with a Newton decrement ½gᵀH⁻¹g that is not beyond the noise of f.
 * Not at its floor is a point from which f does fall clearly further than its noise: by the Newton step, or by that along
 * one eigenvector or one variable, which other scales of the variables do not change. Near a minimum, clearly is
 * {@value #NEAR} times: values that are searched to their noise leave so much along the weak directions of a Hessian of
 * condition 1e8.
 *
 * @param f the objective, without bounds
 * @param at the verdict
 * @param noise of the values
 */
record Floor(Objective f, CriticalPoint at, double noise) {
    private static final double CLEAR = 10; // times the noise
    private static final double NEAR = 1000; // times the noise, where the verdict is a minimum: some 1e-11 of f
    private static final int NEIGHBOURS = 10;

    /** With what values differ by at points that only rounding tells from x, if that is greater. */
    static Floor of(Objective f, CriticalPoint at, double rounding) {
        RandomGenerator random = Seeds.random(NEIGHBOURS);
        double noise = rounding;
        for (int k = 0; k < NEIGHBOURS; k++) {
            double[] y = at.x().clone();
            for (int i = 0; i < y.length; i++) {
                y[i] += random.nextInt(-1, 2) * Math.ulp(y[i]);
            }
            double difference = Math.abs(f.value(y) - at.value());
            noise = Double.isFinite(difference) ? Math.max(noise, difference) : noise;
        }
        return new Floor(f, at, noise);
    }

    /** The status, changed where the verdict contradicts it. */
    Status judged(Status status) {
        double decrement = Math.abs(at.decrement());
        boolean floor = decrement <= noise
                && (at.kind() == Kind.MINIMUM || at.kind() == Kind.DEGENERATE && fall() <= CLEAR * noise);
        if (floor) {
            return status.code() == Status.Code.AT_ROUNDOFF_FLOOR
                    ? status
                    : new Status(Status.Code.AT_ROUNDOFF_FLOOR, said("Newton decrement %.2g<=%.2g", decrement, status));
        }
        double fall = status.code() == Status.Code.AT_ROUNDOFF_FLOOR ? fall() : 0;
        return fall > (at.kind() == Kind.MINIMUM ? NEAR : CLEAR) * noise
                ? new Status(Status.Code.STUCK, said("f can fall by %.2g>%.2g", fall, status))
                : status;
    }

    private String said(String numbers, double number, Status status) {
        return String.format(Locale.ROOT, numbers, number, noise) + "=noise of f; " + status.why();
    }

    /** How far f falls at most by one of the steps; 0 if it does by none. */
    private double fall() {
        double[] x = at.x();
        double[] g = at.gradient();
        double lowest = f.value(Vectors.plus(x, 1, at.newtonStep()));
        double[] lambda = at.spectrum().values();
        for (int i = 0; i < lambda.length; i++) {
            double[] v = at.spectrum().vectors()[i];
            lowest = lower(
                    lowest,
                    v,
                    -Vectors.dot(v, g) / (Math.abs(lambda[i]) + at.error().total()));
        }
        double[][] h = f.as(Curved.class).map(c -> c.hessianAt(x).dense()).orElse(new double[0][]);
        double[] e = new double[x.length];
        for (int i = 0; i < h.length; i++) {
            e[i] = 1;
            lowest = lower(lowest, e, -g[i] / Math.abs(h[i][i]));
            e[i] = 0;
        }
        return Double.isFinite(lowest) ? Math.max(0, at.value() - lowest) : 0;
    }

    private double lower(double lowest, double[] direction, double length) {
        double value = Double.isFinite(length) ? f.value(Vectors.plus(at.x(), length, direction)) : Double.NaN;
        return Double.isFinite(value) && !(value >= lowest) ? value : lowest;
    }
}
