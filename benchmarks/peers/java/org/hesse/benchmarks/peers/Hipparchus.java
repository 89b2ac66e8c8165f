package org.hesse.benchmarks.peers;

import org.hesse.objective.Objective;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;

/** Hipparchus' nonlinear conjugate gradients, by Polak and Ribière; a stopping test has to be given, and none is. */
record Hipparchus() implements Solver {
    @Override
    public String name() {
        return "Hipparchus CG";
    }

    @Override
    public boolean claims() {
        return false;
    }

    @Override
    public Claim solve(Objective f, double[] start, boolean defaults) {
        var solver = new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, (iteration, before, now) -> false);
        double[] end = solver.optimize(
                        new MaxEval(Integer.MAX_VALUE),
                        new ObjectiveFunction(f::value),
                        new ObjectiveFunctionGradient(x -> {
                            double[] g = new double[x.length];
                            f.valueAndGradient(x, g);
                            return g;
                        }),
                        GoalType.MINIMIZE,
                        new InitialGuess(start))
                .getPoint();
        return new Claim(false, end);
    }
}
