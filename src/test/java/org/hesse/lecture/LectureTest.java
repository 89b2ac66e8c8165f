package org.hesse.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hesse.lecture.Verdict.DOES_NOT_HOLD;
import static org.hesse.lecture.Verdict.HOLDS;
import static org.hesse.lecture.Verdict.HOLDS_ONLY_WHERE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim, quickly. The verdicts follow from the numbers measured; those that rest on times are not held. */
class LectureTest {
    private static final Map<String, Verdict> VERDICTS = Map.ofEntries(
            Map.entry("01-zigzag", HOLDS_ONLY_WHERE),
            Map.entry("02-saddle-stalling", HOLDS_ONLY_WHERE),
            Map.entry("03-random-saddles", HOLDS_ONLY_WHERE),
            Map.entry("04-gradient-noise", HOLDS_ONLY_WHERE),
            Map.entry("05-momentum-forms", HOLDS_ONLY_WHERE),
            Map.entry("06-nesterov", HOLDS_ONLY_WHERE),
            Map.entry("07-adagrad", HOLDS_ONLY_WHERE),
            Map.entry("08-bias-correction", HOLDS_ONLY_WHERE),
            Map.entry("09-schedules", HOLDS_ONLY_WHERE),
            Map.entry("10-newton", HOLDS),
            Map.entry("12-eigenvalue-signs", HOLDS_ONLY_WHERE),
            Map.entry("13-lbfgs-minibatch", HOLDS_ONLY_WHERE),
            Map.entry("14-adam-default", HOLDS_ONLY_WHERE));

    @TempDir
    private Path dir;

    static List<String> names() {
        return Lecture.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyClaimHasItsVerdict(String name) throws Exception {
        Claim claim = Lecture.run(name, true);
        assertThat(claim.name()).isEqualTo(name);
        if (VERDICTS.containsKey(name)) {
            assertThat(claim.verdict()).as(claim.report()).isEqualTo(VERDICTS.get(name));
        }
        assertThat(claim.finding()).endsWith(".").doesNotContain("NaN");
        assertThat(claim.report()).contains(claim.title(), claim.ruling(), claim.finding());
        Path page = claim.write(dir);
        assertThat(page)
                .content()
                .contains("<blockquote>", claim.verdict().toString().toUpperCase(Locale.ROOT), "<figure>", "<table>");
        try (Stream<Path> charts = Files.list(dir.resolve("charts"))) {
            for (Path chart : charts.toList()) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(chart.toFile());
                assertThat(Files.readString(chart)).doesNotContain("NaN", "Infinity");
            }
        }
    }

    @Test
    void everyScriptIsInTheList() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("analysis", "lecture"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".jsh", "")))
                    .containsExactlyInAnyOrderElementsOf(Lecture.names());
        }
    }

    @Test
    void oneReportOfSeveral() {
        Claim first = claim(1.5);
        Lecture.report(List.of(first), true).write(dir);
        assertThat(dir.resolve("report.md")).content().contains("This was a quick run");
        Lecture.report(List.of(first), false).write(dir);
        assertThat(dir.resolve("report.md")).content().doesNotContain("quick run");
        assertThat(dir.resolve("report.html"))
                .content()
                .contains(
                        "<a href=\"#01-zigzag\">1. A &lt; title</a>",
                        "<h2 id=\"01-zigzag\">",
                        "present(claim)",
                        "holds only where");
        assertThat(dir.resolve("report.md"))
                .content()
                .contains("[1. A &lt; title](#01-zigzag)", "scripts/01-zigzag.jsh");
        assertThat(dir.resolve("scripts/01-zigzag.jsh")).content().contains("GradientDescent");
    }

    /** What does not compile, or throws, is named with its snippet; and a script must leave a claim. */
    @Test
    void aScriptThatFailsSaysWhere() {
        assertThatThrownBy(() -> Script.run("x", "", "int a = 1\nint b = c\n"))
                .hasMessageContaining("x: ", "int b = c");
        assertThatThrownBy(() -> Script.run("x", "", "int a = 1 / 0\n")).hasMessageContaining("int a = 1 / 0");
        assertThatThrownBy(() -> Script.run("x", "", "int f() {\n")).hasMessageContaining("without an end");
        assertThatThrownBy(() -> Script.run("x", "", "int a = 1\n")).hasMessageContaining("no variable named claim");
        assertThatThrownBy(() -> Lecture.run("99", true)).hasMessageContaining("99, expected one of 01-zigzag");
    }

    @Test
    void aVerdictIsMadeOfItsChecks() {
        assertThat(claim(0.5).verdict()).isEqualTo(HOLDS);
        assertThat(claim(1.5).verdict()).isEqualTo(HOLDS_ONLY_WHERE);
        assertThat(claim(1.5).ruling()).isEqualTo("HOLDS ONLY WHERE a \u2014 NOT WHERE b");
        assertThat(claim(Double.NaN).failsAt()).containsExactly("b");
        Claim none = Claim.of("x", "", "");
        none.atMost("a", "", 2, 1);
        assertThat(none.verdict()).isEqualTo(DOES_NOT_HOLD);
        assertThatThrownBy(() -> Claim.of("x", "", "").verdict()).hasMessageContaining("nothing was checked");
        assertThatThrownBy(() -> none.within("a", "w", 0, 2, 1)).hasMessageContaining("from 2.0 to 1.0");
        assertThatThrownBy(() -> none.table("t", "a", "b").row(1)).hasMessageContaining("a row of 1 cells, expected 2");
    }

    private static Claim claim(double measured) {
        Claim claim = Claim.of("01-zigzag", "A < title", "It is so.");
        claim.atLeast("a", "x", 2, 1);
        claim.atMost("b", "y", 0, 1);
        claim.within("b", "z", measured, 0, 1);
        return claim;
    }
}
