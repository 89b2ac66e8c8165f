package org.hesse.hipparchus;

import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Hessian;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.analysis.MultivariateMatrixFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;

/**
 * A function of Hipparchus as an objective, times a sign.
 *
 * @param f the function
 * @param gradient of f, or null
 * @param hessian of f, or null
 * @param domain the bounds
 * @param sign 1, or −1 to maximise
 */
record Scalar(
        MultivariateFunction f,
        MultivariateVectorFunction gradient,
        MultivariateMatrixFunction hessian,
        Domain domain,
        int sign)
        implements Objective, Curved {
    Scalar withSign(int other) {
        return new Scalar(f, gradient, hessian, domain, other);
    }

    @Override
    public int dimension() {
        return domain.lower().length;
    }

    @Override
    public boolean hasGradient() {
        return gradient != null;
    }

    @Override
    public double value(double[] x) {
        return sign * f.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double[] own = gradient.value(x);
        for (int i = 0; i < g.length; i++) {
            g[i] = sign * own[i];
        }
        return value(x);
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type == Curved.class && hessian == null ? Optional.empty() : Objective.super.as(type);
    }

    @Override
    public Hessian hessianAt(double[] x) {
        double[][] rows = hessian.value(x);
        return new Hessian() {
            @Override
            public int dimension() {
                return rows.length;
            }

            @Override
            public void times(double[] v, double[] hv) {
                for (int i = 0; i < rows.length; i++) {
                    hv[i] = sign * Vectors.dot(rows[i], v);
                }
            }
        };
    }

    @Override
    public String toString() {
        return (sign < 0 ? "-f(" : "f(") + layout().shown() + ") of Hipparchus";
    }
}
