package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.objective.BlackBoxSum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
    private static final Experiment EXPERIMENT = Experiment.of(
                    Small.problem().withHeldOut(x -> new Score(x[0], Double.NaN)))
            .with(
                    Entry.of("L-BFGS / same", new Lbfgs()),
                    Entry.of("adam", new Adam(0.1)),
                    Entry.of("explodes", new GradientDescent(1e200)))
            .batches(Regime.FULL, Regime.minibatch(7))
            .seeds(2)
            .passes(20);
    private static final int ALL = 12;

    @TempDir
    private Path directory;

    private Comparison run(Experiment experiment, RunListener listener) {
        try (RunDirectory runs = RunDirectory.open(directory, List.of(experiment))) {
            return experiment.run(listener, runs);
        }
    }

    private Path oneRun() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("adam-7-2"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Everything that a report is made of, but the times. */
    private static String numbers(Comparison c) {
        StringBuilder text = new StringBuilder(c.optimum() + " " + c.leftOut());
        for (Run r : c.runs()) {
            text.append('\n').append(r.label() + r.regime() + r.seed() + r.status() + r.startValue() + r.counts());
            text.append(r.passes() + " " + List.of(r.x()[0], r.x()[8]) + r.heldOut() + r.verdict());
            r.rows()
                    .forEach(row -> text.append(' ')
                            .append(row.steps() + "," + row.epochs() + "," + row.passes() + "," + row.counts())
                            .append("," + row.value() + "," + row.gradientNorm() + "," + row.length())
                            .append("," + row.outcome() + row.free()));
        }
        return text.toString();
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatWasStoppedGoesOnToTheSameEnd(int threads) {
        Experiment e = EXPERIMENT.threads(threads);
        assertThatThrownBy(() -> run(e, (done, total, run) -> {
                    if (done == 5) {
                        throw new Stop();
                    }
                }))
                .isInstanceOfAny(Stop.class, CancellationException.class);
        List<String> made = new ArrayList<>();
        int[] before = {0};
        Comparison resumed = run(e, new RunListener() {
            @Override
            public void finished(int done, int total, Run run) {
                made.add(done + "/" + total);
            }

            @Override
            public void resumed(int older, int done, int total) {
                assertThat(done).isEqualTo(older);
                before[0] = older;
            }
        });
        assertThat(before[0]).isBetween(5, 4 + threads);
        assertThat(made).hasSize(ALL - before[0]).endsWith("12/12");
        assertThat(numbers(resumed)).isEqualTo(numbers(EXPERIMENT.run()));

        Comparison again = run(e, (done, total, run) -> made.add("again"));
        assertThat(made).doesNotContain("again");
        assertThat(numbers(again)).isEqualTo(numbers(resumed));
        assertThat(again.seconds()).isEqualTo(resumed.seconds()); // times are kept, too
        assertThat(again.date()).isEqualTo(resumed.date());
    }

    @Test
    void anInterruptedRunIsNotKept() {
        assertThatThrownBy(() -> run(EXPERIMENT, (done, total, run) -> {
                    if (done == 3) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after 3 of 12 runs");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(numbers(run(EXPERIMENT, RunListener.NONE))).isEqualTo(numbers(EXPERIMENT.run()));
    }

    private void refuses(UnaryOperator<Experiment> change, String message) {
        assertThatThrownBy(() -> run(change.apply(EXPERIMENT), RunListener.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(directory + " holds the runs of another experiment: ")
                .hasMessageContaining(message)
                .hasMessageContaining("name another directory");
    }

    private static Experiment on(Problem problem) {
        return Experiment.of(problem)
                .with(EXPERIMENT.entries())
                .batches(Regime.FULL, Regime.minibatch(7))
                .seeds(2)
                .passes(20);
    }

    @Test
    void anotherExperimentIsRefused() {
        run(EXPERIMENT, RunListener.NONE);
        refuses(e -> e.passes(21), "passes was 20, now it is 21");
        refuses(e -> e.seeds(3), "seeds was [1, 2], now it is [1, 2, 3]");
        refuses(e -> e.batches(Regime.FULL), "batches was full, 7, now it is full");
        refuses(e -> e.goal(Goal.absolute(1)), "goal was relative<=1e-8, now it is excess<=1");
        refuses(e -> e.with(Entry.of("adam", new Adam(0.2))), "method adam was adam:rate=0.1,");
        refuses(e -> e.with(e.entries().get(1), e.entries().get(0), e.entries().get(2)), "in another order");
        refuses(e -> on(Small.problem().from(1, 2, 3, 4, 5, 6, 7, 8, 9)), "start was ");
        refuses(e -> on(Model.parse("softmax").on(Small.data().withConstant(), 0.02)), "description was ");
        run(EXPERIMENT.titled("Another title").threads(2), RunListener.NONE);
    }

    /** An objective of one's own has no hash of data: its values tell. */
    @Test
    void otherDataBehindTheSameNamesAreRefused() {
        Experiment e = Experiment.of(Problem.of("mine", sum(1))).with(Entry.of(new Adam(0.1)));
        run(e, RunListener.NONE);
        Experiment other = Experiment.of(Problem.of("mine", sum(1.001))).with(Entry.of(new Adam(0.1)));
        assertThatThrownBy(() -> run(other, RunListener.NONE)).hasMessageContaining("F near the start, 1 was ");
    }

    private static BlackBoxSum sum(double scale) {
        return new BlackBoxSum(5, 2, (x, i) -> scale * (x[0] - i) * (x[0] - i) + x[1] * x[1]);
    }

    @Test
    void oneProgramAtATime() {
        try (RunDirectory runs = RunDirectory.open(directory, List.of(EXPERIMENT))) {
            assertThat(runs.find("nothing")).isEmpty();
            assertThatThrownBy(() -> RunDirectory.open(directory, List.of(EXPERIMENT)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another program is at work");
        }
        RunDirectory.open(directory, List.of(EXPERIMENT)).close();
    }

    @Test
    void halfWrittenFilesAreRemovedAndBrokenOnesNamed() throws IOException {
        run(EXPERIMENT, RunListener.NONE);
        Path half = Files.writeString(directory.resolve("adam-7-2.json.1234.part"), "{");
        run(EXPERIMENT, RunListener.NONE);
        assertThat(half).doesNotExist();
        Path broken = oneRun();
        Files.writeString(broken, Files.readString(broken).substring(0, 100));
        assertThatThrownBy(() -> run(EXPERIMENT, RunListener.NONE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(broken.toString())
                .hasMessageContaining("no JSON, line ")
                .hasMessageContaining("delete that file");
        Files.delete(broken);
        assertThat(numbers(run(EXPERIMENT, RunListener.NONE))).isEqualTo(numbers(EXPERIMENT.run()));
    }
}
