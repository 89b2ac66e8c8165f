package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.Goal;
import org.hesse.compare.Limit;
import org.hesse.compare.Regime;
import org.hesse.compare.Score;
import org.hesse.compare.Small;
import org.hesse.compare.Summary;
import org.hesse.io.Csv;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.newton.Newton;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.Pairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String EVIL = "<script>alert(\"1\")</script> | & *x*";
    private static final Comparison COMPARISON = Experiment.of(Small.problem().withHeldOut(x -> new Score(0.25, 0.875)))
            .titled("Three clouds")
            .with(
                    Entry.of("L-BFGS", new Lbfgs().withPairs(Pairs.NAIVE)),
                    Entry.of(EVIL, new Adam(0.1)),
                    Entry.of("explodes", new GradientDescent(1e200)),
                    Entry.of("Newton", new Newton()).unless(Limit.hessian(8)))
            .batches(Regime.FULL, Regime.minibatch(7))
            .seeds(3)
            .passes(60)
            .run();
    private static final Report REPORT =
            new Report("A title", "hesse compare", List.of("Nothing."), List.of(COMPARISON));

    private static Summary summary(String label, Regime regime) {
        return COMPARISON.summaries().stream()
                .filter(s -> s.entry().label().equals(label) && s.regime().equals(regime))
                .findFirst()
                .orElseThrow();
    }

    /** A minibatch run of as many passes is measured a little after them: the answer says what the table says. */
    @Test
    void theAnswerComparesEndsWhereBothRanAsLong() {
        Comparison few = COMPARISON
                .experiment()
                .with(Entry.of("L-BFGS", new Lbfgs()))
                .passes(3)
                .goal(Goal.absolute(1e-12))
                .run();
        Summary mini = few.summaries().stream()
                .filter(s -> s.entry().label().equals("L-BFGS") && !s.regime().isFull())
                .findFirst()
                .orElseThrow();
        assertThat(new Report("t", "", List.of(), List.of(few)).answer().get(1))
                .contains("was " + Format.scientific(mini.finalExcess().median()) + " above F*");
    }

    @Test
    void theAnswerIsMadeOfTheData() {
        Summary full = summary("L-BFGS", Regime.FULL);
        assertThat(REPORT.answer()).hasSize(3);
        assertThat(REPORT.answer().get(0))
                .startsWith("Full batch: **L-BFGS** reached F*(1 + 1e-8) in "
                        + (long) full.passesToGoal().median() + " data passes")
                .endsWith("3 of 3 seeds.");
        assertThat(REPORT.answer().get(1))
                .startsWith("The same code at batch 7 was ")
                .endsWith("times farther away.");
        assertThat(REPORT.answer().get(2)).startsWith("Best minibatch: no method reached F*(1 + 1e-8); **");
        for (String sentence : REPORT.answer()) {
            assertThat(REPORT.html()).contains(Html.emphasised(sentence));
            assertThat(REPORT.markdown()).contains(sentence.startsWith("Best") ? "Best minibatch" : sentence);
        }
    }

    @Test
    void thePageLoadsNothingAndRunsNothing() {
        assertThat(REPORT.html())
                .doesNotContainPattern("(?i)(src|href|action)\\s*=|url\\(|@import|<script|<link|<iframe");
        assertThat(Pattern.compile("https?://")
                        .matcher(REPORT.html().replace(Svg.NAMESPACE, ""))
                        .find())
                .isFalse();
    }

    @Test
    void nothingInALabelIsMarkup() {
        assertThat(REPORT.html())
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; | &amp; *x*")
                .contains("three &lt;clouds&gt; &amp; more");
        assertThat(REPORT.markdown()).contains("&lt;script>alert(\"1\")&lt;/script> \\| & \\*x\\*");
    }

    @Test
    void thePageHasTheNumbersOfTheTable() {
        for (Summary s : COMPARISON.summaries()) {
            String excess = Format.excess(s.finalExcess());
            assertThat(REPORT.html()).contains(Html.cell(excess));
            assertThat(REPORT.markdown()).contains(excess.replace("[", "\\[").replace("]", "\\]"));
        }
        assertThat(REPORT.html())
                .contains("∞", "3 of 3 diverged", "87.50 %", "MINIMUM, eigenvalues from", "class=\"lost\"")
                .contains(
                        "Newton left out (full batch, minibatch 7): n = 9 &gt; 8: each Hessian alone is charged 9 data passes")
                .contains(
                        "SHA-256 of the data",
                        "hesse compare",
                        "n = 9 variables, mean over N = 60",
                        "One data pass is");
    }

    @Test
    void chartsAreWellFormed() throws Exception {
        Map<String, String> files = REPORT.files();
        assertThat(files).containsKeys("charts/1-full.svg", "charts/1-7.svg");
        for (String name : List.of("charts/1-full.svg", "charts/1-7.svg")) {
            byte[] svg = files.get(name).getBytes(StandardCharsets.UTF_8);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
            assertThat(files.get(name)).doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void tracesHaveARowForEachMeasurement() throws IOException {
        String text = REPORT.files().get("traces.csv");
        Csv csv = Csv.read("traces.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(csv.rows().get(0).cells()).isEqualTo(TraceCsv.COLUMNS);
        long measured =
                COMPARISON.runs().stream().mapToLong(run -> run.rows().size()).sum();
        assertThat(csv.rows()).hasSize((int) measured + 1);
        List<String> first = csv.rows().stream()
                .map(Csv.Row::cells)
                .filter(row -> row.get(TraceCsv.COLUMNS.indexOf("steps")).equals("0"))
                .findFirst()
                .orElseThrow();
        double value = Double.parseDouble(first.get(TraceCsv.COLUMNS.indexOf("value")));
        assertThat(value).isEqualTo(Math.log(3), org.assertj.core.data.Offset.offset(1e-14)); // all weights 0
        double excess = Double.parseDouble(first.get(TraceCsv.COLUMNS.indexOf("excess")));
        assertThat(excess).isEqualTo(value - COMPARISON.optimum().value());
        assertThat(csv.rows().stream().map(row -> row.cells().get(1))).contains(EVIL);
    }

    @Test
    void theSummaryHasARowForEachMethodAndRegime() throws IOException {
        String text = REPORT.files().get("summary.csv");
        Csv csv = Csv.read("summary.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(csv.rows().get(0).cells()).isEqualTo(SummaryCsv.COLUMNS);
        assertThat(csv.rows()).hasSize(6 + 1);
        assertThat(csv.rows().get(6).cells().get(SummaryCsv.COLUMNS.indexOf("passes_to_goal_median")))
                .isEqualTo("Infinity");
    }

    @Test
    void aFinishedReportIsNeverOverwritten(@TempDir Path directory) throws IOException {
        Path out = directory.resolve("a/b");
        Path page = ReportDirectory.open(out).write(REPORT);
        assertThat(Files.readString(page)).isEqualTo(REPORT.html());
        assertThat(Files.readString(out.resolve("summary.md"))).isEqualTo(REPORT.markdown());
        assertThat(out.resolve("charts/1-full.svg")).exists();
        assertThatThrownBy(() -> ReportDirectory.open(out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(out.toString())
                .hasMessageContaining("never overwritten: name another directory");
    }

    @Test
    void anUnwritableDirectoryIsRefusedAtOnce(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "here");
        assertThatThrownBy(() -> ReportDirectory.open(file.resolve("report")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be written to")
                .hasMessageContaining("name a directory");
    }

    @Test
    void noSectionsNoReport() {
        assertThatThrownBy(() -> new Report("empty", "", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no sections");
    }
}
