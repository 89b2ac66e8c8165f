package org.hesse.hipparchus.opaque;

import java.util.ArrayList;
import java.util.List;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Opaque;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Oracle;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.vector.constrained.AbstractSQPOptimizer;
import org.hipparchus.optim.nonlinear.vector.constrained.LinearInequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerGM;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOption;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;

/**
 * Hipparchus's sequential quadratic programming, {@link SQPOptimizerS} or {@link SQPOptimizerGM}; each step is that of a
 * quasi-Newton method. Bounds are linear constraints, which its steps keep to within the error of their subproblems, so f is
 * asked at the nearest points within. It fails without any constraint: where there is no bound it is given one far away, x₀ no
 * more than 1e6 below its start.
 *
 * <p>Its quadratic subproblems are solved by at most 2³¹ − 1 iterations, to which Hipparchus (4.0.3) lets no limit pass, and on
 * some functions, that of Wood among them, these do not converge: hours without any evaluation, so no budget stops them. The
 * loop has therefore a thread of its own, and is given up, status FAILED, once it has computed for some time without asking;
 * such a thread goes on in the background, until its subproblem or the program ends.
 *
 * @param merit whose merit function
 * @param eps the length of a step at which it ends, positive
 * @param hessian whether the first matrix is the Hessian, and not the identity
 * @param patience processor seconds without an evaluation after which it is given up, positive
 */
public record HipparchusSqp(Merit merit, double eps, boolean hessian, double patience) implements Opaque {
    private static final double FAR = 1e6;

    /** The variants. */
    public enum Merit {
        /** Schittkowski's augmented Lagrangian. */
        SCHITTKOWSKI,
        /** That of Gill and Murray. */
        GILL_MURRAY
    }

    /** Checks that length and time are positive. */
    public HipparchusSqp {
        Hyperparameters.positive("hipparchus-sqp", "eps", eps);
        Hyperparameters.positive("hipparchus-sqp", "patience", patience);
    }

    /** Schittkowski's, until a step of 1e-11, from the identity, with a patience of 5 s. */
    public HipparchusSqp() {
        this(Merit.SCHITTKOWSKI, 1e-11, false, 5);
    }

    @Override
    public String name() {
        return "hipparchus-sqp";
    }

    @Override
    public boolean fits(Domain domain) {
        return !domain.isPenalised();
    }

    @Override
    public double[] run(Oracle f, double[] x0) {
        Asked asked = new Asked(f);
        double[] start = asked.start(x0);
        if (!asked.beginsByGradient(start)) {
            return start;
        }
        SQPOption options = new SQPOption();
        options.setEps(eps);
        options.setUseFunHessian(hessian);
        // Hipparchus 4.0.3 asks for no step, and fails on its absence, where the first gradient is within this
        // threshold
        options.setSigmaMax(Math.min(SQPOption.DEFAULT_SIGMA_MAX, asked.norm() / 2));
        AbstractSQPOptimizer sqp = merit == Merit.SCHITTKOWSKI ? new SQPOptimizerS() : new SQPOptimizerGM();
        Apart apart = new Apart();
        OptimizationData[] data = {
            new ObjectiveFunction(new Smooth(f, asked, apart)),
            constraint(f.domain(), start),
            options,
            new InitialGuess(start),
            new MaxEval(Integer.MAX_VALUE)
        };
        double[] end = apart.run(() -> sqp.optimize(data).getX().toArray(), patience, () -> f.value(start));
        return asked.start(end);
    }

    /** The finite bounds as A·x ≥ b. */
    private static LinearInequalityConstraint constraint(Domain domain, double[] start) {
        List<double[]> rows = new ArrayList<>();
        List<Double> least = new ArrayList<>();
        for (int i = 0; i < start.length; i++) {
            double[] bounds = {domain.lower()[i], -domain.upper()[i]};
            for (int side = 0; side < 2; side++) {
                if (Double.isFinite(bounds[side])) {
                    double[] row = new double[start.length];
                    row[i] = side == 0 ? 1 : -1;
                    rows.add(row);
                    least.add(bounds[side]);
                }
            }
        }
        if (rows.isEmpty()) {
            double[] row = new double[start.length];
            row[0] = 1;
            rows.add(row);
            least.add(start[0] - FAR);
        }
        return new LinearInequalityConstraint(
                rows.toArray(double[][]::new),
                least.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The oracle as a function with two derivatives. */
    private static final class Smooth extends TwiceDifferentiableFunction {
        private final Oracle f;
        private final Asked asked;
        private final Apart apart;

        Smooth(Oracle f, Asked asked, Apart apart) {
            this.f = f;
            this.asked = asked;
            this.apart = apart;
        }

        @Override
        public int dim() {
            return f.dimension();
        }

        @Override
        public double value(RealVector x) {
            return apart.ask(() -> asked.value(within(x)));
        }

        @Override
        public RealVector gradient(RealVector x) {
            return new ArrayRealVector(apart.ask(() -> asked.gradient(within(x))), false);
        }

        @Override
        public RealMatrix hessian(RealVector x) {
            return MatrixUtils.createRealMatrix(
                    apart.ask(() -> f.need(Curved.class).hessianAt(within(x)).dense()));
        }

        private double[] within(RealVector x) {
            return asked.start(x.toArray());
        }
    }
}
