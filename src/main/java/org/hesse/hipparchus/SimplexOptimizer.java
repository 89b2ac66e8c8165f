package org.hesse.hipparchus;

import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;

/**
 * L-BFGS under the name and with the constructors of Hipparchus's simplex optimizer. The simplex among the data is not used.
 * Without a gradient among the data it takes differences, which suits smooth functions: steps that fit the noise of the
 * values. Where it ends, see {@link HesseOptimizer}.
 */
public final class SimplexOptimizer extends org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer
        implements Resulting {
    private final Runs runs = new Runs();

    /**
     * With a checker of values.
     *
     * @param rel the relative change of f at which it ends
     * @param abs the change of f at which it ends
     */
    public SimplexOptimizer(double rel, double abs) {
        super(rel, abs);
    }

    /**
     * With a checker.
     *
     * @param checker ends a run; or null
     */
    public SimplexOptimizer(ConvergenceChecker<PointValuePair> checker) {
        super(checker);
    }

    @Override
    public Runs getRuns() {
        return runs;
    }

    @Override
    protected void parseOptimizationData(OptimizationData... optData) {
        super.parseOptimizationData(optData);
        runs.read(optData);
    }

    @Override
    protected PointValuePair doOptimize() {
        return runs.run(this, Runs::usual, evaluations, iterations);
    }
}
