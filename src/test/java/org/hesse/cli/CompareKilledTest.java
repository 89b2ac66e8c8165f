package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hesse.io.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison in a process of its own, killed in the middle (on Unix by SIGKILL), and run again. */
class CompareKilledTest {
    private static final List<String> EXPERIMENT = List.of(
            "compare", "--methods", "adam:rate=0.05,lbfgs", "--batches", "full,64", "--seeds", "10", "--passes", "4");
    private static final int ALL = 40;

    private static long finished(Path report) throws IOException {
        Path runs = report.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.equals("experiments.json"))
                    .count();
        }
    }

    private static CommandLineRun compare(Path out) {
        List<String> arguments = new ArrayList<>(EXPERIMENT);
        arguments.addAll(List.of("--out", out.toString()));
        return CommandLineRun.of(arguments.toArray(String[]::new)).succeeds();
    }

    private static List<List<String>> withoutTimes(Path out) {
        Csv traces = Csv.read(out.resolve("traces.csv"));
        List<String> header = traces.rows().get(0).cells();
        List<List<String>> rows = new ArrayList<>();
        for (Csv.Row row : traces.rows()) {
            List<String> cells = new ArrayList<>(row.cells());
            cells.set(header.indexOf("seconds"), "");
            cells.set(header.indexOf("oracle_seconds"), "");
            rows.add(cells);
        }
        return rows;
    }

    @Test
    void noRunIsLostAndNoneMadeTwice(@TempDir Path directory) throws Exception {
        Path out = directory.resolve("killed");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.hesse.cli.Main"));
        command.addAll(EXPERIMENT);
        command.addAll(List.of("--out", out.toString()));
        File log = directory.resolve("log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        while (finished(out) < 3 && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        long before = finished(out);
        assertThat(before).as(Files.readString(log.toPath())).isBetween(3L, ALL - 1L);
        assertThat(out.resolve("report.html")).doesNotExist();

        assertThat(compare(out).err())
                .contains(before + " of " + ALL + " runs are there already", ALL + " of " + ALL + " runs");
        Path whole = directory.resolve("whole");
        compare(whole);
        assertThat(finished(out)).isEqualTo(ALL);
        assertThat(withoutTimes(out)).isEqualTo(withoutTimes(whole));
        assertThat(out.resolve("report.html")).exists();
    }
}
