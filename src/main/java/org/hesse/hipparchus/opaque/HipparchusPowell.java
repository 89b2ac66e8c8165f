package org.hesse.hipparchus.opaque;

import org.hesse.method.Opaque;
import org.hesse.objective.Oracle;
import org.hipparchus.optim.nonlinear.scalar.noderiv.PowellOptimizer;

/**
 * Hipparchus's {@link PowellOptimizer}: conjugate directions from line searches by Brent's method, on values alone.
 *
 * @param relative the change of f, relative to it, at which an iteration is the last; at least 1e-15
 * @param absolute the change of f at which an iteration is the last, positive
 */
public record HipparchusPowell(double relative, double absolute) implements Opaque {
    /** Checks the tolerances. */
    public HipparchusPowell {
        Tolerances.check("hipparchus-powell", relative, absolute);
    }

    /** Until values change by 1e-14 of themselves, or 1e-30. */
    public HipparchusPowell() {
        this(Tolerances.RELATIVE, Tolerances.ABSOLUTE);
    }

    @Override
    public String name() {
        return "hipparchus-powell";
    }

    @Override
    public double[] run(Oracle f, double[] x0) {
        Asked asked = new Asked(f);
        return asked.beginsByValue(x0)
                ? new PowellOptimizer(relative, absolute)
                        .optimize(asked.data(x0))
                        .getPoint()
                : x0;
    }
}
