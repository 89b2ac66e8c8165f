package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hesse.compare.Entry;
import org.hesse.compare.Experiment;
import org.hesse.compare.Regime;
import org.hesse.compare.Score;
import org.hesse.compare.Small;
import org.hesse.compare.StandardExperiments;
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
                    .isEqualTo(REPORT.sections().get(0).summaries().size());
            assertThat(charts.get("contrast").asDouble()).isGreaterThan(3); // WCAG 2.2, 1.4.11
        }
    }

    private JsonNode seen(int width, boolean dark) throws Exception {
        Optional<Path> chromium = chromium();
        assumeThat(chromium).as("chromium on the PATH").isPresent();
        Path page = Files.writeString(
                directory.resolve("page.html"),
                "<!doctype html><meta charset=\"utf-8\"><body style=\"margin:0\"><iframe style=\"border:0\" width=\""
                        + width
                        + "\" height=\"4000\" srcdoc=\"" + Html.escaped(REPORT.html()) + "\"></iframe><script>"
                        + probe() + "</script>");
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder(
                        chromium.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                        "--window-size=1500,1000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("chromium ended").isTrue();
        assertThat(Files.readString(err)).doesNotContain(":CONSOLE");
        String dom = Files.readString(out);
        assertThat(dom).contains("<pre id=\"seen\">");
        String json = dom.substring(dom.indexOf("<pre id=\"seen\">") + 15, dom.indexOf("</pre>"));
        return new ObjectMapper()
                .readTree(json.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }

    private static Optional<Path> chromium() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String probe() throws IOException {
        try (InputStream in = ReportBrowserTest.class.getResourceAsStream("probe.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
