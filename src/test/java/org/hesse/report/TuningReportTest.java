package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.Goal;
import org.hesse.compare.Regime;
import org.hesse.compare.Small;
import org.hesse.compare.Summary;
import org.hesse.compare.Tuned;
import org.hesse.compare.Tuning;
import org.hesse.io.Csv;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.RMSProp;
import org.hesse.method.quasinewton.Lbfgs;
import org.junit.jupiter.api.Test;

class TuningReportTest {
    private static final Tuning TUNING = new Tuning(4, 1e-4, 0.1, Tuning.Search.GRID, 1, Tuning.Select.FINAL);
    private static final Comparison C = Experiment.of(Small.problem())
            .titled("Tuned clouds")
            .with(
                    Entry.of(new GradientDescent(1e-3)),
                    Entry.of("Adam", new Adam(0.5)),
                    Entry.of(new Lbfgs()),
                    Entry.of("explodes", new RMSProp(1e300)))
            .batches(Regime.FULL, Regime.minibatch(7))
            .seeds(2)
            .passes(20)
            .goal(Goal.relative(0.1))
            .tuned(TUNING)
            .run();
    private static final Report REPORT = new Report("A title", "", List.of(), List.of(C));

    private static Table.Line line(Regime regime, String label) {
        return TuningTable.of(C).groups().stream()
                .filter(group -> group.regime().equals(regime))
                .flatMap(group -> group.lines().stream())
                .filter(l -> l.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothColumnsTheCostAndTheFlags() {
        Tuned gd = C.tuned("gd", Regime.FULL).orElseThrow();
        Summary given = C.asGiven(gd);
        Table.Line line = line(Regime.FULL, "gd"); // the label has lost the rate that is tuned
        assertThat(line.hyperparameters()).isEqualTo("gd:rate=0.1"); // as it can be run again
        assertThat(line.cells())
                .startsWith("0.001", "0 of 2", Format.excess(given.finalExcess()), "0.1")
                .contains(
                        "0 of 4",
                        "80\u00a0passes, " + Format.seconds(gd.seconds()).replace(' ', '\u00a0'))
                .endsWith("edge: the highest rate tried was best");
        assertThat(line(Regime.FULL, "lbfgs").cells()).contains("0", "no rate: nothing to tune");
        assertThat(line(Regime.FULL, "explodes").cells().get(2)).isEqualTo("∞");
        assertThat(REPORT.html())
                .contains("As given, and tuned", "edge: the highest rate tried was best", "tuning seed 1001")
                .contains("Best at the edge of the rates tried, so perhaps better beyond: gd (full batch)");
        assertThat(REPORT.markdown()).contains("### As given, and tuned", "no rate: nothing to tune");
    }

    @Test
    void theChartsAreWellFormedAndShareTheirStyles() throws Exception {
        Map<String, String> files = REPORT.files();
        List<String> charts = List.of(
                "charts/1-rates-full.svg",
                "charts/1-rates-7.svg",
                "charts/performance-profile.svg",
                "charts/data-profile.svg");
        assertThat(files).containsKeys(charts.toArray(String[]::new));
        for (String chart : charts) {
            byte[] svg = files.get(chart).getBytes(StandardCharsets.UTF_8);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
            assertThat(files.get(chart)).doesNotContain("NaN", "Infinity");
        }
        assertThat(files.get("charts/1-rates-full.svg")).contains("class=\"ring\"", "Adam: best rate 0.1");
        String adam = Style.of(List.of(C)).get("Adam").classes();
        assertThat(files.get("charts/data-profile.svg")).contains("series " + adam + "\"><title>Adam");
    }

    @Test
    void everyPointIsInTheFile() throws IOException {
        String text = REPORT.files().get("tuning.csv");
        Csv csv = Csv.read("tuning.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(csv.rows()).hasSize(1 + 3 * 2 * 4);
        assertThat(csv.rows().get(0).cells()).isEqualTo(TuningCsv.COLUMNS);
        assertThat(csv.rows().stream()
                        .filter(row -> row.cells().get(8).equals("true"))
                        .map(row -> row.cells().get(1)))
                .containsExactlyInAnyOrder("gd", "gd", "Adam", "Adam", "explodes", "explodes");
    }

    /** The shares by hand: of the instances, those whose run reached the target within the best run's passes. */
    @Test
    void theProfilesAreOfEveryProblemRegimeAndSeed() {
        ProfileChart performance = ProfileSection.of(List.of(C)).get(0);
        assertThat(performance.title()).isEqualTo("Performance profile, 4 instances");
        double best = C.runs().stream()
                .filter(run -> run.regime().isFull() && run.seed() == 1)
                .filter(run -> run.reached(C.target()).isPresent())
                .mapToDouble(run -> run.reached(C.target()).orElseThrow().passes())
                .min()
                .orElseThrow();
        double lbfgs = C.runs("lbfgs", Regime.FULL)
                .get(0)
                .reached(C.target())
                .orElseThrow()
                .passes();
        assertThat(lbfgs).isEqualTo(best);
        assertThat(performance.curves().get("lbfgs").share(1)).isGreaterThanOrEqualTo(0.5); // both full-batch seeds
        assertThat(performance.curves().get("lbfgs").problems()).isEqualTo(4);
        Comparison alone = C.experiment().with(Entry.of(new Lbfgs())).run();
        assertThat(ProfileSection.of(List.of(alone))).isEmpty();
    }
}
