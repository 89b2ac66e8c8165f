package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandTest {
    @Test
    void helpsAndChecksItsScripts() {
        assertThat(CommandLineRun.of("shell", "--help").succeeds().out()).contains("--class-path", "SCRIPT");
        CommandLineRun run = CommandLineRun.of("shell", "no-such.jsh");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("script no-such.jsh: expected a file that can be read");
    }

    @Test
    void opensWhatAnalysisHolds() throws IOException {
        try (var in = ShellCommand.class.getResourceAsStream("hesse.jsh")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(Path.of("analysis", "hesse.jsh")));
        }
    }

    /** The whole way, in a process of its own: imports, a script, the user's class path, the exit code. */
    @Test
    void runsAScript(@TempDir Path directory) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("mine.txt"), "1+1");
        Path script = directory.resolve("script.jsh");
        Files.writeString(
                script,
                "System.out.println(minimize(function(\"x^2\")).from(1).run())\n"
                        + "System.out.println(ClassLoader.getSystemResource(\"mine.txt\") != null)\n/exit 3\n");
        Path out = directory.resolve("out.txt");
        Process shell = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.hesse.cli.Main",
                        "shell",
                        "--class-path",
                        directory.toString(),
                        script.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        shell.getOutputStream().close();
        boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
        shell.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(Files.readString(out)).contains("CONVERGED MINIMUM f=0 ", "true");
        assertThat(shell.exitValue()).isEqualTo(3);
    }
}
