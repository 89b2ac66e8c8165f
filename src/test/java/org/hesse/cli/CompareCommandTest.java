package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(again.err()).startsWith("hesse: --out: ").contains("never overwritten", "another directory");
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
            --target-column | 2         | is for CSV files
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
}
