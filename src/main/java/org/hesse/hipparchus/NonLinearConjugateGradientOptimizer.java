package org.hesse.hipparchus;

import org.hesse.method.conjugate.CgDescent;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.gradient.Preconditioner;

/**
 * CG_DESCENT under the name and with the constructors of Hipparchus's optimizer: about three evaluations a step, where the
 * line search of the other takes some twenty. It has a formula and a line search of its own, so only the checker is used.
 * Where it ends besides, see {@link HesseOptimizer}.
 */
public final class NonLinearConjugateGradientOptimizer
        extends org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer
        implements Resulting {
    private final Runs runs = new Runs();

    /**
     * With a checker.
     *
     * @param updateFormula not used
     * @param checker ends a run; or null
     */
    public NonLinearConjugateGradientOptimizer(Formula updateFormula, ConvergenceChecker<PointValuePair> checker) {
        super(updateFormula, checker);
    }

    /**
     * With a checker.
     *
     * @param updateFormula not used
     * @param checker ends a run; or null
     * @param relativeTolerance not used
     * @param absoluteTolerance not used
     * @param initialBracketingRange not used
     */
    public NonLinearConjugateGradientOptimizer(
            Formula updateFormula,
            ConvergenceChecker<PointValuePair> checker,
            double relativeTolerance,
            double absoluteTolerance,
            double initialBracketingRange) {
        super(updateFormula, checker, relativeTolerance, absoluteTolerance, initialBracketingRange);
    }

    /**
     * With a checker.
     *
     * @param updateFormula not used
     * @param checker ends a run; or null
     * @param relativeTolerance not used
     * @param absoluteTolerance not used
     * @param initialBracketingRange not used
     * @param preconditioner not used
     */
    public NonLinearConjugateGradientOptimizer(
            Formula updateFormula,
            ConvergenceChecker<PointValuePair> checker,
            double relativeTolerance,
            double absoluteTolerance,
            double initialBracketingRange,
            Preconditioner preconditioner) {
        super(updateFormula, checker, relativeTolerance, absoluteTolerance, initialBracketingRange, preconditioner);
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
        return runs.run(this, f -> new CgDescent(), evaluations, iterations);
    }
}
