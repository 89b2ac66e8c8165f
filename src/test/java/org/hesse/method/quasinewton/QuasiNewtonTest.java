package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hesse.autodiff.Expression;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.data.Standardisation;
import org.hesse.linear.Vectors;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Restart;
import org.hesse.objective.Batches;
import org.hesse.objective.Event;
import org.hesse.objective.Objective;
import org.hesse.problem.LogisticRegression;
import org.hesse.problem.Problems;
import org.hesse.problem.SoftmaxRegression;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Progress;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.hesse.run.StoppingRule;
import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.Searched;
import org.hesse.search.StepLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuasiNewtonTest {
    private static final double BEST_SOFTMAX = 0.2639258232950729; // F*, Newton-polished

    private static Stream<Method<?>> methods() {
        return Stream.of(new Lbfgs(), new Bfgs());
    }

    private static Minimization of(Objective f, Method<?> method, double... x0) {
        return Minimization.of(f).from(x0).with(method).verdict(false);
    }

    private static LogisticRegression logistic() {
        Dataset cells = Datasets.breastCancer();
        return new LogisticRegression(Standardisation.fit(cells).apply(cells), 1e-2);
    }

    /** The search meets the end of the domain, where f is lowest: the point nearest to it is not lost. */
    @ParameterizedTest
    @MethodSource("methods")
    void aFailedSearchKeepsTheLowestPointItSaw(Method<?> method) {
        Result r = of(Expression.parse("sqrt(x)"), method, 1).run();
        assertThat(r.status().code()).isNotEqualTo(Status.Code.CONVERGED);
        assertThat(r.value()).isLessThan(1e-3).isEqualTo(Math.sqrt(r.x()[0]));
    }

    /** Collects the events of a run. */
    private record Journal(List<Event> events) implements Observer {
        Journal() {
            this(new ArrayList<>());
        }

        @Override
        public void onEvent(Event event) {
            events.add(event);
        }

        <E extends Event> List<E> of(Class<E> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /** Gradients to ‖g‖∞ ≤ 1e-6, about those of the best: 39 to 55 and 15 to 21 elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "rosenbrock, 46, 46",
        "beale, 16, 18",
    })
    void gradientsToTheSolutionAreOnAParWithTheBest(String name, long lbfgs, long bfgs) {
        TestProblem problem = Problems.named(name);
        for (Method<?> method : methods().toList()) {
            Result r = of(problem.objective(), method, problem.start())
                    .until(StoppingRule.gradientNorm(1e-6))
                    .run();
            assertThat(r.status().code()).isEqualTo(Status.Code.CONVERGED);
            assertThat(r.value()).isCloseTo(0, within(1e-10));
            assertThat(r.counts().values()).isZero();
            assertThat(r.counts().gradients()).isLessThanOrEqualTo(method instanceof Lbfgs ? lbfgs : bfgs);
        }
    }

    @Test
    void digitsSoftmaxInFewerGradientsThanSciPy() { // which takes 93
        SoftmaxRegression f =
                new SoftmaxRegression(Datasets.digits().scaled(1 / 16.0).withConstant(), 1e-3);
        double[] x0 = new double[f.dimension()];
        Minimization run = of(f, new Lbfgs(10), x0);
        Result near =
                run.until(StoppingRule.valueAtMost(BEST_SOFTMAX * (1 + 1e-8))).run();
        assertThat(near.isConverged()).isTrue();
        assertThat(near.counts().gradients()).isLessThanOrEqualTo(85);
        Result at = run.until(StoppingRule.gradientNorm(1e-8)).run();
        assertThat(at.isConverged()).isTrue();
        assertThat(at.value()).isCloseTo(BEST_SOFTMAX, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void goesOnDownToTheRoundingOfTheGradient(Method<?> method) {
        LogisticRegression f = logistic();
        Result r = of(f, method, new double[f.dimension()])
                .until(StoppingRule.gradientNorm(1e-15))
                .budget(Budget.UNLIMITED.withSteps(1000))
                .run();
        assertThat(r.isConverged()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void onTheFullBatchBothKindsOfPairsAreOneMethod(Method<?> method) {
        LogisticRegression f = logistic();
        for (Method<?> m : List.of(method, withRate(method, 0.5))) {
            Result same = Iterates.run(f, Batches.full(), m, 12, new double[f.dimension()])
                    .run();
            Result naive = Iterates.run(f, Batches.full(), naive(m), 12, new double[f.dimension()])
                    .run();
            assertThat(naive.last().x()).isEqualTo(same.last().x());
            assertThat(naive.counts()).isEqualTo(same.counts());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void minibatchPairsAreOfOneBatchOrOfTwo(Method<?> method) {
        LogisticRegression f = logistic();
        Batches batches = Batches.shuffled(f.terms(), 32, 4);
        for (Method<?> m : List.of(method, withRate(method, 0.5))) {
            Journal same = new Journal();
            Iterates.run(f, batches, m, 10, new double[f.dimension()])
                    .observe(same)
                    .run();
            Journal naive = new Journal();
            Iterates.run(f, batches, naive(m), 10, new double[f.dimension()])
                    .observe(naive)
                    .run();
            assertThat(same.of(CurvaturePair.class)).hasSize(10);
            for (int k = 0; k < 10; k++) {
                CurvaturePair pair = same.of(CurvaturePair.class).get(k);
                assertThat(pair.batchOfX()).isEqualTo(batches.at(k).id()).isEqualTo(pair.batchOfNext());
                assertThat(pair.sy()).isPositive(); // the losses are convex
                CurvaturePair mixed = naive.of(CurvaturePair.class).get(k);
                assertThat(mixed.batchOfX()).isEqualTo(batches.at(k).id());
                assertThat(mixed.batchOfNext()).isEqualTo(batches.at(k + 1).id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aRateCostsTwoGradientsAStepForPairsOfOneBatchAndOneForNaiveOnes(Method<?> method) {
        LogisticRegression f = logistic();
        Batches batches = Batches.shuffled(f.terms(), 32, 4);
        Method<?> rated = withRate(method, 0.5);
        Result same =
                Iterates.run(f, batches, rated, 10, new double[f.dimension()]).run();
        assertThat(same.counts().gradients()).isEqualTo(20);
        Result naive = Iterates.run(f, batches, naive(rated), 10, new double[f.dimension()])
                .run();
        assertThat(naive.counts().gradients()).isEqualTo(11); // the last one for the step that never came
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aPairWithoutCurvatureIsSkippedButTheStepIsMade(Method<?> method) {
        // −√(1 + x²) is concave: every pair has sᵀy < 0
        Objective f = new Scalar(x -> -Math.sqrt(1 + x * x), x -> -x / Math.sqrt(1 + x * x));
        Journal journal = new Journal();
        double[][] path = Iterates.of(f, withRate(method, 1), 3, 1);
        Iterates.run(f, Batches.full(), withRate(method, 1), 3, 1)
                .observe(journal)
                .run();
        assertThat(journal.of(CurvaturePair.class))
                .hasSize(3)
                .allMatch(p -> p.sy() < 0 && p.cosine() == -1 && p.decision() == CurvaturePair.Decision.SKIPPED);
        assertThat(path[0][0]).isEqualTo(1 + 1 / Math.sqrt(2));
        assertThat(path[2][0]).isGreaterThan(path[1][0]).isGreaterThan(path[0][0]);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aFailedSearchForgetsThePairsAndGoesOnAlongTheGradient(Method<?> method) {
        // the search fails on its third call, whatever the ray
        int[] calls = {0};
        StepLength failing = new StepLength.Search((phi, first) ->
                ++calls[0] == 3 ? new Searched.NotFound("third call", null, 0) : new MoreThuente().search(phi, first));
        Method<?> m = method instanceof Lbfgs
                ? new Lbfgs(10, failing, Pairs.SAME_BATCH)
                : new Bfgs(failing, Pairs.SAME_BATCH);
        TestProblem rosenbrock = Problems.named("rosenbrock");
        Journal journal = new Journal();
        double[][] path = Iterates.of(rosenbrock.objective(), m, 3, rosenbrock.start());
        calls[0] = 0;
        Iterates.run(rosenbrock.objective(), Batches.full(), m, 3, rosenbrock.start())
                .observe(journal)
                .run();
        assertThat(journal.of(Restart.class)).containsExactly(new Restart("third call"));
        double[] g = new double[2];
        rosenbrock.objective().valueAndGradient(path[1], g);
        double[] moved = Vectors.minus(path[2], path[1]);
        assertThat(moved[0] * g[1]).isCloseTo(moved[1] * g[0], within(1e-12)); // along the gradient,
        assertThat(moved[0] * g[0]).isNegative(); // downwards
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isStuckWithTheReasonWhereNoSearchSucceeds(Method<?> method) {
        Objective wrong = new Scalar(x -> -x, x -> 1); // the gradient points downhill
        Result r = of(wrong, method, 1).run();
        assertThat(r.status().code()).isEqualTo(Status.Code.STUCK);
        assertThat(r.status().why()).contains("phi(0) = -1.0");
        assertThat(r.x()).containsExactly(1);
        Objective falling = new Scalar(x -> x, x -> 1);
        assertThat(of(falling, method, 1).run().status().why()).contains(" trials");
        Objective flat = new Scalar(x -> 0, x -> 0);
        Result zero = of(flat, method, 1).until(StoppingRule.NEVER).run();
        assertThat(zero.status().why()).contains("slope 0.0");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aMinibatchWithoutDescentRejectsTheStepOnly(Method<?> method) {
        // springs 0 and 2 rest at the start: their batches have no gradient
        var f = new Iterates.Springs(new double[] {1, 1, 1}, new double[] {0, 5, 0});
        List<Outcome> outcomes = new ArrayList<>();
        Iterates.run(f, Batches.shuffled(3, 1, 1), method, 3, 0)
                .observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        outcomes.add(p.state().step().outcome());
                    }
                })
                .run();
        assertThat(outcomes).contains(Outcome.REJECTED, Outcome.ACCEPTED).doesNotContain(Outcome.STUCK);
    }

    private static Method<?> naive(Method<?> m) {
        return m instanceof Lbfgs l ? l.withPairs(Pairs.NAIVE) : ((Bfgs) m).withPairs(Pairs.NAIVE);
    }

    private static Method<?> withRate(Method<?> m, double rate) {
        Schedule constant = Schedule.constant(rate);
        return m instanceof Lbfgs l ? l.withRate(constant) : ((Bfgs) m).withRate(constant);
    }

    private record Scalar(java.util.function.DoubleUnaryOperator f, java.util.function.DoubleUnaryOperator slope)
            implements Objective {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] x) {
            return f.applyAsDouble(x[0]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            g[0] = slope.applyAsDouble(x[0]);
            return value(x);
        }
    }
}
