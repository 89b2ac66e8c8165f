package org.hesse.hipparchus.opaque;

import org.hesse.method.Hyperparameters;
import org.hesse.method.Opaque;
import org.hesse.objective.Curved;
import org.hesse.objective.Oracle;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.vector.constrained.AbstractSQPOptimizer;
import org.hipparchus.optim.nonlinear.vector.constrained.LinearInequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerGM;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOption;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;

/**
 * Hipparchus's sequential quadratic programming, {@link SQPOptimizerS} or {@link SQPOptimizerGM}. It fails without any
 * constraint, so it is given one far away, x₀ no more than 1e6 below its start; each step is that of a quasi-Newton method.
 *
 * <p>Its quadratic subproblems are solved by iterations of Hipparchus's own (4.0.3), which on some functions, that of Wood
 * among them, do not end: no evaluation is asked for meanwhile, so no budget stops them.
 *
 * @param merit whose merit function
 * @param eps the length of a step at which it ends, positive
 * @param hessian whether the first matrix is the Hessian, and not the identity
 */
public record HipparchusSqp(Merit merit, double eps, boolean hessian) implements Opaque {
    private static final double FAR = 1e6;

    /** The variants. */
    public enum Merit {
        /** Schittkowski's augmented Lagrangian. */
        SCHITTKOWSKI,
        /** That of Gill and Murray. */
        GILL_MURRAY
    }

    /** Checks the length. */
    public HipparchusSqp {
        Hyperparameters.positive("hipparchus-sqp", "eps", eps);
    }

    /** Schittkowski's, until a step of 1e-11, from the identity. */
    public HipparchusSqp() {
        this(Merit.SCHITTKOWSKI, 1e-11, false);
    }

    @Override
    public String name() {
        return "hipparchus-sqp";
    }

    @Override
    public double[] run(Oracle f, double[] x0) {
        Asked asked = new Asked(f);
        if (!asked.beginsByGradient(x0)) {
            return x0;
        }
        SQPOption options = new SQPOption();
        options.setEps(eps);
        options.setUseFunHessian(hessian);
        // Hipparchus 4.0.3 asks for no step, and fails on its absence, where the first gradient is within this
        // threshold
        options.setSigmaMax(Math.min(SQPOption.DEFAULT_SIGMA_MAX, asked.norm() / 2));
        AbstractSQPOptimizer sqp = merit == Merit.SCHITTKOWSKI ? new SQPOptimizerS() : new SQPOptimizerGM();
        ObjectiveFunction objective = new ObjectiveFunction(new Smooth(f, asked));
        double[][] first = new double[1][x0.length];
        first[0][0] = 1;
        LinearInequalityConstraint slack = new LinearInequalityConstraint(first, new double[] {x0[0] - FAR});
        return sqp.optimize(objective, slack, options, new InitialGuess(x0), new MaxEval(Integer.MAX_VALUE))
                .getX()
                .toArray();
    }

    /** The oracle as a function with two derivatives. */
    private static final class Smooth extends TwiceDifferentiableFunction {
        private final Oracle f;
        private final Asked asked;

        Smooth(Oracle f, Asked asked) {
            this.f = f;
            this.asked = asked;
        }

        @Override
        public int dim() {
            return f.dimension();
        }

        @Override
        public double value(RealVector x) {
            return asked.value(x.toArray());
        }

        @Override
        public RealVector gradient(RealVector x) {
            return new ArrayRealVector(asked.gradient(x.toArray()), false);
        }

        @Override
        public RealMatrix hessian(RealVector x) {
            return MatrixUtils.createRealMatrix(
                    f.need(Curved.class).hessianAt(x.toArray()).dense());
        }
    }
}
