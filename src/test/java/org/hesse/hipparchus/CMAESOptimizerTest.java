package org.hesse.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Status;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;

class CMAESOptimizerTest {
    /** Minima −2.9035…, the global one, and 2.7468… in every variable. */
    private static final TestProblem PROBLEM = Problems.named("styblinski-tang:n=2");

    private static final double GLOBAL = -2.903534027771178; // the root of 4x³ − 32x + 5 by NumPy

    private int evaluations;

    private static CMAESOptimizer optimizer(int maxIterations, double stopFitness) {
        ConvergenceChecker<PointValuePair> none = null;
        return new CMAESOptimizer(maxIterations, stopFitness, true, 0, 0, new Well19937c(3), false, none);
    }

    private OptimizationData[] data(GoalType goal, double sigma, int population, OptimizationData... more) {
        int sign = goal == GoalType.MAXIMIZE ? -1 : 1;
        OptimizationData[] own = {
            new ObjectiveFunction(x -> {
                evaluations++;
                return sign * PROBLEM.objective().value(x);
            }),
            goal,
            new InitialGuess(new double[] {2.5, 2.5}),
            new MaxEval(5000),
            SimpleBounds.unbounded(2),
            new CMAESOptimizer.Sigma(new double[] {sigma, sigma}),
            new CMAESOptimizer.PopulationSize(population)
        };
        OptimizationData[] all = Arrays.copyOf(own, own.length + more.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        return all;
    }

    @Test
    void findsWhatOneStartDoesNot() {
        for (GoalType goal : GoalType.values()) {
            assertThat(optimizer(1000, 0).optimize(data(goal, 3, 1)).getPoint()[0])
                    .isPositive();
            evaluations = 0;
            CMAESOptimizer many = optimizer(1000, 0);
            PointValuePair end = many.optimize(data(goal, 3, 25));
            assertThat(end.getPoint()).containsExactly(new double[] {GLOBAL, GLOBAL}, within(1e-6));
            assertThat(end.getValue())
                    .isEqualTo((goal == GoalType.MAXIMIZE ? -1 : 1)
                            * PROBLEM.objective().value(end.getPoint()));
            assertThat(many.getEvaluations()).isEqualTo(evaluations);
            assertThat(many.getIterations()).isPositive();
        }
    }

    @Test
    void staysWithinBoundsAndEndsAtTheFitness() {
        SimpleBounds box = new SimpleBounds(new double[] {-1, 0}, new double[] {4, 4});
        PointValuePair end = optimizer(1000, 0).optimize(data(GoalType.MINIMIZE, 3, 6, box, new ObjectiveFunction(x -> {
            assertThat(x[0]).isBetween(-1.0, 4.0);
            assertThat(x[1]).isBetween(0.0, 4.0);
            return PROBLEM.objective().value(x);
        })));
        assertThat(end.getPoint()).containsExactly(new double[] {2.746802770, 2.746802770}, within(1e-6));
        CMAESOptimizer early = optimizer(1000, -49);
        assertThat(early.optimize(data(GoalType.MINIMIZE, 3, 12)).getValue()).isBetween(-50.06, -49.0);
        assertThat(early.getRuns().best().status().code()).isEqualTo(Status.Code.CONVERGED);
    }

    @Test
    void aSpentLimitIsAnswered() {
        CMAESOptimizer few = optimizer(1000, 0);
        PointValuePair end = few.optimize(data(GoalType.MINIMIZE, 3, 12, new MaxEval(30)));
        assertThat(evaluations).isEqualTo(few.getEvaluations()).isEqualTo(30);
        assertThat(end.getValue()).isLessThan(PROBLEM.objective().value(new double[] {2.5, 2.5}));
        CMAESOptimizer short1 = optimizer(2, 0);
        short1.optimize(data(GoalType.MINIMIZE, 3, 12, new MaxIter(5), new MaxEval(5000)));
        assertThat(short1.getIterations()).isEqualTo(5);
        assertThatThrownBy(() -> optimizer(0, 0)).hasMessageContaining("maxIterations: 0");
    }
}
