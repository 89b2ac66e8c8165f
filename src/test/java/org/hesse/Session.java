package org.hesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/** A jshell session inside this process, as {@code analysis/hesse.jsh} opens it; it fails where jshell would go on. */
final class Session implements AutoCloseable {
    /** What jshell itself imports. */
    private static final List<String> DEFAULT = Stream.of(
                    "io",
                    "math",
                    "net",
                    "nio.file",
                    "util",
                    "util.concurrent",
                    "util.function",
                    "util.prefs",
                    "util.regex",
                    "util.stream")
            .map(name -> "import java." + name + ".*;")
            .toList();

    private final JShell shell = JShell.builder().executionEngine("local").build();
    private String value = "";

    Session() throws IOException {
        shell.addToClasspath(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        DEFAULT.forEach(this::run);
        run(Files.readString(Path.of("analysis", "hesse.jsh")));
    }

    /** Runs a text line by line, as jshell does: a snippet ends with the first line that can end it. */
    void run(String text) {
        String pending = "";
        for (String line : text.lines().toList()) {
            pending += line + "\n";
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
            while (info.completeness().isComplete()) {
                shell.eval(info.source()).forEach(this::check);
                pending = info.remaining();
                info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
            }
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                pending = "";
            }
        }
        assertThat(pending).as("a snippet without an end").isBlank();
    }

    /** What jshell would show of the last snippet. */
    String value() {
        return value;
    }

    private void check(SnippetEvent event) {
        List<String> problems = shell.diagnostics(event.snippet())
                .map(d -> d.getMessage(java.util.Locale.ROOT))
                .toList();
        assertThat(event.status())
                .as(event.snippet().source() + "\n" + problems)
                .isEqualTo(Snippet.Status.VALID);
        if (event.exception() != null) {
            throw new AssertionError(event.snippet().source(), event.exception());
        }
        value = event.value();
    }

    @Override
    public void close() {
        shell.close();
    }
}
