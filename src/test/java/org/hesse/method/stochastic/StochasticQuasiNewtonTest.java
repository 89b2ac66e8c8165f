package org.hesse.method.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.data.Datasets;
import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.State;
import org.hesse.method.quasinewton.LimitedMemory;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Counts;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Objective;
import org.hesse.problem.LogisticRegression;
import org.hesse.run.Observer;
import org.hesse.run.PairJournal;
import org.hesse.run.Progress;
import org.hesse.run.Result;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults found in other libraries, and what each method evaluates. */
class StochasticQuasiNewtonTest {
    private static final Schedule TENTH = Schedule.constant(0.1);

    /** Twenty springs: enough for four batches of five. */
    private static final Iterates.Springs SPRINGS = new Iterates.Springs(
            IntStream.range(0, 20).mapToDouble(i -> 1 + i % 7).toArray(),
            IntStream.range(0, 20).mapToDouble(i -> i % 3 - 1).toArray());

    private static final Batches FIVES = Batches.shuffled(20, 5, 7);

    static Stream<Method<?>> withCurvatureOfAnySign() {
        return Stream.of(new OnlineLbfgs(TENTH, 3, 0, 1), new MultiBatchLbfgs(0.1), new Sqn(TENTH, 3, 1, 1, 1e-4));
    }

    @ParameterizedTest
    @MethodSource("withCurvatureOfAnySign")
    void aRejectedPairNeverSkipsTheStep(Method<?> method) {
        PairJournal journal = new PairJournal();
        List<Outcome> outcomes = new ArrayList<>();
        List<Double> path = new ArrayList<>();
        Iterates.run(new Iterates.Bowl(-1, -1), Batches.full(), method, 6, 0.5, 0.5)
                .observe(journal)
                .observe(watching(p -> {
                    outcomes.add(p.state().step().outcome());
                    path.add(p.x()[0]);
                }))
                .run();
        assertThat(outcomes.subList(1, 7)).containsOnly(Outcome.ACCEPTED);
        assertThat(path).isSorted().doesNotHaveDuplicates(); // along −g, away from the maximum
        assertThat(journal.summary().pairs()).isBetween(5L, 6L);
        assertThat(journal.summary().skipped()).isEqualTo(journal.summary().pairs());
    }

    @Test
    void negativeCurvatureIsDampedAndTheInitialMatrixIsOfTheDampedPair() {
        SdLbfgs.State damped = afterOneStep(SdLbfgs.Initial.DAMPED);
        assertThat(damped.damped()).isEqualTo(1);
        // y = −s, γ = δ = 2, σ = 2: θ = 0.75·2/(2 + 1) = ½ and ȳ = −½s + ½·2s = ½s
        double[] s = damped.memory().s()[damped.memory().newest()];
        double[] y = damped.memory().y()[damped.memory().newest()];
        assertThat(y).containsExactly(new double[] {0.5 * s[0], 0.5 * s[1]}, within(1e-15));
        assertThat(damped.memory().gamma()).isEqualTo(0.5); // 1/δ, for sᵀȳ/ȳᵀȳ is 2
        assertThat(afterOneStep(SdLbfgs.Initial.UNDAMPED).memory().gamma()).isEqualTo(0.5);
        assertThat(Vectors.dot(s, y)).isCloseTo(0.25 * 2 * Vectors.dot(s, s), within(1e-15));
    }

    private static SdLbfgs.State afterOneStep(SdLbfgs.Initial initial) {
        return (SdLbfgs.State) last(new Iterates.Bowl(-1, -1), Batches.full(), new SdLbfgs(TENTH, 3, 2, initial), 1);
    }

    @Test
    void theInitialMatrixKnowsTheDampedPairNotTheStaleOne() { // curvatures 1 and 100: cos(s, y) is small
        SdLbfgs method = new SdLbfgs(Schedule.constant(1), 3, 1e-3, SdLbfgs.Initial.DAMPED);
        SdLbfgs.State state = (SdLbfgs.State) last(new Iterates.Bowl(1, 100), Batches.full(), method, 1, 1, 0.002);
        double[] s = state.memory().s()[state.memory().newest()];
        double[] y = state.memory().y()[state.memory().newest()];
        assertThat(state.damped()).isEqualTo(1);
        assertThat(state.memory().gamma())
                .isCloseTo(Vectors.dot(s, y) / Vectors.dot(y, y), within(1e-15))
                .isNotCloseTo(Vectors.dot(s, s) == 0 ? 0 : stale(s), within(1e-3));
    }

    /** sᵀy/yᵀy of y as it was. */
    private static double stale(double[] s) {
        return (s[0] * s[0] + 100 * s[1] * s[1]) / (s[0] * s[0] + 1e4 * s[1] * s[1]);
    }

    @Test
    void aStepOfMultiBatchIsOnItsWholeSampleWithoutExtraGradients() {
        List<Evaluation> seen = Iterates.evaluations(SPRINGS, FIVES, new MultiBatchLbfgs(TENTH, 3, 0.4, 0), 3, 2);
        for (int k = 0; k < 3; k++) {
            Evaluation e = seen.get(k);
            Batch.Rows now = (Batch.Rows) FIVES.at(k);
            Batch.Rows next = ((Batch.Rows) FIVES.at(k + 1)).head(2);
            int[] rows = IntStream.concat(
                            Arrays.stream(now.order(), now.from(), now.to()),
                            Arrays.stream(next.order(), next.from(), next.to()))
                    .toArray();
            double[] g = new double[1];
            double value = SPRINGS.on(new Batch.Rows(rows, 0, 7, 1)).valueAndGradient(e.x(), g);
            assertThat(e.value()).isCloseTo(value, within(1e-14));
            assertThat(e.gradient()).containsExactly(g, within(1e-14));
        }
        Counts counts = counts(new MultiBatchLbfgs(TENTH, 3, 0.4, 0), FIVES, 8);
        assertThat(counts.gradientTerms()).isEqualTo(8 * 7);
        assertThat(counts(new MultiBatchLbfgs(0.1), Batches.full(), 8).gradients())
                .isEqualTo(8);
    }

