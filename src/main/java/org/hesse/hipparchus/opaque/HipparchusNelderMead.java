package org.hesse.hipparchus.opaque;

import org.hesse.method.Hyperparameters;
import org.hesse.method.Opaque;
import org.hesse.objective.Oracle;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Hipparchus's {@link SimplexOptimizer} with a {@link NelderMeadSimplex}: the simplex of Nelder and Mead.
 *
 * @param side the length of the sides of the first simplex, positive
 * @param relative the change of f at every corner, relative to it, at which an iteration is the last; at least 1e-15
 * @param absolute the change of f at every corner at which an iteration is the last, positive
 */
public record HipparchusNelderMead(double side, double relative, double absolute) implements Opaque {
    /** Checks side and tolerances. */
    public HipparchusNelderMead {
        Hyperparameters.positive("hipparchus-nelder-mead", "side", side);
        Tolerances.check("hipparchus-nelder-mead", relative, absolute);
    }

    /** With sides of 1, until values change by 1e-14 of themselves, or 1e-30. */
    public HipparchusNelderMead() {
        this(1, Tolerances.RELATIVE, Tolerances.ABSOLUTE);
    }

    @Override
    public String name() {
        return "hipparchus-nelder-mead";
    }

    @Override
    public double[] run(Oracle f, double[] x0) {
        Asked asked = new Asked(f);
        return asked.beginsByValue(x0)
                ? new SimplexOptimizer(relative, absolute)
                        .optimize(asked.data(x0, new NelderMeadSimplex(x0.length, side)))
                        .getPoint()
                : x0;
    }
}
