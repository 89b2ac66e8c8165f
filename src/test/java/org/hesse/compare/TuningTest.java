package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hesse.method.Algorithm;
import org.hesse.method.MethodText;
import org.hesse.method.Tunable;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningTest {
    private static final Tuning SIX = Tuning.of(6);
    private static final Experiment EXPERIMENT = Experiment.of(Small.problem())
            .with(
                    Entry.of("gd", new GradientDescent(1e-3)),
                    Entry.of("lbfgs", new Lbfgs()),
                    Entry.of("adam", new Adam(1e-3)))
            .batches(Regime.FULL, Regime.minibatch(7))
            .seeds(2)
            .passes(10)
            .tuned(SIX);

    private static double[] rates(List<Algorithm> candidates) {
        return candidates.stream()
                .mapToDouble(one -> Tunable.rate(one).orElseThrow())
                .toArray();
    }

    @Test
    void theGridIsLogarithmicAndTheSameForEveryMethod() {
        double[] decades = {1e-4, 1e-3, 1e-2, 0.1, 1, 10};
        assertThat(rates(SIX.candidates(new Adam(0.3)))).containsExactly(decades);
        assertThat(rates(SIX.candidates(new GradientDescent(7)))).containsExactly(decades);
        assertThat(SIX.candidates(new Lbfgs())).isEmpty();
        assertThat(rates(Tuning.of(1).candidates(new Adam(1)))).containsExactly(0.0316);
        assertThat(rates(Tuning.of(20).candidates(new Adam(1)))).hasSize(20).contains(1.83e-4); // 10^(5/19 - 4)
    }

    @Test
    void randomPointsTakeOneValueFromEachInterval() {
        Tuning random = new Tuning(20, 1e-4, 10, Tuning.Search.RANDOM, 1, Tuning.Select.FINAL);
        List<Algorithm> all = random.candidates(new Adam(1));
        double[] logs = IntStream.range(0, 20)
                .mapToDouble(i -> Math.log10(rates(all)[i]))
                .toArray();
        for (int i = 0; i < 20; i++) {
            assertThat(logs[i]).isBetween(-4 + i / 4.0 - 0.01, -4 + (i + 1) / 4.0 + 0.01);
        }
        double[] friction = all.stream()
                .mapToDouble(one -> 1 - Tunable.number(one, "beta1").orElseThrow())
                .sorted()
                .toArray();
        double[] eps = all.stream()
                .mapToDouble(one -> Tunable.number(one, "eps").orElseThrow())
                .sorted()
                .toArray();
        for (int i = 0; i < 20; i++) {
            assertThat(Math.log10(friction[i])).isBetween(-3 + 3 * i / 20.0 - 0.05, -3 + 3 * (i + 1) / 20.0 + 0.05);
            assertThat(Math.log10(eps[i])).isBetween(-10 + i / 2.0 - 0.01, -10 + (i + 1) / 2.0 + 0.01);
        }
        assertThat(random.candidates(new Adam(1))).isEqualTo(all);
        List<Algorithm> momentum = random.candidates(new Momentum(1));
        assertThat(rates(momentum)).containsExactly(rates(all)); // the same points
        assertThat(Tunable.number(momentum.get(3), "mu")).isEqualTo(Tunable.number(all.get(3), "beta1"));
    }

    @Test
    void theBestOnTheObjectiveIsSelected() {
        Comparison c = EXPERIMENT.run();
        assertThat(c.tuned()).hasSize(4).allSatisfy(t -> {
            assertThat(t.label()).isIn("gd", "adam"); // L-BFGS has no rate
            assertThat(t.trials()).hasSize(6);
        });
        Tuned gd = c.tuned("gd", Regime.FULL).orElseThrow();
        Algorithm lowest = SIX.candidates(new GradientDescent(1)).stream()
                .min(Comparator.comparingDouble(TuningTest::after10Passes))
                .orElseThrow();
        assertThat(gd.algorithm()).isEqualTo(lowest);
        assertThat(gd.best().score()).isEqualTo(after10Passes(lowest));
        assertThat(gd.given()).isEqualTo(new GradientDescent(1e-3));
        assertThat(c.runs("gd", Regime.FULL))
                .hasSize(2)
                .allSatisfy(
                        run -> assertThat(run.finalValue()).isEqualTo(gd.best().score()));
        Summary given = c.asGiven(gd);
        assertThat(given.seeds()).isEqualTo(2);
        assertThat(given.finalExcess().median())
                .isCloseTo(
                        after10Passes(new GradientDescent(1e-3)) - c.optimum().value(), within(1e-15));
        assertThat(c.summaries())
                .extracting(s -> MethodText.of(s.entry().algorithm()))
                .contains(MethodText.of(lowest), "lbfgs");
    }

    private static double after10Passes(Algorithm method) {
        return Minimization.of(Small.objective())
                .from(new double[9])
                .with(method)
                .budget(Budget.UNLIMITED.withPasses(10))
                .run()
                .trace()
                .current()
                .value();
    }

    @Test
    void theCostIsThatOfEveryTuningRunOnSeedsOfTheirOwn() {
        List<Run> trials = new ArrayList<>();
        Tuning twice = new Tuning(3, 0.01, 1, Tuning.Search.GRID, 2, Tuning.Select.FINAL);
        Comparison c = EXPERIMENT.tuned(twice).run((done, total, run) -> {
            assertThat(total).isEqualTo(4 * 3 * 2 + 6 * 2 + 4 * 2);
            if (run.seed() > 1000) {
                trials.add(run);
            }
        });
        assertThat(trials).hasSize(4 * 3 * 2).extracting(Run::seed).containsOnly(1001L, 1002L);
        for (Tuned t : c.tuned()) {
            double passes = trials.stream()
                    .filter(run -> run.label().equals(t.label()) && run.regime().equals(t.regime()))
                    .mapToDouble(Run::passes)
                    .sum();
            assertThat(t.passes()).isEqualTo(passes).isCloseTo(6 * 10, within(2.0));
        }
        assertThat(twice.seedsBeside(List.of(1L, 1001L))).containsExactly(1002L, 1003L);
    }

    @Test
    void whatDivergedIsNeverSelectedAndAnEdgeIsFlagged() {
        Tuning wild = new Tuning(3, 1e100, 1e200, Tuning.Search.GRID, 1, Tuning.Select.FINAL);
        Tuned lost = EXPERIMENT.tuned(wild).run().tuned("gd", Regime.FULL).orElseThrow();
        assertThat(lost.trials()).allSatisfy(t -> {
            assertThat(t.score()).isInfinite();
            assertThat(t.diverged()).isEqualTo(1);
        });
        assertThat(lost.allDiverged()).isTrue();
        assertThat(lost.algorithm()).isEqualTo(lost.given());
        assertThat(lost.passes()).isLessThan(3 * 5); // given up, not run to the end
        Tuning timid = new Tuning(3, 1e-9, 1e-7, Tuning.Search.GRID, 1, Tuning.Select.BEST);
        Tuned low = EXPERIMENT.tuned(timid).run().tuned("gd", Regime.FULL).orElseThrow();
        assertThat(low.best().rate()).isEqualTo(1e-7);
        assertThat(low.isAtEdge()).isTrue();
        assertThat(EXPERIMENT.run().tuned("gd", Regime.FULL).orElseThrow().isAtEdge())
                .isFalse();
    }

    /** One that ends higher than it began has diverged, however low it was in between. */
    @Test
    void aRunThatEndsAboveItsStartCountsAsInfinite() {
        Run higher = Small.run(1, Status.Code.BUDGET, new double[] {0, 1, 2}, new double[] {9, 3, 9.5});
        Run fine = Small.run(2, Status.Code.BUDGET, new double[] {0, 1, 2}, new double[] {9, 3, 4});
        Tuned.Trial lost = Tuned.Trial.of(new Adam(1), List.of(higher), Tuning.Select.BEST, Double.NaN);
        assertThat(lost.score()).isInfinite();
        assertThat(lost.last()).isInfinite();
        assertThat(lost.diverged()).isEqualTo(1);
        Tuned.Trial median = Tuned.Trial.of(new Adam(1), List.of(fine, higher, fine), Tuning.Select.BEST, Double.NaN);
        assertThat(median.score()).isEqualTo(3);
        assertThat(median.last()).isEqualTo(4);
    }

    @Test
    void theGoalSelectsTheFastestAndNeedsTheOptimum() {
        Tuning byGoal = new Tuning(6, 1e-4, 10, Tuning.Search.GRID, 1, Tuning.Select.GOAL);
        assertThatThrownBy(() -> EXPERIMENT.tuned(byGoal)).hasMessageContaining("F* of three <clouds> & more softmax");
        double optimum = EXPERIMENT.run().optimum().value();
        Problem known = Small.problem().withOptimum(optimum, "ours");
        Tuned t = Experiment.of(known)
                .with(Entry.of("adam", new Adam(1e-3)))
                .goal(Goal.absolute(0.3))
                .passes(10)
                .tuned(byGoal)
                .run()
                .tuned("adam", Regime.FULL)
                .orElseThrow();
        double[] passes = t.trials().stream().mapToDouble(Tuned.Trial::score).toArray();
        assertThat(passes[0]).isInfinite();
        assertThat(t.best().score())
                .isLessThan(10)
                .isEqualTo(
                        IntStream.range(0, 6).mapToDouble(i -> passes[i]).min().orElseThrow());
    }

    @Test
    void tuningIsResumedToo(@TempDir Path directory) {
        Comparison whole = EXPERIMENT.run();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Experiment e = EXPERIMENT.threads(i + 1);
            try (RunDirectory runs = RunDirectory.open(directory, List.of(e))) {
                Comparison c = e.run(
                        (done, total, run) -> {
                            made.add(run.label());
                            if (done == 20 && made.size() == 20) {
                                throw new IllegalStateException("stop");
                            }
                        },
                        runs);
                assertThat(c.tuned())
                        .usingRecursiveComparison()
                        .ignoringFields("seconds")
                        .isEqualTo(whole.tuned());
                assertThat(c.runs())
                        .extracting(Run::finalValue)
                        .isEqualTo(whole.runs().stream().map(Run::finalValue).toList());
                assertThat(c.given())
                        .extracting(Run::finalValue)
                        .isEqualTo(whole.given().stream().map(Run::finalValue).toList());
            } catch (IllegalStateException e1) {
                assertThat(i).isZero();
            }
        }
        assertThat(made).hasSize(4 * 6 + 6 * 2 + 4 * 2);
    }

    /** The tuned setting may be the given one: its runs are found, but no earlier program made them. */
    @Test
    void whatThisProgramMadeIsNotCalledOlder(@TempDir Path directory) {
        Experiment e =
                EXPERIMENT.with(Entry.of("gd", new GradientDescent(0.0316))).tuned(Tuning.of(1));
        List<Integer> seen = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void finished(int done, int total, Run run) {}

            @Override
            public void resumed(int older, int done, int total) {
                seen.addAll(List.of(older, done, total));
            }
        };
        for (int i = 0; i < 2; i++) {
            try (RunDirectory runs = RunDirectory.open(directory, List.of(e))) {
                e.run(listener, runs);
            }
        }
        assertThat(seen).containsExactly(0, 10, 10, 6, 6, 10, 10, 10, 10);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> Tuning.of(0)).hasMessage("tuning: points = 0, expected at least 1");
        assertThatThrownBy(() -> new Tuning(3, 1, 0.1, Tuning.Search.GRID, 1, Tuning.Select.FINAL))
                .hasMessageContaining("rate from 1.0 to 0.1, expected 0 < lowest <= highest");
    }
}
