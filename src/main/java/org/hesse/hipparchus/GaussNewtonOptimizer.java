package org.hesse.hipparchus;

import org.hipparchus.linear.MatrixDecomposer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;

/**
 * Our {@link org.hesse.method.newton.LevenbergMarquardt} under the name and with the constructors of Hipparchus's Gauss–Newton:
 * the same steps near a solution, damped where they would not descend. It ends where the problem's checker says so, and at
 * the tolerances 1e-10 of {@link LevenbergMarquardtOptimizer}.
 */
public final class GaussNewtonOptimizer extends org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer
        implements Resulting {
    private static final double TOLERANCE = 1e-10;

    private final Runs runs = new Runs();

    /** As Hipparchus does it. */
    public GaussNewtonOptimizer() {
        super();
    }

    /**
     * As Hipparchus does it.
     *
     * @param decomposer not used: the damped normal equations are solved by Cholesky
     * @param formNormalEquations not used
     */
    public GaussNewtonOptimizer(MatrixDecomposer decomposer, boolean formNormalEquations) {
        super(decomposer, formNormalEquations);
    }

    @Override
    public GaussNewtonOptimizer withDecomposer(MatrixDecomposer newDecomposer) {
        return new GaussNewtonOptimizer(newDecomposer, isFormNormalEquations());
    }

    @Override
    public GaussNewtonOptimizer withFormNormalEquations(boolean newFormNormalEquations) {
        return new GaussNewtonOptimizer(getDecomposer(), newFormNormalEquations);
    }

    @Override
    public Runs getRuns() {
        return runs;
    }

    @Override
    public Optimum optimize(LeastSquaresProblem problem) {
        return Fit.optimize(problem, runs, TOLERANCE, TOLERANCE, TOLERANCE);
    }
}
