package org.hesse.hipparchus.opaque;

import java.util.Set;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Opaque;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Precision;

/**
 * Hipparchus's {@link LevenbergMarquardtOptimizer}, a translation of MINPACK's lmder. Each question costs a Jacobian, also
 * at rejected steps.
 *
 * @param radius the first trust region, relative to the scaled start; positive
 * @param cost the relative change of √(2f) at which it ends, positive
 * @param parameters the relative change of x at which it ends, positive
 * @param orthogonality the cosine between residuals and columns of the Jacobian at which it ends, positive
 */
public record HipparchusLm(double radius, double cost, double parameters, double orthogonality) implements Opaque {
    /** Checks that all are positive. */
    public HipparchusLm {
        Hyperparameters.positive("hipparchus-lm", "radius", radius);
        Hyperparameters.positive("hipparchus-lm", "cost", cost);
        Hyperparameters.positive("hipparchus-lm", "parameters", parameters);
        Hyperparameters.positive("hipparchus-lm", "orthogonality", orthogonality);
    }

    /** With the defaults of Hipparchus: radius 100, tolerances 1e-10. */
    public HipparchusLm() {
        this(100, 1e-10, 1e-10, 1e-10);
    }

    @Override
    public String name() {
        return "hipparchus-lm";
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(LeastSquares.class);
    }

    @Override
    public double[] run(Oracle f, double[] x0) {
        Residuals residuals = new Residuals(f);
        return residuals.begins(x0)
                ? new LevenbergMarquardtOptimizer(radius, cost, parameters, orthogonality, Precision.SAFE_MIN)
                        .optimize(residuals.problem(x0, null))
                        .getPoint()
                        .toArray()
                : x0;
    }
}
