import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposer;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.MultiStartMultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.PowellOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.EvaluationRmsChecker;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.random.UncorrelatedRandomVectorGenerator;
import org.hipparchus.random.UniformRandomGenerator;
import org.hipparchus.random.Well19937c;

/** What somebody wrote against Hipparchus's optimizers, and nothing else. */
public class Program {
    private static final double[] TIMES = {0, 0.5, 1, 1.5, 2, 3, 4, 6};

    static double rosenbrock(double[] x) {
        return Math.pow(1 - x[0], 2) + 100 * Math.pow(x[1] - x[0] * x[0], 2);
    }

    static double[] gradient(double[] x) {
        double bend = 200 * (x[1] - x[0] * x[0]);
        return new double[] {2 * (x[0] - 1) - 2 * bend * x[0], bend};
    }

    /** Points and values, in a fixed order. */
    public static List<double[]> run() {
        List<double[]> found = new ArrayList<>();
        ObjectiveFunction f = new ObjectiveFunction(Program::rosenbrock);
        ObjectiveFunctionGradient g = new ObjectiveFunctionGradient(Program::gradient);
        InitialGuess start = new InitialGuess(new double[] {-1.2, 1});
        NonLinearConjugateGradientOptimizer cg = new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, new SimpleValueChecker(1e-14, 1e-20));
        found.add(point(cg.optimize(new MaxEval(10000), f, g, GoalType.MINIMIZE, start)));
        MultivariateFunction hill = x -> 5 - rosenbrock(x);
        found.add(point(cg.optimize(
                new MaxEval(10000),
                new ObjectiveFunction(hill),
                new ObjectiveFunctionGradient(x -> new double[] {-gradient(x)[0], -gradient(x)[1]}),
                GoalType.MAXIMIZE,
                start)));
        MultiStartMultivariateOptimizer many = new MultiStartMultivariateOptimizer(
                cg,
                3,
                new UncorrelatedRandomVectorGenerator(2, new UniformRandomGenerator(new Well19937c(7))));
        found.add(point(many.optimize(new MaxEval(20000), f, g, GoalType.MINIMIZE, start)));
        SimpleBounds box = new SimpleBounds(new double[] {-2, -2}, new double[] {0.5, 2});
        found.add(point(new BOBYQAOptimizer(5).optimize(new MaxEval(10000), f, GoalType.MINIMIZE, start, box)));
        found.add(point(new PowellOptimizer(1e-14, 1e-20).optimize(new MaxEval(10000), f, GoalType.MINIMIZE, start)));
        found.add(point(new SimplexOptimizer(1e-14, 1e-20)
                .optimize(new MaxEval(10000), f, GoalType.MINIMIZE, start, new NelderMeadSimplex(2))));
        LeastSquaresOptimizer lm = new LevenbergMarquardtOptimizer().withCostRelativeTolerance(1e-12);
        found.add(fitted(lm, decay(new double[] {1, 1})));
        LeastSquaresOptimizer gn = new GaussNewtonOptimizer(new QRDecomposer(1e-11), false);
        found.add(fitted(gn, decay(new double[] {2, 0.5})));
        CMAESOptimizer strategy = new CMAESOptimizer(1000, 0, true, 0, 1, new Well19937c(11), false, new SimpleValueChecker(1e-14, 1e-22));
        found.add(point(strategy.optimize(
                new MaxEval(20000),
                f,
                GoalType.MINIMIZE,
                new InitialGuess(new double[] {-1.2, 0.5}),
                box,
                new CMAESOptimizer.Sigma(new double[] {0.5, 0.5}),
                new CMAESOptimizer.PopulationSize(8))));
        return found;
    }

    /** Weighted observations of 2.5·exp(−0.7t), a little off. */
    static LeastSquaresProblem decay(double[] start) {
        double[] target = new double[TIMES.length];
        double[] weights = new double[TIMES.length];
        for (int i = 0; i < target.length; i++) {
            target[i] = 2.5 * Math.exp(-0.7 * TIMES[i]) + (i % 2 == 0 ? 0.01 : -0.01);
            weights[i] = 1 + i;
        }
        return new LeastSquaresBuilder()
                .model(
                        p -> {
                            double[] y = new double[TIMES.length];
                            for (int i = 0; i < y.length; i++) {
                                y[i] = p[0] * Math.exp(-p[1] * TIMES[i]);
                            }
                            return y;
                        },
                        p -> {
                            double[][] j = new double[TIMES.length][];
                            for (int i = 0; i < j.length; i++) {
                                double e = Math.exp(-p[1] * TIMES[i]);
                                j[i] = new double[] {e, -TIMES[i] * p[0] * e};
                            }
                            return j;
                        })
                .target(target)
                .weight(MatrixUtils.createRealDiagonalMatrix(weights))
                .start(start)
                .checker(new EvaluationRmsChecker(1e-13))
                .maxEvaluations(1000)
                .maxIterations(1000)
                .build();
    }

    private static double[] point(PointValuePair p) {
        return new double[] {p.getPoint()[0], p.getPoint()[1], p.getValue()};
    }

    private static double[] fitted(LeastSquaresOptimizer optimizer, LeastSquaresProblem problem) {
        LeastSquaresOptimizer.Optimum o = optimizer.optimize(problem);
        return new double[] {o.getPoint().getEntry(0), o.getPoint().getEntry(1), o.getRMS(), o.getSigma(1e-12).getEntry(0)};
    }
}
