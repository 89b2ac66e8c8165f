package org.hesse.hipparchus;

import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;

/**
 * L-BFGS under the name and with the constructors of Hipparchus's Powell, of which only the checker is used.
 * Without a gradient among the data it takes differences, which suits smooth functions: steps that fit the noise of the
 * values. Where it ends, see {@link HesseOptimizer}.
 */
public final class PowellOptimizer extends org.hipparchus.optim.nonlinear.scalar.noderiv.PowellOptimizer
        implements Resulting {
    private final Runs runs = new Runs();

    /**
     * Without a checker.
     *
     * @param rel not used
     * @param abs not used
     */
    public PowellOptimizer(double rel, double abs) {
        super(rel, abs);
    }

    /**
     * Without a checker.
     *
     * @param rel not used
     * @param abs not used
     * @param lineRel not used
     * @param lineAbs not used
     */
    public PowellOptimizer(double rel, double abs, double lineRel, double lineAbs) {
        super(rel, abs, lineRel, lineAbs);
    }

    /**
     * With a checker.
     *
     * @param rel not used
     * @param abs not used
     * @param checker ends a run; or null
     */
    public PowellOptimizer(double rel, double abs, ConvergenceChecker<PointValuePair> checker) {
        super(rel, abs, checker);
    }

    /**
     * With a checker.
     *
     * @param rel not used
     * @param abs not used
     * @param lineRel not used
     * @param lineAbs not used
     * @param checker ends a run; or null
     */
    public PowellOptimizer(
            double rel, double abs, double lineRel, double lineAbs, ConvergenceChecker<PointValuePair> checker) {
        super(rel, abs, lineRel, lineAbs, checker);
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
