package org.hesse.hipparchus;

import java.util.function.Function;
import org.hesse.method.Algorithm;
import org.hesse.objective.Objective;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GradientMultivariateOptimizer;

/**
 * Any method of ours as an optimizer of Hipparchus, alone or inside of {@code MultiStartMultivariateOptimizer}.
 *
 * <p>It takes {@code ObjectiveFunction}, {@code GoalType}, {@code InitialGuess}, {@code MaxEval}, {@code MaxIter}, {@code
 * SimpleBounds}, {@code ObjectiveFunctionGradient} and {@link ObjectiveFunctionHessian}; a {@code
 * TwiceDifferentiableFunction} brings its own derivatives. Without a gradient it takes differences, and counts them. {@code
 * MaxEval} limits all evaluations together, values, gradients and Hessians.
 *
 * <p>It ends where ‖∇f‖∞ ≤ 1e-8, where the checker says so, or where the method cannot go on: {@link #getResult()} has the
 * status. Where a limit is spent it throws a {@link BudgetSpentException}, which has the best point, as {@code getResult()}
 * has. An exception of the objective function is passed on.
 */
public final class HesseOptimizer extends GradientMultivariateOptimizer implements Resulting {
    private final Function<Objective, Algorithm> choice;
    private final Runs runs = new Runs();

    private HesseOptimizer(Function<Objective, Algorithm> choice, ConvergenceChecker<PointValuePair> checker) {
        super(checker);
        this.choice = choice;
    }

    /** By L-BFGS, within bounds L-BFGS-B, with a Hessian and without bounds Newton's method with a line search. */
    public HesseOptimizer() {
        this((ConvergenceChecker<PointValuePair>) null);
    }

    /**
     * By the usual methods, as without arguments.
     *
     * @param checker ends a run, too; or null
     */
    public HesseOptimizer(ConvergenceChecker<PointValuePair> checker) {
        this(Runs::usual, checker);
    }

    /**
     * By a method of your choice.
     *
     * @param algorithm the method
     */
    public HesseOptimizer(Algorithm algorithm) {
        this(algorithm, null);
    }

    /**
     * By a method of your choice.
     *
     * @param algorithm the method
     * @param checker ends a run, too; or null
     */
    public HesseOptimizer(Algorithm algorithm, ConvergenceChecker<PointValuePair> checker) {
        this(f -> algorithm, checker);
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
        return runs.run(this, choice, evaluations, iterations);
    }
}
