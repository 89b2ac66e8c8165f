package org.hesse.benchmarks.peers;

import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hesse.objective.Objective;

/** Commons Math's nonlinear conjugate gradients, by Polak and Ribière; a stopping test has to be given, and none is. */
record CommonsMath() implements Solver {
    @Override
    public String name() {
        return "Commons Math CG";
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
