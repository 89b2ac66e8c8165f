package org.hesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hesse.cli.CommandLineRun;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README does what it says. Its java blocks run in one jshell session, and its commands in this process; outputs are
 * compared but for the digits of numbers.
 */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");
    private static final String JAR = "java -jar target/hesse.jar ";

    @TempDir
    private static Path directory;

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    @Test
    void javaRunsAndShowsWhatItSays() throws IOException {
        List<String> blocks = blocks("java");
        assertThat(blocks).isNotEmpty();
        try (Session session = new Session()) {
            for (String line : String.join("", blocks).lines().toList()) {
                int shown = line.indexOf("==> ");
                if (line.startsWith("//") && shown > 0) {
                    assertThat(masked(session.value())).isEqualTo(masked(line.substring(shown + 4)));
                } else {
                    session.run(line);
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> commandsPrintWhatItSays() throws IOException {
        List<String> dialogs = blocks("console").stream()
                .flatMap(block -> Arrays.stream(block.split("(?m)^\\$ ")))
                .filter(dialog -> !dialog.isBlank())
                .toList();
        assertThat(dialogs).isNotEmpty().allMatch(dialog -> dialog.startsWith(JAR));
        return dialogs.stream()
                .map(dialog -> DynamicTest.dynamicTest(dialog, () -> {
                    List<String> lines = dialog.lines().toList();
                    CommandLineRun run = CommandLineRun.of(words(lines.get(0).substring(JAR.length())));
                    List<String> printed = (run.out() + run.err())
                            .lines()
                            .map(ReadmeTest::masked)
                            .toList();
                    List<String> shown =
                            lines.stream().skip(1).map(ReadmeTest::masked).toList();
                    assertThat(run.exit()).isEqualTo(run.err().startsWith("hesse: ") ? 2 : 0);
                    if (shown.contains("...")) {
                        assertThat(printed)
                                .containsSubsequence(shown.stream()
                                        .filter(line -> !line.equals("..."))
                                        .toList());
                    } else {
                        assertThat(printed).isEqualTo(shown);
                    }
                }));
    }

    /** The main job takes a minute: here a small part of it, with the arguments of the README before it. */
    @TestFactory
    Stream<DynamicTest> comparisonsLeaveReports() throws IOException {
        Files.writeString(directory.resolve("mine.csv"), "size,kind\n1,a\n2,a\n3,a\n3,b\n4,b\n5,b\n6,b\n2,a\n");
        List<String> commands = blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.contains(JAR))
                .map(line -> line.substring(line.indexOf(JAR) + JAR.length()))
                .toList();
        assertThat(commands)
                .contains("compare --out report")
                .allMatch(line -> line.matches("(compare|report diff) .*"));
        return commands.stream()
                .map(command -> DynamicTest.dynamicTest(command, () -> {
                    List<String> words = new ArrayList<>(List.of(words(command)));
                    words.replaceAll(word -> word.matches("mine.*|again|report") && !word.equals(words.get(0))
                            ? directory.resolve(word).toString()
                            : word);
                    if (command.equals("compare --out report")) {
                        words.addAll(List.of("--passes", "1", "--seeds", "1", "--batches", "full", "--methods", "gd"));
                    }
                    CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
                    assertThat(run.exit()).as(run.err()).isZero();
                    if (words.contains("--out")) {
                        assertThat(Path.of(words.get(words.indexOf("--out") + 1), "report.html"))
                                .exists();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> commandsInTheTextRun() throws IOException {
        return Pattern.compile("`" + JAR + "([^`]+)`")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(command -> command.group(1))
                .filter(command -> !command.equals("shell")) // waits for somebody to type; ShellCommandTest runs it
                .filter(command -> !command.equals("lecture")) // takes minutes; LectureTest runs each script, quick
                .map(command -> DynamicTest.dynamicTest(
                        command,
                        () -> assertThat(CommandLineRun.of(words(command)).exit())
                                .isZero()));
    }

    private static String[] words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }

    private static String masked(String text) {
        return NUMBER.matcher(text.stripTrailing()).replaceAll("#");
    }
}
