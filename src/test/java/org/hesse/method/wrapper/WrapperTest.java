package org.hesse.method.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.firstorder.Nesterov;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Objective;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;
import org.hesse.search.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrapperTest {
    private static final Iterates.Springs SPRINGS =
            new Iterates.Springs(new double[] {1, 2, 3, 4, 5, 6}, new double[] {-3, 1, 4, -1, 5, 9});
    private static final double MINIMUM = (-3 + 2 + 12 - 4 + 25 + 54) / 21.0;
    private static final Batches PAIRS = Batches.shuffled(6, 2, 11);

    static Stream<Method<?>> all() {
        GradientDescent gd = new GradientDescent(0.05);
        return Stream.of(
                new Clipping<>(gd, 0.3),
                new WeightDecay<>(gd, 0.7),
                new Lookahead<>(new Momentum(0.05), 3, 0.5),
                new Svrg<>(gd, 4),
                new Svrg<>(new Clipping<>(new WeightDecay<>(new Adam(0.1), 0.2), 1), 3),
                new Clipping<>(new Svrg<>(new Nesterov(0.02), 3), 2),
                new Lookahead<>(new Svrg<>(new Momentum(0.02), 3), 2, 0.5),
                new Clipping<>(new Adam(0.1), 0.3, Clipping.By.VALUE),
                new DecoupledDecay<>(new Momentum(0.05), 0.7),
                new PolyakRuppert<>(new Momentum(0.05), 1.5, Unit.EPOCHS),
                new MovingAverage<>(new DecoupledDecay<>(new Svrg<>(gd, 4), 0.1), 0.8, true));
    }

    /** What a state says was evaluated is the objective's own value and gradient, whatever the inner method saw. */
    @ParameterizedTest
    @MethodSource("all")
    void valueGradientAndPointBelongTogetherAndAreTheObjectives(Method<?> method) {
        for (Batches batches : List.of(PAIRS, Batches.full())) {
            List<Evaluation> made = Iterates.evaluations(SPRINGS, batches, method, 12, -4);
            for (int k = 0; k < made.size(); k++) {
                Evaluation e = made.get(k);
                assertThat(e).isNotNull();
                Objective f = e.batch() == 0 ? SPRINGS : SPRINGS.on(batches.at(k));
                double[] g = new double[1];
                assertThat(e.value()).isEqualTo(f.valueAndGradient(e.x(), g));
                assertThat(e.gradient()).isEqualTo(g);
            }
        }
    }

    /** Cut off at every single evaluation, a run goes on from there as if nothing had been. */
    @ParameterizedTest
    @MethodSource("all")
    void aStepThatIsCutOffLeavesTheState(Method<?> method) {
        Minimization run = Iterates.run(SPRINGS, PAIRS, method, 9, -4);
        Result whole = run.run();
        for (long limit = 1; limit < whole.counts().evaluations(); limit++) {
            Result cut = run.budget(Budget.UNLIMITED.withEvaluations(limit).withSteps(9))
                    .run();
            assertThat(cut.steps()).isLessThan(9);
            assertThat(run.resume(cut.checkpoint()).checkpoint().state().x())
                    .isEqualTo(whole.checkpoint().state().x());
        }
    }

    @Test
    void aClippedGradientDoesNotLookConverged() {
        Result r = Minimization.of(new Iterates.Bowl(1, 1))
                .from(3, 4)
                .with(new Clipping<>(new GradientDescent(1), 1e-9))
                .until(StoppingRule.gradientNorm(1e-8))
                .budget(Budget.UNLIMITED.withSteps(3))
                .verdict(false)
                .run();
        assertThat(r.isConverged()).isFalse();
        assertThat(r.trace().rows().get(0).gradientNorm()).isEqualTo(4);
    }

    @Test
    void clippingKeepsTheDirectionAndShortensOnlyWhatIsLonger() {
        Iterates.Bowl f = new Iterates.Bowl(1, 1);
        assertThat(Iterates.of(f, new Clipping<>(new GradientDescent(1), 1), 5, 3, 4)[4])
                .containsExactly(new double[] {0, 0}, within(1e-15)); // five steps of length 1 along (3, 4)/5
        assertThat(Iterates.of(f, new Clipping<>(new GradientDescent(0.5), 5), 1, 3, 4)[0])
                .containsExactly(1.5, 2);
    }

    @Test
    void weightDecayEndsAtTheMinimumOfTheDecayedFunction() {
        double mean = 21 / 6.0;
        double end = Iterates.of(SPRINGS, new WeightDecay<>(new GradientDescent(0.2), 0.5), 200, 1)[199][0];
        assertThat(end).isCloseTo(MINIMUM * mean / (mean + 0.5), within(1e-12));
        Method<?> lineSearch = new WeightDecay<>(new ValueAndGradientTwin(), 0.5);
        assertThat(Iterates.of(SPRINGS, lineSearch, 1, 2)[0][0]).isEqualTo(2); // values and evaluations agree
    }

    @Test
    void weightDecayRefusesAMethodWhoseHessianItWouldMiss() {
        Method<?> curved = new ValueAndGradientTwin() {
            @Override
            public Set<Class<? extends Structure>> needs() {
                return Set.of(Curved.class);
            }
        };
        assertThatThrownBy(() -> new WeightDecay<>(curved, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Curved");
        assertThat(new Clipping<>(curved, 1).needs()).containsExactly(Curved.class);
        assertThat(new Svrg<>(curved, 1).needs()).containsExactly(Curved.class);
        assertThat(new Lookahead<>(curved).needs()).containsExactly(Curved.class);
    }

    @Test
    void lookaheadKeepsAPartOfTheWay() {
        Iterates.Bowl f = new Iterates.Bowl(1);
        double[][] fast = Iterates.of(f, new GradientDescent(0.5), 2, 8);
        double[][] path = Iterates.of(f, new Lookahead<>(new GradientDescent(0.5), 2, 0.25), 4, 8);
        assertThat(path[0]).isEqualTo(fast[0]);
        assertThat(path[1][0]).isEqualTo(8 + 0.25 * (2 - 8)); // fast: 8, 4, 2
        assertThat(path[3][0]).isEqualTo(6.5 + 0.25 * (6.5 / 4 - 6.5));
    }

    /** At the minimum the noise of the batches moves gradient descent away, and SVRG not at all. */
    @Test
    void svrgHasNoNoiseAtTheMinimum() {
        double[][] svrg = Iterates.of(SPRINGS, PAIRS, new Svrg<>(new GradientDescent(0.05), 5), 12, MINIMUM);
        double[][] sgd = Iterates.of(SPRINGS, PAIRS, new GradientDescent(0.05), 12, MINIMUM);
        assertThat(List.of(svrg)).allSatisfy(x -> assertThat(x[0]).isCloseTo(MINIMUM, within(1e-14)));
        assertThat(Math.abs(sgd[11][0] - MINIMUM)).isGreaterThan(0.01);
        double far = Iterates.of(SPRINGS, PAIRS, new Svrg<>(new GradientDescent(0.05), 6), 600, -9)[599][0];
        assertThat(far).isCloseTo(MINIMUM, within(1e-10));
    }

    @Test
    void svrgIsChargedForSnapshotsAndForTwoGradientsAStep() {
        Result r = Iterates.run(SPRINGS, PAIRS, new Svrg<>(new GradientDescent(0.05), 4), 9, -4)
                .run();
        // snapshots before steps 1, 5 and 9; right after each, one gradient serves for x and the snapshot
        assertThat(r.counts().gradientTerms()).isEqualTo(3 * 6 + (9 * 2 - 3) * 2);
        assertThat(r.counts().gradients()).isEqualTo(3 + 9 * 2 - 3);
        assertThat(r.counts().values()).isZero();
    }

    @Test
    void svrgOnTheFullBatchCostsOnlyItsSnapshots() {
        Result r = Iterates.run(SPRINGS, Batches.full(), new Svrg<>(new GradientDescent(0.05), 4), 9, -4)
                .run();
        assertThat(r.counts().gradients()).isEqualTo(9 + 3);
    }

    @Test
    void svrgsSnapshotsAreFreeMeasurements() {
        Svrg<?> svrg = new Svrg<>(new GradientDescent(0.05), 4);
        List<Evaluation> made = Iterates.evaluations(SPRINGS, PAIRS, svrg, 9, -4);
        for (int k = 0; k < 9; k++) {
            assertThat(made.get(k).batch() == Batch.ALL.id()).isEqualTo(k % 4 == 0);
        }
    }

    /** Values and gradients agree, and at the snapshot, where the twin stays, they are those of the whole. */
    @Test
    void svrgsValuesFitItsGradientsOnEveryBatchAskedFor() {
        ValueAndGradientTwin twin = new ValueAndGradientTwin();
        assertThat(Iterates.of(SPRINGS, PAIRS, new Svrg<>(twin, 2), 5, 1)).hasDimensions(5, 1);
        double[] g = new double[1];
        double value = SPRINGS.valueAndGradient(new double[] {1}, g);
        assertThat(twin.made).hasSize(15).allSatisfy(e -> {
            assertThat(e.value()).isCloseTo(value, within(1e-12));
            assertThat(e.gradient()).containsExactly(g, within(1e-12));
        });
    }

    @Test
    void namesTellWhatIsInside() {
        assertThat(all().map(Method::name))
                .startsWith("clipping(gd)", "weightdecay(gd)", "lookahead(momentum)", "svrg(gd)")
                .contains("svrg(clipping(weightdecay(adam)))");
    }

    @Test
    void misuse() {
        GradientDescent gd = new GradientDescent(1);
        assertThatThrownBy(() -> new Clipping<>(gd, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clipping: norm = 0.0");
        assertThatThrownBy(() -> new WeightDecay<>(gd, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weightdecay: lambda = -1.0");
        assertThatThrownBy(() -> new Lookahead<>(gd, 0, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lookahead: k = 0");
        assertThatThrownBy(() -> new Lookahead<>(gd, 5, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lookahead: alpha = 1.5");
        assertThatThrownBy(() -> new Svrg<>(gd, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("svrg: m = 0");
    }

    /** Stays where it is and checks that value, value with gradient and differences of values agree. */
    private static class ValueAndGradientTwin implements Method<GradientDescent.State> {
        final List<Evaluation> made = new ArrayList<>();

        @Override
        public GradientDescent.State init(Oracle f, double[] x0) {
            return new GradientDescent.State(x0.clone(), Step.START, null);
        }

        @Override
        public GradientDescent.State step(Oracle f, GradientDescent.State s) {
            check(f, s.x());
            check(f, new double[] {s.x()[0] + 1});
            check(f.on(Batch.ALL), new double[] {s.x()[0] - 2});
            made.addAll(List.of(
                    f.at(s.x()), f.on(f.batch(1)).at(s.x()), f.on(Batch.ALL).at(s.x())));
            return new GradientDescent.State(s.x(), Step.accepted(0), null);
        }

        private static void check(Oracle f, double[] x) {
            Evaluation e = f.at(x);
            assertThat(f.value(x)).isEqualTo(e.value());
            double h = 1.0 / 1024;
            double slope = (f.value(new double[] {x[0] + h}) - f.value(new double[] {x[0] - h})) / (2 * h);
            assertThat(slope).isCloseTo(e.gradient()[0], within(1e-9)); // exact for a parabola but for rounding
        }

        @Override
        public GradientDescent.State moveTo(GradientDescent.State s, double[] x) {
            return new GradientDescent.State(x, s.step(), null);
        }
    }
}
