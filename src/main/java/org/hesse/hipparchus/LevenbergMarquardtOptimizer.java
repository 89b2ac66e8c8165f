package org.hesse.hipparchus;

import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;

/**
 * Our {@link org.hesse.method.newton.LevenbergMarquardt} under the name and with the constructors of Hipparchus's: Hipparchus's
 * problems, weights and optima. Residuals and Jacobians both count as evaluations. Where a limit is spent it throws a {@link
 * BudgetSpentException}, which has the best point.
 */
public final class LevenbergMarquardtOptimizer
        extends org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer implements Resulting {
    private final Runs runs = new Runs();

    /** With the tolerances of Hipparchus, 1e-10. */
    public LevenbergMarquardtOptimizer() {
        super();
    }

    /**
     * With tolerances.
     *
     * @param initialStepBoundFactor not used: the damping adapts
     * @param costRelativeTolerance the relative decrease of the cost at which it ends
     * @param parameterRelativeTolerance the relative change of the parameters at which it ends
     * @param orthoTolerance the cosine between residuals and columns of the Jacobian at which it ends
     * @param rankingThreshold not used: the damping makes up for a singular Jacobian
     */
    public LevenbergMarquardtOptimizer(
            double initialStepBoundFactor,
            double costRelativeTolerance,
            double parameterRelativeTolerance,
            double orthoTolerance,
            double rankingThreshold) {
        super(
                initialStepBoundFactor,
                costRelativeTolerance,
                parameterRelativeTolerance,
                orthoTolerance,
                rankingThreshold);
    }

    @Override
    public LevenbergMarquardtOptimizer withInitialStepBoundFactor(double initialStepBoundFactor) {
        return new LevenbergMarquardtOptimizer(
                initialStepBoundFactor,
                getCostRelativeTolerance(),
                getParameterRelativeTolerance(),
                getOrthoTolerance(),
                getRankingThreshold());
    }

    @Override
    public LevenbergMarquardtOptimizer withCostRelativeTolerance(double costRelativeTolerance) {
        return new LevenbergMarquardtOptimizer(
                getInitialStepBoundFactor(),
                costRelativeTolerance,
                getParameterRelativeTolerance(),
                getOrthoTolerance(),
                getRankingThreshold());
    }

    @Override
    public LevenbergMarquardtOptimizer withParameterRelativeTolerance(double parameterRelativeTolerance) {
        return new LevenbergMarquardtOptimizer(
                getInitialStepBoundFactor(),
                getCostRelativeTolerance(),
                parameterRelativeTolerance,
                getOrthoTolerance(),
                getRankingThreshold());
    }

    @Override
    public LevenbergMarquardtOptimizer withOrthoTolerance(double orthoTolerance) {
        return new LevenbergMarquardtOptimizer(
                getInitialStepBoundFactor(),
                getCostRelativeTolerance(),
                getParameterRelativeTolerance(),
                orthoTolerance,
                getRankingThreshold());
    }

    @Override
    public LevenbergMarquardtOptimizer withRankingThreshold(double rankingThreshold) {
        return new LevenbergMarquardtOptimizer(
                getInitialStepBoundFactor(),
                getCostRelativeTolerance(),
                getParameterRelativeTolerance(),
                getOrthoTolerance(),
                rankingThreshold);
    }

    @Override
    public Runs getRuns() {
        return runs;
    }

    @Override
    public Optimum optimize(LeastSquaresProblem problem) {
        return Fit.optimize(
                problem, runs, getCostRelativeTolerance(), getParameterRelativeTolerance(), getOrthoTolerance());
    }
}
