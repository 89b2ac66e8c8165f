package org.hesse.hipparchus.opaque;

import org.hesse.method.Opaque;
import org.hesse.objective.Oracle;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * Hipparchus's {@link NonLinearConjugateGradientOptimizer}, with its default line search: brackets by values, then Brent's
 * method, to 1e-8.
 *
 * @param formula of β
 * @param relative the change of f, relative to it, at which an iteration is the last; at least 1e-15
 * @param absolute the change of f at which an iteration is the last, positive
 */
public record HipparchusCg(Formula formula, double relative, double absolute) implements Opaque {
    /** Checks the tolerances. */
    public HipparchusCg {
        Tolerances.check("hipparchus-cg", relative, absolute);
    }

    /** By Polak and Ribière, until values change by 1e-14 of themselves, or 1e-30. */
    public HipparchusCg() {
        this(Formula.POLAK_RIBIERE, Tolerances.RELATIVE, Tolerances.ABSOLUTE);
    }

    @Override
    public String name() {
        return "hipparchus-cg";
    }

    @Override
    public double[] run(Oracle f, double[] x0) {
        Asked asked = new Asked(f);
        return asked.beginsByGradient(x0)
                ? new NonLinearConjugateGradientOptimizer(formula, new SimpleValueChecker(relative, absolute))
                        .optimize(asked.data(x0))
                        .getPoint()
                : x0;
    }
}
