package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
    @TempDir
    private Path directory;

    private CommandLineRun compare(String... args) {
        String[] all = Stream.concat(Stream.of("compare", "--out", out()), Stream.of(args))
                .toArray(String[]::new);
        return CommandLineRun.of(all);
    }

    private String out() {
        return directory.resolve("report").toString();
    }

    private String file(String... lines) throws IOException {
        return Files.write(directory.resolve("data.csv"), List.of(lines)).toString();
    }

    @Test
    void comparesOnTheDigitsAndLeavesAReport() throws IOException {
        JsonNode json = compare(
                        "--methods",
                        "lbfgs, adam:rate=0.05,beta2=0.99",
                        "--batches",
                        "full,256",
                        "--passes",
                        "3",
                        "--seeds",
                        "2",
                        "--threads",
                        "2",
                        "--json")
                .succeeds()
                .json();
        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("answer").get(0).asText())
                .startsWith("Full batch: ")
                .doesNotContain("*:");
        JsonNode experiment = json.get("experiments").get(0);
        assertThat(json.get("experiments")).hasSize(1);
        assertThat(experiment.get("optimum").asDouble()).isEqualTo(0.2639258232950729);
        assertThat(experiment.get("summaries")).hasSize(4).allSatisfy(summary -> {
            assertThat(summary.get("method").asText()).isIn("lbfgs", "adam:rate=0.05,beta2=0.99");
            assertThat(summary.get("batch").asText()).isIn("full", "256");
            assertThat(summary.get("seeds").asInt()).isEqualTo(2);
            assertThat(summary.get("finalExcess").asDouble()).isBetween(0.0, 2.1); // ln 10 - F* at the start
        });
        Path report = Path.of(out());
        assertThat(Path.of(json.get("report").asText())).isEqualTo(report.resolve("report.html"));
        assertThat(report.resolve("report.html"))
                .content()
                .contains("java -jar target/hesse.jar compare")
                .contains("--passes 3");
        assertThat(report.resolve("traces.csv")).exists();
        assertThat(report.resolve("summary.md")).exists();
    }

    @Test
    void keepsDiagnosticsIfAsked() throws IOException {
        compare("--diagnostics", "--methods", "olbfgs", "--batches", "256", "--passes", "2", "--seeds", "1")
                .succeeds();
        Path report = Path.of(out());
        assertThat(report.resolve("pairs/1-olbfgs_rate_0.1-256-1.csv")).exists();
        assertThat(report.resolve("charts/1-signal-256.svg")).exists();
        assertThat(report.resolve("experiment.json")).content().contains("\"diagnostics\" : true");
    }

    @Test
    void saysTheAnswerAndWhereTheReportIs() throws IOException {
        // two clouds on a line, and a column that does not matter
        String data = file("size,kind,noise", "1,a,3", "1.5,a,1", "2,a,2", "4,b,1", "5,b,2", "4.5,b,3");
        CommandLineRun run = compare(
                "--data", data, "--target-column", "kind", "--l2", "0.1", "--methods", "lbfgs", "--batches", "full");
        assertThat(run.succeeds().out().lines().toList())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("Full batch: lbfgs reached F*"))
                .satisfies(
                        lines -> assertThat(lines.get(1)).startsWith("Report: ").endsWith("report.html"));
        assertThat(run.err()).contains("3 of 3 runs");

        CommandLineRun again = compare("--data", data, "--target-column", "2", "--methods", "lbfgs", "--seeds", "1");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err())
                .startsWith("hesse: --out: ")
                .contains("holds the runs of another experiment: description was", "name another directory");
    }

    @Test
    void fitsAnyModelAndScoresWhatIsHeldOut() throws IOException {
        JsonNode json = compare(
                        "--data",
                        "breast-cancer",
                        "--model",
                        "logistic",
                        "--held-out",
                        "0.2",
                        "--methods",
                        "lbfgs",
                        "--batches",
                        "full",
                        "--goal",
                        "relative<=1e-3",
                        "--max-seconds",
                        "60",
                        "--seeds",
                        "1",
                        "--json")
                .succeeds()
                .json();
        JsonNode experiment = json.get("experiments").get(0);
        double optimum = experiment.get("optimum").asDouble();
        assertThat(experiment.get("target").asDouble()).isCloseTo(optimum * (1 + 1e-3), within(1e-15));
        assertThat(experiment.get("facts").get("Held out").asText()).startsWith("114 samples"); // a fifth of 569
        assertThat(experiment.get("facts").get("Preparation").asText()).startsWith("30 features standardised");
        JsonNode summary = experiment.get("summaries").get(0);
        assertThat(summary.get("hits").asInt()).isEqualTo(1);
        assertThat(summary.get("heldOutAccuracy").asDouble()).isBetween(0.95, 1.0);
        assertThat(summary.get("heldOutLoss").asDouble()).isBetween(0.02, 0.2);
        assertThat(summary.get("allocatedBytes").asDouble()).isPositive();
        assertThat(summary.get("verdicts").get(0).has("kind")).isTrue();
        assertThat(Path.of(out(), "report.html")).content().contains("Held-out accuracy", "Allocated", " MB<");
    }

    @Test
    void fitsARealTarget() throws IOException {
        // y = 1 + 2 a exactly, so without L2 the optimum is 0, which a goal relative to F* could not reach
        String data = file("a,y", "1,3", "2,5", "3,7", "4,9");
        JsonNode json = compare(
                        "--data",
                        data,
                        "--model",
                        "least-squares",
                        "--l2",
                        "0",
                        "--methods",
                        "lbfgs",
                        "--batches",
                        "full",
                        "--goal",
                        "excess<=1e-6",
                        "--json")
                .succeeds()
                .json();
        assertThat(json.get("experiments").get(0).get("optimum").asDouble()).isBetween(0.0, 1e-15);
        assertThat(json.get("experiments")
                        .get(0)
                        .get("summaries")
                        .get(0)
                        .get("hits")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void turnsCategoriesIntoFeaturesAndSaysSo() throws IOException {
        String data = file(
                "age;job;y",
                "30;\"clerk\";no",
                "35;\"clerk\";no",
                "50;\"nurse\";yes",
                "55;\"cook\";yes",
                "44;\"cook\";no");
        CommandLineRun run = compare("--data", data, "--methods", "lbfgs", "--batches", "full", "--model", "logistic")
                .succeeds();
        assertThat(run.err()).contains("one-hot: job (3)");
        assertThat(Path.of(out(), "report.html"))
                .content()
                .contains("One-hot columns", "job (3)", "1 features standardised, 3 of 0 and 1 alone left as they are");
    }

    @Test
    void runsAgainFromTheFileBesideAReport() throws IOException {
        JsonNode first = compare(
                        "--data",
                        "breast-cancer",
                        "--model",
                        "perceptron:hidden=3",
                        "--methods",
                        "adam:rate=0.01",
                        "--batches",
                        "32",
                        "--passes",
                        "3",
                        "--seeds",
                        "2",
                        "--held-out",
                        "0.2",
                        "--l2",
                        "0.01",
                        "--json")
                .succeeds()
                .json();
        String file = Path.of(out(), "experiment.json").toString();
        String again = directory.resolve("again").toString();
        JsonNode second = CommandLineRun.of("compare", file, "--out", again, "--json")
                .succeeds()
                .json();
        JsonNode a = first.get("experiments").get(0);
        JsonNode b = second.get("experiments").get(0);
        assertThat(b.get("facts")).isEqualTo(a.get("facts"));
        assertThat(b.get("summaries").get(0).get("finalExcess"))
                .isEqualTo(a.get("summaries").get(0).get("finalExcess"));
        assertThat(CommandLineRun.of("compare", "--experiment", file, "--out", again + "2", "--passes", "3")
                        .err())
                .startsWith("hesse: --experiment ")
                .contains("expected no --passes beside it");
        Files.writeString(Path.of(file), "{\"schema\": 1, \"method\": []}");
        assertThat(CommandLineRun.of("compare", "--experiment", file, "--out", again + "2")
                        .err())
                .contains("--experiment: ", "method", "methods");
        assertThat(CommandLineRun.of("compare", "--experiment", "nowhere.json", "--out", again + "2")
                        .err())
                .contains("--experiment: there is no file nowhere.json");
    }

    @Test
    void tellsWhatHasChangedBetweenReports() throws IOException {
        String old = directory.resolve("old").toString();
        String now = directory.resolve("new").toString();
        for (String[] run :
                new String[][] {{old, "lbfgs,gd:rate=0.1", "full"}, {now, "gd:rate=0.1,lbfgs", "full,32"}}) {
            CommandLineRun.of(
                            "compare",
                            "--data",
                            "breast-cancer",
                            "--out",
                            run[0],
                            "--methods",
                            run[1],
                            "--batches",
                            run[2],
                            "--seeds",
                            "1",
                            "--passes",
                            "5")
                    .succeeds();
        }
        JsonNode json = CommandLineRun.of("report", "diff", old, now, "--json")
                .succeeds()
                .json();
        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("lines")).hasSize(2);
        JsonNode line = json.get("lines").get(1);
        assertThat(line.get("method").asText()).isEqualTo("lbfgs");
        assertThat(line.get("old").get("finalExcess")).isEqualTo(line.get("new").get("finalExcess"));
        assertThat(line.get("new").get("passesToGoal").asText()).isEqualTo("Infinity");
        assertThat(json.get("onlyOld")).isEmpty();
        assertThat(json.get("onlyNew")).hasSize(2);
        assertThat(CommandLineRun.of("report", "diff", old, now).succeeds().out())
                .startsWith(old + " -> " + now)
                .containsPattern("gd:rate=0.1, full +0.\\d+ = +\u2014 +\u2014")
                .contains("only in " + now + ": Methods compared, 5 data passes: lbfgs, 32");
    }

    @Test
    void readsNoReportThatIsNotFinished() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        for (String[] pair : new String[][] {
            {"nowhere", "there is no such directory"},
            {empty.toString(), "has no report.html: expected a finished report"}
        }) {
            CommandLineRun run = CommandLineRun.of("report", "diff", pair[0], empty.toString());
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("hesse: report directory " + pair[0])
                    .contains(pair[1]);
            JsonNode error = CommandLineRun.of("report", "diff", pair[0], empty.toString(), "--json")
                    .json()
                    .get("error");
            assertThat(error.get("argument").asText()).isEqualTo("OLD");
        }
        Files.writeString(empty.resolve("report.html"), "");
        Files.writeString(empty.resolve("summary.csv"), "experiment,label,batch\na,b,full\n");
        assertThat(CommandLineRun.of("report", "diff", empty.toString(), empty.toString())
                        .err())
                .contains("summary.csv, row 2: column final_excess_median is missing");
        assertThat(CommandLineRun.of("report").err()).contains("missing command: expected report diff OLD NEW");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a,b,c;1,2,x;3,,y       | row 3, column 2
            a,b,c;1,2,x;3,four,y   | row 3, column 2
            a,b,c;1,2,x;3,4        | row 3
            1,2,x;3,4,y;?,6,x      | row 3, column 1
            a,b,c                  | a header but no data
            """)
    void namesRowAndColumnOfABadCell(String lines, String message) throws IOException {
        CommandLineRun run = compare("--data", file(lines.split(";")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("hesse: --data: data.csv").contains(message);
        assertThat(Path.of(out())).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --batches  | 2000           | batch size 2000: expected at most N = 1797
            --batches  | full,0         | batch size 0: expected at least 1
            --batches  | half           | expected full or a batch size
            --methods  | adm            | unknown method 'adm': did you mean adam
            --methods  | gd:rate=-1     | rate = -1
            --methods  | adam,adam      | twice
            --passes   | 0              | passes = 0.0, expected a number > 0
            --seeds    | 0              | expected at least
            --seeds    | some           | 'some' is not an int
            --threads  | 0              | threads = 0, expected at least 1
            --l2       | -1             | lambda -1.0
            --data     | digit          | did you mean digits?
            --data     | nowhere.csv    | there is no data set and no file 'nowhere.csv'
            --target-column | 2         | --target-column 2 is for CSV files
            --model    | softmx         | unknown model 'softmx': did you mean softmax?
            --model    | perceptron:hiden=3 | model 'perceptron:hiden=3': expected hidden=32, or hidden=64-32
            --model    | perceptron:hidden=0 | model 'perceptron:hidden=0': expected hidden=32, or hidden=64-32
            --model    | softmax:hidden=3 | model 'softmax:hidden=3': expected softmax without options
            --model    | logistic       | 10 classes: expected 2 classes
            --held-out | 1              | held-out share 1.0: expected 0 < share < 1
            --held-out | NaN            | held-out share NaN: expected 0 < share < 1
            --held-out | half           | 'half' is not a double
            --goal     | excess<1e-6    | goal 'excess<1e-6': expected excess<=1e-6 or,
            --goal     | excess<=0      | goal 0.0: expected a finite number > 0
            --goal     | excess<=-1     | goal -1.0: expected a finite number > 0
            --max-seconds | 0           | seconds = 0.0, expected a number > 0
            --l2       | NaN            | lambda NaN
            """)
    void saysWhatIsWrong(String option, String value, String message) {
        CommandLineRun run = compare(option, value);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("hesse: ").contains(option, message).doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
        JsonNode error = compare(option, value, "--json").json().get("error");
        assertThat(error.get("argument").asText()).isEqualTo(option);
        assertThat(error.get("message").asText()).contains(message);
    }

    @Test
    void complainsOfADirectoryItCannotWriteBeforeItRuns() throws IOException {
        String blocked = Path.of(file("1,2")).resolve("report").toString();
        CommandLineRun run = CommandLineRun.of("compare", "--out", blocked);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("hesse: --out: report directory " + blocked + " cannot be written to");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void theQuadraticOfDeepObsIsAWholeProblem() {
        compare("--data", "quadratic-deep", "--methods", "lbfgs", "--batches", "full")
                .succeeds();
        assertThat(compare("--data", "quadratic-deep", "--model", "logistic").err())
                .contains("--data quadratic-deep is a whole problem: expected no --model");
    }
}
