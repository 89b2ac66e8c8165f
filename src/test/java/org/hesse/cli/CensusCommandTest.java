package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hesse.io.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusCommandTest {
    @TempDir
    private Path dir;

    private static String refused(String... args) {
        CommandLineRun run = CommandLineRun.of(args);
        assertThat(run.exit()).isEqualTo(2);
        return run.err();
    }

    @Test
    void countsAndPoints() {
        JsonNode json = CommandLineRun.of("census", "himmelblau", "--box=x=-6:6,y=-6:6", "--json")
                .succeeds()
                .json();
        assertThat(json.get("minima").asInt()).isEqualTo(4);
        assertThat(json.get("saddles").asInt()).isEqualTo(4);
        assertThat(json.get("maxima").asInt()).isEqualTo(1);
        assertThat(json.get("degenerate").asInt()).isZero();
        assertThat(json.get("certified").asBoolean()).isTrue();
        assertThat(json.get("eulerSum").asInt()).isEqualTo(1);
        assertThat(json.get("points")).hasSize(9);
        JsonNode last = json.get("points").get(8);
        assertThat(last.get("kind").asText()).isEqualTo("MAXIMUM");
        assertThat(last.get("index").asInt()).isEqualTo(2);
        assertThat(last.get("evidence").asText()).isEqualTo("CERTIFIED");
    }

    @Test
    void oneSideIsForEveryVariable() {
        assertThat(CommandLineRun.of("census", "styblinski-tang:n=3", "--box=-5:5")
                        .succeeds()
                        .out())
                .contains("CENSUS certified: 8 minima, 18 saddles, 1 maximum");
    }

    @Test
    void startsNeedNoIntervalsAndTheSeedDecides() {
        JsonNode json = CommandLineRun.of(
                        "census", "six-hump-camel", "--box=-3:3", "--starts=200", "--seed=1", "--json")
                .succeeds()
                .json();
        assertThat(json.get("how").asText()).isEqualTo("MULTISTART");
        assertThat(json.get("certified").asBoolean()).isFalse();
        assertThat(json.get("minima").asInt()).isEqualTo(6);
        assertThat(json.get("saddles").asInt()).isEqualTo(7);
        assertThat(json.get("maxima").asInt()).isEqualTo(2);
    }

    @Test
    void goesOnWhereABudgetEnded() {
        String file = dir.resolve("network.json").toString();
        String box = "--box=-5:5";
        JsonNode part = CommandLineRun.of("census", "himmelblau", box, "--max-boxes=30", "--out", file, "--json")
                .succeeds()
                .json();
        assertThat(part.get("certified").asBoolean()).isFalse();
        assertThat(part.get("unsearched").asDouble()).isPositive();
        assertThat(part.get("stopped").asText()).contains("30 boxes");
        JsonNode all = CommandLineRun.of("census", "himmelblau", box, "--resume", file, "--json")
                .succeeds()
                .json();
        assertThat(all.get("certified").asBoolean()).isTrue();
        assertThat(all.get("points")).hasSize(9);
        assertThat(refused("census", "x^2+y^2", box, "--resume", file)).contains("--resume", "himmelblau");
    }

    @Test
    void goesOnInALargerBoxAndPrintsWhatItSaves() throws IOException {
        String file = dir.resolve("small.json").toString();
        CommandLineRun small = CommandLineRun.of("census", "himmelblau", "--box=0:6", "--out", file, "--json")
                .succeeds();
        JsonNode saved = Json.read(Path.of(file));
        saved.properties().forEach(e -> assertThat(small.json().get(e.getKey())).isEqualTo(e.getValue()));
        assertThat(saved.get("points")).hasSize(3);
        JsonNode all = CommandLineRun.of("census", "himmelblau", "--box=-6:6", "--resume", file, "--json")
                .succeeds()
                .json();
        assertThat(all.get("certified").asBoolean()).isTrue();
        assertThat(all.get("points")).hasSize(9);
        assertThat(refused("census", "himmelblau", "--box=1:6", "--resume", file))
                .contains("--resume", "larger one");
        Files.writeString(Path.of(file), "{\"of\": 1}");
        assertThat(CommandLineRun.of("census", "himmelblau", "--box=1:6", "--resume", file)
                        .err())
                .contains("small.json: not a census");
    }

    @Test
    void valleysAndDegeneratePointsAreSaid() {
        assertThat(CommandLineRun.of("census", "x^4+y^4", "--box=-2:2", "--starts=50")
                        .succeeds()
                        .out())
                .contains("1 degenerate", "MINIMUM");
        JsonNode valley = CommandLineRun.of("census", "(x^2+y^2-1)^2", "--box=-2:2", "--json")
                .succeeds()
                .json();
        assertThat(valley.get("points").get(1).get("valley").asInt()).isEqualTo(1);
        assertThat(valley.get("undecided").get(0).get("why").asText()).contains("valley");
        assertThat(CommandLineRun.of("census", "x^3", "--box=x=-1:2").succeeds().out())
                .contains("SADDLE f=0")
                .doesNotContain("SADDLE 0");
    }

    @Test
    void aPictureMarksItsPoints() {
        String file = dir.resolve("peaks.json").toString();
        String tree = dir.resolve("tree.svg").toString();
        String f = "(x^2-1)^2 + y^2";
        assertThat(CommandLineRun.of("census", f, "--box=-2:2", "--out", file, "--tree", tree)
                        .succeeds()
                        .out())
                .contains("saddle 3 joins minimum", "(barrier 1)", file, tree);
        assertThat(Path.of(tree)).content().contains("<svg", "minimum 2, f = 0");
        String page = dir.resolve("x.html").toString();
        CommandLineRun.of("plot", f, "--box=x=-2:2,y=-2:2", "--census", file, "--out", page)
                .succeeds();
        assertThat(Path.of(page)).content().contains("<title>saddle at x = 0, y = 0");
        assertThat(refused("plot", "x^2+y^2", "--box=x=0:1,y=0:1", "--census", file, "--out=" + dir.resolve("z.html")))
                .contains("--census", "expected one of");
    }

    @Test
    void misuseIsNamed() {
        assertThat(refused("census", "himmelblau")).contains("--box");
        assertThat(refused("census", "himmelblau", "--box=x=1:0,y=0:1")).contains("--box", "x = 1:0");
        assertThat(refused("census", "himmelblau", "--box=-2,2")).contains("--box", "-2:2");
        assertThat(refused("census", "himmelblau", "--box=x=0:0,y=0:1")).contains("--box", "lower < upper");
        assertThat(refused("census", "himmelblau", "--box=x=0:1,z=0:1")).contains("--box", "z");
        assertThat(refused("census", "himmelblau", "--box=x=0:Infinity,y=0:1")).contains("--box", "x");
        assertThat(refused("census", "styblinski-tang:n=50", "--box=-5:5")).contains("n = 50", "1.1e15", "--starts N");
        assertThat(refused("census", "quadratic:n=2", "--box=-5:5")).contains("intervals", "--starts N");
        assertThat(refused("census", "himmelblau", "--box=-5:5", "--starts=0")).contains("--starts", "at least 1");
        assertThat(refused("census", "himmelblau", "--box=-5:5", "--threads=0")).contains("--threads");
        assertThat(refused("census", "himmelblau", "--box=-5:5", "--max-boxes=0"))
                .contains("--max-boxes");
        assertThat(refused("census", "himmelblau", "--box=-5:5", "--max-seconds=0"))
                .contains("--max-seconds");
    }
}
