package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.newton.LevenbergMarquardt;
import org.hesse.method.newton.Newton;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.Pairs;
import org.hesse.objective.Batch;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static final Entry ADAM = Entry.of("adam", new Adam(0.1));
    private static final Entry LBFGS = Entry.of("lbfgs", new Lbfgs().withPairs(Pairs.NAIVE));

    private static Experiment experiment() {
        return Experiment.of(Small.problem())
                .with(ADAM, LBFGS)
                .batches(Regime.FULL, Regime.minibatch(7))
                .seeds(3)
                .passes(20);
    }

    @Test
    void theSameResultsWithOneThreadAndTwo() {
        assertThat(numbers(experiment().run()))
                .hasSize(12)
                .isEqualTo(numbers(experiment().threads(2).run()));
    }

    private static List<String> numbers(Comparison c) {
        List<String> all = new ArrayList<>();
        for (Run run : c.runs()) {
            StringBuilder text = new StringBuilder(run.label() + run.regime() + run.seed() + run.counts());
            run.rows()
                    .forEach(row ->
                            text.append(' ').append(row.passes()).append(':').append(row.value()));
            all.add(text.toString());
        }
        return all;
    }

    @Test
    void seedsDifferOnMinibatchesOnly() {
        Comparison c = experiment().run();
        assertThat(c.runs("adam", Regime.FULL))
                .extracting(Run::finalValue)
                .containsOnly(c.runs("adam", Regime.FULL).get(0).finalValue());
        assertThat(c.runs("adam", Regime.minibatch(7)))
                .extracting(Run::finalValue)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyMethodSeesTheSameBatchesAndStart() {
        Recording sum = new Recording(Small.objective());
        Problem problem =
                Problem.of("recorded", sum).withOptimum(0, "no matter").from(1, 2, 3, 4, 5, 6, 7, 8, 9);
        List<List<Long>> batches = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        Experiment.of(problem)
                .with(Entry.of("slow", new GradientDescent(0.01)), Entry.of("fast", new GradientDescent(0.5)))
                .batches(Regime.minibatch(7))
                .passes(4)
                .run((done, total, run) -> {
                    batches.add(List.copyOf(sum.ids));
                    starts.add(run.rows().get(0).value());
                    sum.ids.clear();
                });
        assertThat(batches).hasSize(2);
        assertThat(batches.get(0))
                .hasSizeGreaterThan(30)
                .isEqualTo(batches.get(1))
                .doesNotHaveDuplicates();
        assertThat(starts).containsOnly(sum.value(problem.start()));
    }

    private static final class Recording implements FiniteSum {
        private final FiniteSum sum;
        private final List<Long> ids = new ArrayList<>();

        Recording(FiniteSum sum) {
            this.sum = sum;
        }

        @Override
        public Objective on(Batch batch) {
            if (batch.id() != 0 && (ids.isEmpty() || ids.get(ids.size() - 1) != batch.id())) {
                ids.add(batch.id());
            }
            return sum.on(batch);
        }

        @Override
        public long terms() {
            return sum.terms();
        }

        @Override
        public int dimension() {
            return sum.dimension();
        }

        @Override
        public double value(double[] x) {
            return sum.value(x);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            return sum.valueAndGradient(x, g);
        }
    }

    @Test
    void anUnknownOptimumIsTheLowestValueKnownAndSaysWhose() {
        Comparison c = Experiment.of(Small.problem()).with(ADAM).passes(3).run();
        assertThat(c.optimum().source()).contains("reference run of lbfgs", "CONVERGED");
        assertThat(c.runs().get(0).bestValue()).isGreaterThan(c.optimum().value());
        double lowest = new Newtons(Small.objective()).minimum();
        assertThat(c.optimum().value()).isCloseTo(lowest, org.assertj.core.data.Offset.offset(1e-15));
    }

    /** The minimum by ten pure Newton steps: another way than the reference run's. */
    private record Newtons(FiniteSum f) {
        double minimum() {
            return org.hesse.run.Minimization.of(f)
                    .from(new double[f.dimension()])
                    .with(new Newton())
                    .budget(org.hesse.run.Budget.UNLIMITED.withSteps(10))
                    .run()
                    .value();
        }
    }

    @Test
    void aConvergedFullBatchRunGetsAVerdictAndHitsTheGoal() {
        Comparison c = experiment().passes(200).run();
        for (Run run : c.runs("lbfgs", Regime.FULL)) {
            assertThat(run.status().isConverged()).isTrue();
            assertThat(run.verdict().kind()).isEqualTo(Optional.of(Kind.MINIMUM));
            assertThat(run.reached(c.target())).isPresent();
        }
        assertThat(c.runs("lbfgs", Regime.minibatch(7)).get(0).verdict().text())
                .isEqualTo("not computed: minibatch run");
        assertThat(c.runs("adam", Regime.minibatch(7)).get(0).verdict().kind()).isEmpty();
    }

    @Test
    void whatIsNotRunIsListedWithTheReason() {
        Comparison c = Experiment.of(Small.problem())
                .with(
                        ADAM,
                        Entry.of(new Newton()).unless(Limit.hessian(8)),
                        LBFGS.unless(Limit.minibatches("no full batch today")),
                        Entry.of("lm", new LevenbergMarquardt()))
                .batches(Regime.FULL, Regime.minibatch(7))
                .seeds(2)
                .passes(1)
                .run();
        assertThat(c.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut(
                                "newton",
                                List.of(Regime.FULL, Regime.minibatch(7)),
                                "n = 9 > 8: each Hessian alone is charged 9 data passes"),
                        new LeftOut("lbfgs", List.of(Regime.FULL), "no full batch today"),
                        new LeftOut(
                                "lm",
                                List.of(Regime.FULL, Regime.minibatch(7)),
                                "it needs LeastSquares, which this problem does not offer"));
        assertThat(c.runs()).hasSize(2 * (2 + 1));
        assertThat(c.summaries()).hasSize(3);
    }

    @Test
    void tellsOfEveryRun() {
        List<String> told = new ArrayList<>();
        experiment().passes(1).threads(2).run((done, total, run) -> told.add(done + "/" + total));
        assertThat(told).hasSize(12).startsWith("1/12", "2/12").endsWith("12/12");
    }

    @Test
    void refusesWhatCannotBeRunBeforeAnythingRuns() {
        Experiment e = experiment();
        refused(() -> e.passes(-1), "passes = -1.0, expected a number > 0");
        refused(() -> e.passes(Double.NaN), "passes = NaN");
        refused(() -> e.maxSeconds(0), "seconds = 0.0");
        refused(() -> e.seeds(0), "seeds: none, expected at least one");
        refused(() -> e.threads(0), "threads = 0, expected at least 1");
        refused(() -> e.with(), "methods: none, expected at least one");
        refused(() -> e.with(ADAM, ADAM), "label \"adam\" is there twice");
        refused(() -> e.batches(), "batches: none, expected full or a batch size");
        refused(() -> e.batches(Regime.FULL, Regime.FULL), "batch \"full\" is there twice");
        refused(() -> e.batches(Regime.minibatch(61)), "batch size 61: expected at most N = 60");
        refused(() -> Regime.minibatch(0), "batch size 0: expected at least 1");
        refused(() -> Regime.parse("-3"), "batch \"-3\": expected full or a batch size");
        refused(() -> Goal.relative(0), "goal 0.0: expected a finite number > 0");
        refused(() -> Experiment.of(Small.problem()).run(), "methods: none");
        refused(() -> Small.problem().from(1, 2), "start of three <clouds> & more softmax: 2 numbers, expected n = 9");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void regimesAreReadAsTheyAreWritten() {
        assertThat(Regime.parse("full")).isEqualTo(Regime.FULL);
        assertThat(Regime.parse(Regime.minibatch(32).code())).isEqualTo(Regime.minibatch(32));
    }
}
