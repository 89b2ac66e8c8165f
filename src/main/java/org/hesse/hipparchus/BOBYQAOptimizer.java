package org.hesse.hipparchus;

import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;

/**
 * L-BFGS-B, without bounds L-BFGS, under the name and with the constructors of Hipparchus's BOBYQA, which are not used.
 * Without a gradient among the data it takes differences, which suits smooth functions: steps that fit the noise of the
 * values. Where it ends, see {@link HesseOptimizer}.
 */
public final class BOBYQAOptimizer extends org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer
        implements Resulting {
    private final Runs runs = new Runs();

    /**
     * As Hipparchus does it.
     *
     * @param numberOfInterpolationPoints not used
     */
    public BOBYQAOptimizer(int numberOfInterpolationPoints) {
        super(numberOfInterpolationPoints);
    }

    /**
     * As Hipparchus does it.
     *
     * @param numberOfInterpolationPoints not used
     * @param initialTrustRegionRadius not used
     * @param stoppingTrustRegionRadius not used
     */
    public BOBYQAOptimizer(
            int numberOfInterpolationPoints, double initialTrustRegionRadius, double stoppingTrustRegionRadius) {
        super(numberOfInterpolationPoints, initialTrustRegionRadius, stoppingTrustRegionRadius);
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