    @Test
    void everyCostIsCharged() {
        assertThat(counts(new OnlineLbfgs(0.1), FIVES, 8).gradientTerms()).isEqualTo(2 * 8 * 5);
        assertThat(counts(new OnlineLbfgs(0.1), Batches.full(), 8).gradients()).isEqualTo(9);
        assertThat(counts(new SdLbfgs(0.1), FIVES, 8).gradientTerms()).isEqualTo(2 * 8 * 5);
        Counts sqn = counts(new Sqn(TENTH, 3, 2, 3, 0), FIVES, 8); // differenced: each product two gradients
        assertThat(sqn.gradientTerms()).isEqualTo(8 * 5 + 3 * 2 * 3 * 5);
        Counts svrg = counts(new SvrgLbfgs(TENTH, 3, 100, 1, 0, 4), FIVES, 8);
        assertThat(svrg.gradientTerms()).isEqualTo(2 * 20 + 2 * 8 * 5 - 2 * 5); // at a snapshot both are the same
    }

    private static Counts counts(Method<?> method, Batches batches, int steps) {
        return Iterates.run(SPRINGS, batches, method, steps, 2).run().counts();
    }

    @Test
    void aPointFromElsewhereMakesNoPair() {
        MultiBatchLbfgs method = new MultiBatchLbfgs(0.1);
        MultiBatchLbfgs.State s = (MultiBatchLbfgs.State) last(SPRINGS, FIVES, method, 2, 2);
        assertThat(s.shared()).isNotNull();
        assertThat(s.shared().batch())
                .isEqualTo(((Batch.Rows) FIVES.at(2)).head(1).id());
        assertThat(method.moveTo(s, new double[] {5}).shared()).isNull();
        OnlineLbfgs online = new OnlineLbfgs(0.1);
        OnlineLbfgs.State o = (OnlineLbfgs.State) last(SPRINGS, FIVES, online, 2, 2);
        assertThat(online.moveTo(o, new double[] {5}).evaluation()).isNull();
    }

    @Test
    void theMemoryCopiesItsPairsAndLeavesTheGradientAlone() {
        double[] s = {1, 2};
        double[] y = {2, 2};
        double[] g = {3, -1};
        double[] d = new double[2];
        LimitedMemory memory = LimitedMemory.empty(2, 2).with(s, y, 0.5);
        s[0] = 7;
        y[1] = 7;
        memory.direction(g, d, Parallel.of(1));
        assertThat(g).containsExactly(3, -1);
        assertThat(2 * d[0] + 2 * d[1]).isCloseTo(-(3 - 2), within(1e-14)); // Hy = s
        assertThat(memory.averaged().gamma()).isEqualTo(6.0 / 8);
    }

    @Test
    void theSampleOfProgressiveBatchingOnlyGrowsAndEndsAsAll() {
        List<Integer> sizes = new ArrayList<>();
        LogisticRegression f = new LogisticRegression(Datasets.breastCancer().scaled(0.01), 1e-3);
        Result r = Iterates.run(f, Batches.shuffled(569, 16, 1), new ProgressiveLbfgs(), 60, new double[f.dimension()])
                .observe(watching(p -> sizes.add(((ProgressiveLbfgs.State) p.state()).size())))
                .run();
        assertThat(sizes).isSorted().startsWith(0, 16).endsWith(569);
        assertThat(r.value()).isLessThan(0.3); // from log 2
    }

    @Test
    void checksItsOptions() {
        assertThatThrownBy(() -> new OnlineLbfgs(TENTH, 3, 0, 0)).hasMessageContaining("olbfgs: eps = 0");
        assertThatThrownBy(() -> new SdLbfgs(TENTH, 0, 1, SdLbfgs.Initial.DAMPED))
                .hasMessageContaining("memory = 0");
        assertThatThrownBy(() -> new MultiBatchLbfgs(TENTH, 3, 1.5, 0)).hasMessageContaining("overlap = 1.5");
        assertThatThrownBy(() -> new Sqn(TENTH, 3, 0, 1, 0)).hasMessageContaining("interval = 0");
        assertThatThrownBy(() -> new SvrgLbfgs(TENTH, 3, 1, 1, 0, 0)).hasMessageContaining("svrg-lbfgs: m = 0");
        assertThatThrownBy(() -> new ProgressiveLbfgs(3, 0.9, 1, 0)).hasMessageContaining("tested = 1");
        assertThatThrownBy(() -> new GnLbfgs(TENTH, 1, 3, 1, 1, 0, 1, 1)).hasMessageContaining("mu = 1");
    }

    private static State last(Objective f, Batches batches, Method<?> method, int steps, double... x0) {
        List<State> states = new ArrayList<>();
        Iterates.run(f, batches, method, steps, x0.length == 0 ? new double[] {0.5, 0.5} : x0)
                .observe(watching(p -> states.add(p.state())))
                .run();
        return states.get(states.size() - 1);
    }

    private static Observer watching(Consumer<Progress> watch) {
        return new Observer() {
            @Override
            public void onStep(Progress p) {
                watch.accept(p);
            }
        };
    }
}
