package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.Problem;
import org.hesse.compare.Regime;
import org.hesse.compare.Run;
import org.hesse.compare.RunDirectory;
import org.hesse.compare.RunListener;
import org.hesse.compare.Small;
import org.hesse.io.Csv;
import org.hesse.method.Method;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.Pairs;
import org.hesse.objective.Batches;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.PairJournal;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsReportTest {
    private static final Problem PROBLEM = Small.problem();
    private static final Method<?> NAIVE =
            new Lbfgs(3).withRate(Schedule.constant(0.5)).withPairs(Pairs.NAIVE);
    private static final Experiment PLAIN = Experiment.of(PROBLEM)
            .titled("Clouds")
            .with(Entry.of("naive / 1", NAIVE), Entry.of("naive | 1", NAIVE), Entry.of("Adam", new Adam(0.1)))
            .batches(Regime.FULL, Regime.minibatch(7))
            .seeds(2)
            .passes(10);
    private static final Comparison C = PLAIN.diagnosed().run();
    private static final Map<String, String> FILES = report(C).files();

    private static Report report(Comparison c) {
        return new Report("A title", "", List.of(), List.of(c));
    }

    @Test
    void nothingIsChargedAndNoRunIsAnother() {
        Comparison plain = PLAIN.run();
        for (int i = 0; i < plain.runs().size(); i++) {
            assertThat(C.runs().get(i).counts()).isEqualTo(plain.runs().get(i).counts());
            assertThat(C.runs().get(i).x()).isEqualTo(plain.runs().get(i).x());
            assertThat(plain.runs().get(i).pairs()).isEmpty();
        }
        Map<String, String> files = report(plain).files();
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("pairs/") || name.contains("signal"));
        assertThat(files.get("traces.csv").lines().findFirst().orElseThrow()).endsWith(",measured");
        assertThat(report(plain).html()).doesNotContain(Html.escaped(Words.PAIRS), Html.escaped(Words.SIGNAL));
    }

    @Test
    void theJournalOfEachRunIsThatOfTheRunMadeByItself() {
        PairJournal journal = new PairJournal();
        Minimization.of(PROBLEM.sum())
                .from(PROBLEM.start())
                .with(NAIVE)
                .batches(Batches.shuffled(60, 7, 2))
                .budget(Budget.UNLIMITED.withPasses(10))
                .seed(2)
                .verdict(false)
                .observe(journal)
                .run();
        assertThat(FILES.get("pairs/1-naive_1-7-2.csv")).isEqualTo(journal.csv());
        assertThat(FILES.keySet().stream().filter(name -> name.startsWith("pairs/")))
                .hasSize(8) // of two labels that differ in no letter of a file name
                .contains("pairs/1-naive_1_-full-1.csv");
    }

    @Test
    void theTableCountsThePairsOfAllSeeds() {
        List<PairJournal.Entry> pairs = C.runs("naive / 1", Regime.minibatch(7)).stream()
                .flatMap(run -> run.pairs().stream())
                .toList();
        long bad = pairs.stream().filter(e -> !(e.pair().sy() > 0)).count();
        assertThat(bad).isPositive();
        String share = Math.round(100.0 * bad / pairs.size()) + "%";
        Table table = PairTable.of(C);
        assertThat(table.groups()).hasSize(2);
        assertThat(table.groups().get(1).lines()).hasSize(2); // Adam has no pairs
        assertThat(table.groups().get(1).lines().get(0).cells())
                .startsWith(Integer.toString(pairs.size()), share, "100%")
                .endsWith("0%", "s'y <= 0");
        assertThat(report(C).markdown()).contains("### Curvature pairs", "| " + pairs.size() + " | " + share);
        assertThat(report(C).html()).contains("Curvature pairs", Html.escaped("s'y <= 0"));
    }

    /** At the start by the batches of the first epoch. */
    @Test
    void theTraceHasTheRatioBesideTheLoss(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("traces.csv");
        Files.writeString(file, FILES.get("traces.csv"));
        Csv csv = Csv.read(file);
        double[] x = PROBLEM.start();
        double[] mean = new double[x.length];
        PROBLEM.sum().valueAndGradient(x, mean);
        double signal = 0;
        double noise = 0;
        double[] g = new double[x.length];
        Batches batches = Batches.shuffled(60, 7, 1);
        for (int k = 0; k < batches.stepsPerEpoch(); k++) {
            PROBLEM.sum().on(batches.at(k)).valueAndGradient(x, g);
            for (int i = 0; i < x.length; i++) {
                noise += (g[i] - mean[i]) * (g[i] - mean[i]) / batches.stepsPerEpoch();
            }
        }
        for (double m : mean) {
            signal += m * m;
        }
        int at = csv.rows().get(0).cells().indexOf("snr");
        for (Csv.Row row : csv.rows().subList(1, csv.rows().size())) {
            List<String> cells = row.cells();
            assertThat(cells.get(at).isEmpty()).isEqualTo(cells.get(2).equals("full"));
            if (cells.get(2).equals("7")
                    && cells.get(3).equals("1")
                    && cells.get(4).equals("0")) {
                assertThat(Double.parseDouble(cells.get(at))).isCloseTo(signal / noise, within(1e-12));
            }
        }
    }

    @Test
    void theChartHasALineForEachMethodOnMinibatchesAlone() {
        assertThat(FILES).containsKey("charts/1-signal-7.svg").doesNotContainKey("charts/1-signal-full.svg");
        assertThat(FILES.get("charts/1-signal-7.svg"))
                .contains(">Adam<", ">naive / 1<", "Signal to noise, minibatch 7");
        assertThat(report(C).html()).contains(Html.escaped(Words.SIGNAL));
    }

    @Test
    void aReportOfKeptRunsIsTheSame(@TempDir Path directory) {
        for (int time = 0; time < 2; time++) {
            int[] made = {0};
            RunListener counting = (done, total, run) -> made[0]++;
            try (RunDirectory runs = RunDirectory.open(directory, List.of(PLAIN.diagnosed()))) {
                Comparison again = PLAIN.diagnosed().run(counting, runs);
                Map<String, String> files = report(again).files();
                for (String name : FILES.keySet()) {
                    if (name.startsWith("pairs/") || name.contains("signal")) {
                        assertThat(files.get(name)).isEqualTo(FILES.get(name));
                    }
                }
                assertThat(again.runs())
                        .flatExtracting(Run::pairs)
                        .isEqualTo(C.runs().stream()
                                .flatMap(r -> r.pairs().stream())
                                .toList());
            }
            assertThat(made[0]).isEqualTo(time == 0 ? 12 : 0);
        }
    }

    @Test
    void runsOfAnExperimentWithoutThemAreNotTaken(@TempDir Path directory) {
        try (RunDirectory runs = RunDirectory.open(directory, List.of(PLAIN))) {
            PLAIN.run(RunListener.NONE, runs);
        }
        assertThatThrownBy(() -> RunDirectory.open(directory, List.of(PLAIN.diagnosed())))
                .hasMessageContaining("diagnostics was not in it, now it is on");
    }
}
