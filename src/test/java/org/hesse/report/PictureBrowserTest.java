package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.objective.Box;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of functions as a browser shows them, where there is one. */
class PictureBrowserTest {
    private static final TestProblem HIMMELBLAU = Problems.named("himmelblau");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"1400, false", "390, false", "1400, true", "390, true"})
    void aPlotIsReadableAndPlays(int width, boolean dark) throws Exception {
        Path file = Plot.of(HIMMELBLAU, Box.parse("x=-5:5, y=-5:5"))
                .runs(run("lbfgs"), run("momentum:rate=0.001"), run("adam:rate=0.1"))
                .write(directory.resolve("plot.html"));
        JsonNode seen = seen(file, width, dark);
        assertThat(seen.get("chart").get("labels").asInt()).isEqualTo(3);
        assertThat(seen.get("last").asText())
                .isNotEqualTo("step 0")
                .isEqualTo(seen.get("next").asText());
        assertThat(seen.get("back").asText()).isNotEqualTo(seen.get("last").asText());
        assertThat(seen.get("first").asText()).isEqualTo("step 0");
    }

    @ParameterizedTest
    @CsvSource({"1400, false", "390, true"})
    void aLandscapeIsReadable(int width, boolean dark) throws Exception {
        seen(Landscape.of(HIMMELBLAU.objective(), 3, 2).write(directory.resolve("landscape.html")), width, dark);
    }

    private static Result run(String method) {
        Method<?> m = Methods.named(method);
        return Minimization.of(HIMMELBLAU.objective()).from(0, 0).with(m).run();
    }

    private JsonNode seen(Path file, int width, boolean dark) throws Exception {
        JsonNode seen = Chromium.seen(Files.readString(file), "picture-probe.js", width, dark, directory);
        assertThat(seen.get("width").asInt()).isEqualTo(width);
        assertThat(seen.get("scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(seen.get("requests")).isEmpty();
        assertThat(seen.get("ground").asDouble() < 0.1).isEqualTo(dark);
        assertThat(seen.get("chart").get("overlaps")).isEmpty();
        assertThat(seen.get("chart").get("cut")).isEmpty();
        assertThat(seen.get("chart").get("contrast").asDouble()).isGreaterThan(3); // WCAG 2.2, 1.4.11
        return seen;
    }
}
