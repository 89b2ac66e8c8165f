package org.hesse.fit;

import static org.hesse.linear.Vectors.axpy;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.autodiff.GenericFunction;
import org.hesse.hipparchus.Decimals;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Objective;

/**
 * The residuals of a model row by row. The arrays are shared, not copied.
 *
 * @param model a function of parameters and predictors together, {@link Curved}
 * @param parameters where the parameters b stand among its variables, length p
 * @param predictors where the predictors stand
 * @param x the predictors, m rows
 * @param y the response, length m
 * @param sigma its standard deviations, length m
 */
record ModelResiduals(Objective model, int[] parameters, int[] predictors, double[][] x, double[] y, double[] sigma)
        implements Residuals {
    private static final double ROUNDINGS = 1e6;

    @Override
    public int count() {
        return y.length;
    }

    private double[] point(double[] b) {
        double[] point = new double[model.dimension()];
        for (int j = 0; j < b.length; j++) {
            point[parameters[j]] = b[j];
        }
        return point;
    }

    private void observe(int i, double[] point) {
        for (int j = 0; j < predictors.length; j++) {
            point[predictors[j]] = x[i][j];
        }
    }

    /** m(b; x). */
    double predict(double[] b, double[] at) {
        double[] point = point(b);
        for (int j = 0; j < predictors.length; j++) {
            point[predictors[j]] = at[j];
        }
        return model.value(point);
    }

    /** Whether rounding is a part of the residuals that is felt in their variance. */
    private boolean areRounding(double[] r) {
        double[] scaled = new double[y.length];
        Arrays.setAll(scaled, i -> y[i] / sigma[i]);
        return Vectors.norm(r) <= ROUNDINGS * Math.ulp(1.0) * Vectors.norm(scaled);
    }

    /**
     * ‖r(b)‖² with data taken as the decimal numbers that they were written as, where r is so small that rounding would be
     * felt and the model is text; else empty.
     */
    Optional<Double> exactSum(double[] b) {
        double[] r = new double[y.length];
        at(b, r);
        if (!areRounding(r) || !(model instanceof GenericFunction generic)) {
            return Optional.empty();
        }
        Decimals decimals = new Decimals(generic);
        boolean[] read = new boolean[model.dimension()];
        for (int j : predictors) {
            read[j] = true;
        }
        double[] point = point(b);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            observe(i, point);
            double ri = decimals.less(point, read, y[i]) / sigma[i];
            sum += ri * ri;
        }
        return Optional.of(sum);
    }

    @Override
    public void at(double[] b, double[] r) {
        double[] point = point(b);
        for (int i = 0; i < y.length; i++) {
            observe(i, point);
            r[i] = (model.value(point) - y[i]) / sigma[i];
        }
    }

    @Override
    public void withJacobian(double[] b, double[] r, double[][] jacobian) {
        double[] point = point(b);
        double[] slopes = new double[point.length];
        for (int i = 0; i < y.length; i++) {
            observe(i, point);
            r[i] = (model.valueAndGradient(point, slopes) - y[i]) / sigma[i];
            for (int j = 0; j < b.length; j++) {
                jacobian[i][j] = slopes[parameters[j]] / sigma[i];
            }
        }
    }

    @Override
    public double[][] hessian(double[] b) {
        Curved curved = model.as(Curved.class).orElseThrow();
        double[] point = point(b);
        double[] slopes = new double[point.length];
        double[] gradient = new double[b.length];
        double[][] h = new double[b.length][b.length];
        double[] v = new double[point.length];
        double[] hv = new double[point.length];
        for (int i = 0; i < y.length; i++) {
            observe(i, point);
            double r = (model.valueAndGradient(point, slopes) - y[i]) / sigma[i];
            for (int j = 0; j < b.length; j++) {
                gradient[j] = slopes[parameters[j]] / sigma[i];
            }
            var second = curved.hessianAt(point);
            for (int j = 0; j < b.length; j++) {
                axpy(gradient[j], gradient, h[j]);
                v[parameters[j]] = 1;
                second.times(v, hv);
                v[parameters[j]] = 0;
                for (int k = 0; k < b.length; k++) {
                    h[j][k] += r * hv[parameters[k]] / sigma[i];
                }
            }
        }
        return h;
    }
}
