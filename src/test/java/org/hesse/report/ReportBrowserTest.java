package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.Regime;
import org.hesse.compare.Score;
import org.hesse.compare.Small;
import org.hesse.compare.StandardExperiments;
import org.hesse.compare.Tuning;
import org.hesse.method.firstorder.GradientDescent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report as a browser shows it, where there is one. */
class ReportBrowserTest {
    private static final Report REPORT = report();

    @TempDir
    private Path directory;

    private static Report report() {
        List<Entry> entries = new ArrayList<>(StandardExperiments.methods());
        entries.add(Entry.of("explodes", new GradientDescent(1e200)));
        entries.add(Entry.of("a-method-with:a=very,long=name,and=options(1e-3)", new GradientDescent(0.1)));
        return new Report(
                "Three clouds",
                "hesse compare",
                List.of(),
                List.of(Experiment.of(Small.problem().withHeldOut(x -> new Score(0.25, 0.875)))
                        .titled("Every method")
                        .with(entries)
                        .batches(Regime.FULL, Regime.minibatch(7), Regime.minibatch(20))
                        .seeds(3)
                        .passes(30)
                        .tuned(Tuning.of(4))
                        .run()));
    }

    @ParameterizedTest
    @CsvSource({"1400, false", "390, false", "1400, true", "390, true"})
    void nothingOverlapsOrIsCutOffOrLoaded(int width, boolean dark) throws Exception {
        JsonNode seen = seen(width, dark);
        assertThat(seen.get("width").asInt()).isEqualTo(width);
        assertThat(seen.get("scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(seen.get("requests")).isEmpty();
        assertThat(seen.get("ground").asDouble() < 0.1).isEqualTo(dark);
        assertThat(seen.get("hidden").asBoolean()).isTrue();
        for (String axis : List.of("passes", "seconds")) {
            JsonNode charts = seen.get(axis);
            assertThat(charts.get("overlaps")).as(axis).isEmpty();
            assertThat(charts.get("cut")).as(axis).isEmpty();
            assertThat(charts.get("labels").asInt())
                    .isEqualTo(REPORT.sections().get(0).summaries().size() + labelsOfProfiles());
            assertThat(charts.get("contrast").asDouble()).isGreaterThan(3); // WCAG 2.2, 1.4.11
        }
    }

    private static int labelsOfProfiles() {
        return ProfileSection.of(REPORT.sections()).stream()
                .mapToInt(chart -> chart.curves().size())
                .sum();
    }

    private JsonNode seen(int width, boolean dark) throws Exception {
        return Chromium.seen(REPORT.html(), "probe.js", width, dark, directory);
    }
}
