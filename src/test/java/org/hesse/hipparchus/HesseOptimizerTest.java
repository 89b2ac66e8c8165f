package org.hesse.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.hesse.method.Methods;
import org.hesse.objective.Kind;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Status;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.MultiStartMultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HesseOptimizerTest {
    private static final TestProblem PROBLEM = Problems.named("rosenbrock");

    private final AtomicInteger values = new AtomicInteger();
    private final AtomicInteger gradients = new AtomicInteger();

    private OptimizationData[] data(GoalType goal, int limit) {
        int sign = goal == GoalType.MAXIMIZE ? -1 : 1;
        return new OptimizationData[] {
            new ObjectiveFunction(x -> {
                values.incrementAndGet();
                return sign * PROBLEM.objective().value(x) + 3;
            }),
            new ObjectiveFunctionGradient(x -> {
                gradients.incrementAndGet();
                double[] g = new double[2];
                PROBLEM.objective().valueAndGradient(x, g);
                return new double[] {sign * g[0], sign * g[1]};
            }),
            goal,
            new InitialGuess(PROBLEM.start()),
            new MaxEval(limit)
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"lbfgs", "bfgs", "sr1", "cg-descent", "newton-ls"})
    void anyMethodMinimisesAndMaximises(String method) {
        for (GoalType goal : GoalType.values()) {
            HesseOptimizer optimizer = new HesseOptimizer(Methods.parse(method));
            PointValuePair end = optimizer.optimize(data(goal, 2000));
            assertThat(end.getPoint()).containsExactly(new double[] {1, 1}, within(1e-6));
            assertThat(end.getValue()).isCloseTo(3, within(1e-12));
            boolean up = goal == GoalType.MAXIMIZE;
            assertThat(optimizer.getResult().value()).isCloseTo(up ? -3 : 3, within(1e-12));
            assertThat(optimizer.getResult().isConverged()).isTrue();
            assertThat(optimizer.getRuns().verdict().kind()).isEqualTo(up ? Kind.MAXIMUM : Kind.MINIMUM);
            assertThat(optimizer.getEvaluations())
                    .isEqualTo((int) optimizer.getResult().counts().evaluations())
                    .isPositive();
        }
    }

    @Test
    void aSpentLimitThrowsAndLosesNothing() {
        HesseOptimizer optimizer = new HesseOptimizer();
        var spent =
                catchThrowableOfType(BudgetSpentException.class, () -> optimizer.optimize(data(GoalType.MINIMIZE, 10)));
        assertThat(spent).isInstanceOf(MathIllegalStateException.class);
        assertThat(spent.getSpecifier()).isEqualTo(LocalizedCoreFormats.MAX_COUNT_EXCEEDED);
        assertThat(spent.getParts()).containsExactly(10);
        assertThat(spent.getResult()).isSameAs(optimizer.getResult());
        assertThat(optimizer.getEvaluations()).isEqualTo(10);
        assertThat(values).hasValue(10);
        assertThat(gradients).hasValue(10);
        assertThat(optimizer.getResult().value())
                .isEqualTo(PROBLEM.objective().value(optimizer.getResult().x()) + 3)
                .isLessThan(PROBLEM.objective().value(PROBLEM.start()) + 3);
        assertThatThrownBy(() -> optimizer.optimize(new MaxEval(1000), new MaxIter(2)))
                .isInstanceOf(BudgetSpentException.class)
                .hasMessageContaining("2");
        assertThat(optimizer.getIterations()).isEqualTo(2);
    }

    @Test
    void startsManyTimesAndKeepsTheBest() {
        HesseOptimizer optimizer = new HesseOptimizer();
        var many = new MultiStartMultivariateOptimizer(optimizer, 2, () -> new double[] {-3, 4});
        PointValuePair end = many.optimize(data(GoalType.MINIMIZE, 60)); // not enough for both
        assertThat(end.getPoint()).containsExactly(new double[] {1, 1}, within(1e-6));
        assertThat(many.getEvaluations()).isEqualTo(60);
        assertThat(optimizer.getResult().status().code()).isEqualTo(Status.Code.BUDGET);
        assertThat(optimizer.getRuns().best().value()).isEqualTo(end.getValue());
    }

    @Test
    void asksTheCheckerWithSignsAndPoints() {
        HesseOptimizer optimizer = new HesseOptimizer((k, before, now) -> {
            assertThat(now.getValue()).isEqualTo(3 - PROBLEM.objective().value(now.getPoint()));
            assertThat(before.getValue()).isEqualTo(3 - PROBLEM.objective().value(before.getPoint()));
            return k >= 5;
        });
        optimizer.optimize(data(GoalType.MAXIMIZE, 1000));
        assertThat(optimizer.getIterations()).isEqualTo(5);
        assertThat(optimizer.getResult().status().toString()).contains("CONVERGED", "checker");
    }

    @Test
    void takesDifferencesBoundsAndHessians() {
        ObjectiveFunction f = new ObjectiveFunction(PROBLEM.objective()::value);
        InitialGuess start = new InitialGuess(PROBLEM.start());
        double[] end = new HesseOptimizer()
                .optimize(f, GoalType.MINIMIZE, start, new MaxEval(2000))
                .getPoint();
        assertThat(end).containsExactly(new double[] {1, 1}, within(1e-5));
        SimpleBounds box = new SimpleBounds(new double[] {-2, -2}, new double[] {0.5, 2});
        end = new HesseOptimizer()
                .optimize(f, GoalType.MINIMIZE, start, new MaxEval(2000), box)
                .getPoint();
        assertThat(end).containsExactly(new double[] {0.5, 0.25}, within(1e-6));
        HesseOptimizer newton = new HesseOptimizer();
        newton.optimize(new ObjectiveFunction(new Bowl()), GoalType.MINIMIZE, start, new MaxEval(20));
        assertThat(newton.getResult().steps()).isEqualTo(1);
        assertThat(newton.getResult().counts().hessians()).isEqualTo(1);
        assertThat(newton.getResult().x()).containsExactly(0, 0);
    }

    /** x² + 2y². */
    private static class Bowl extends TwiceDifferentiableFunction {
        @Override
        public int dim() {
            return 2;
        }

        @Override
        public double value(RealVector x) {
            return x.getEntry(0) * x.getEntry(0) + 2 * x.getEntry(1) * x.getEntry(1);
        }

        @Override
        public RealVector gradient(RealVector x) {
            return new ArrayRealVector(new double[] {2 * x.getEntry(0), 4 * x.getEntry(1)});
        }

        @Override
        public RealMatrix hessian(RealVector x) {
            return MatrixUtils.createRealDiagonalMatrix(new double[] {2, 4});
        }
    }

    @Test
    void takesNoDerivativesOfAnotherFunction() {
        HesseOptimizer optimizer = new HesseOptimizer();
        InitialGuess start = new InitialGuess(PROBLEM.start());
        optimizer.optimize(new ObjectiveFunction(new Bowl()), GoalType.MINIMIZE, start, new MaxEval(2000));
        PointValuePair end = optimizer.optimize(new ObjectiveFunction(PROBLEM.objective()::value));
        assertThat(optimizer.getResult().counts().hessians()).isZero();
        assertThat(end.getPoint()).containsExactly(new double[] {1, 1}, within(1e-5));
        // the data in any order: what is given comes before what a function brings
        optimizer.optimize(
                new ObjectiveFunctionGradient(x -> new double[] {4 * x[0], 8 * x[1]}),
                new ObjectiveFunction(new Bowl() {
                    @Override
                    public double value(RealVector x) {
                        return 2 * super.value(x);
                    }
                }));
        assertThat(optimizer.getResult().isConverged()).isTrue();
        assertThat(optimizer.getResult().gradient()).containsExactly(new double[2], within(1e-8));
    }

    @Test
    void forgetsTheBestOfABoxThatDoesNotHoldAnyMore() {
        HesseOptimizer optimizer = new HesseOptimizer();
        optimizer.optimize(data(GoalType.MINIMIZE, 2000));
        optimizer.optimize(new SimpleBounds(new double[] {-2, -2}, new double[] {0.5, 2}));
        assertThat(optimizer.getRuns().best().x()).containsExactly(new double[] {0.5, 0.25}, within(1e-6));
    }

    @Test
    void anExceptionOfTheCheckerLeavesNoOlderResult() {
        HesseOptimizer optimizer = new HesseOptimizer((k, before, now) -> {
            if (now.getValue() < 50) {
                throw new ArithmeticException("of the checker");
            }
            return true;
        });
        ObjectiveFunction f = new ObjectiveFunction(x -> 100 + x[0] * x[0]);
        optimizer.optimize(f, GoalType.MINIMIZE, new InitialGuess(new double[] {5}), new MaxEval(99));
        assertThatThrownBy(() -> optimizer.optimize(new ObjectiveFunction(x -> x[0] * x[0])))
                .hasMessage("of the checker");
        assertThatThrownBy(optimizer::getResult).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesTheUsersExceptionOnAndNamesWhatIsMissing() {
        HesseOptimizer optimizer = new HesseOptimizer();
        assertThatThrownBy(() -> optimizer.getResult()).hasMessageContaining("not called yet");
        assertThatThrownBy(() -> optimizer.optimize(new MaxEval(9))).hasMessageContaining("ObjectiveFunction");
        assertThatThrownBy(() -> optimizer.optimize(
                        new ObjectiveFunction(x -> {
                            throw new ArithmeticException("of the user");
                        }),
                        GoalType.MINIMIZE,
                        new InitialGuess(new double[] {1}),
                        new MaxEval(9)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("of the user");
    }
}
