package org.hesse.benchmarks.peers;

import org.hesse.objective.Objective;
import smile.math.BFGS;
import smile.math.DifferentiableMultivariateFunction;

/**
 * Smile's BFGS and L-BFGS; the tolerance has no default, so there is nothing to claim by.
 *
 * @param memory pairs of L-BFGS, or 0 for BFGS
 */
record Smile(int memory) implements Solver {
    @Override
    public String name() {
        return memory > 0 ? "Smile L-BFGS" : "Smile BFGS";
    }

    @Override
    public boolean claims() {
        return false;
    }

    @Override
    public Claim solve(Objective f, double[] start, boolean defaults) {
        DifferentiableMultivariateFunction function = new Function(f);
        double[] x = start.clone();
        if (memory > 0) {
            BFGS.minimize(function, memory, x, Double.MIN_VALUE, Integer.MAX_VALUE);
        } else {
            BFGS.minimize(function, x, Double.MIN_VALUE, Integer.MAX_VALUE);
        }
        return new Claim(false, x);
    }

    private record Function(Objective objective) implements DifferentiableMultivariateFunction {
        @Override
        public double f(double[] x) {
            return objective.value(x);
        }

        @Override
        public double g(double[] x, double[] gradient) {
            return objective.valueAndGradient(x, gradient);
        }
    }
}
