package org.hesse.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class TerminalTest {
    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void writesOutWhatTheTerminalCannotShow() {
        String before = System.getProperty("stdout.encoding");
        try {
            System.setProperty("stdout.encoding", "UTF-8");
            assertThat(Terminal.charset()).isEqualTo(StandardCharsets.UTF_8);
            assertThat(Terminal.shown("1 ± 2")).isEqualTo("1 ± 2");
            System.setProperty("stdout.encoding", "US-ASCII");
            assertThat(Terminal.shown("1 ± 2, ‖g‖ ≤ ∞, é")).isEqualTo("1 +/- 2, |g| <= inf, ?");
            assertThat(Terminal.line("±".repeat(30))).hasSize(80).endsWith("-+/...");
        } finally {
            System.setProperty("stdout.encoding", before);
        }
    }

    @Test
    void shortensLines() {
        assertThat(Terminal.line("a".repeat(80))).hasSize(80).doesNotContain(".");
        assertThat(Terminal.line("a".repeat(81))).isEqualTo("a".repeat(77) + "...");
        assertThat(Terminal.line("first\nsecond")).isEqualTo("first");
    }

    @Test
    void findsTheOpenerOfTheDesktop(@TempDir Path bin) throws IOException {
        assertThat(Browser.opener("Mac OS X", Map.<String, String>of()::get)).contains(List.of("open"));
        assertThat(Browser.opener("Windows 11", Map.<String, String>of()::get).orElseThrow())
                .startsWith("rundll32");
        Map<String, String> desktop = Map.of("DISPLAY", ":0", "PATH", "/nowhere:" + bin);
        assertThat(Browser.opener("Linux", desktop::get)).isEqualTo(Optional.empty());
        Path opener = Files.createFile(bin.resolve("xdg-open"));
        assertThat(opener.toFile().setExecutable(true)).isTrue();
        assertThat(Browser.opener("Linux", desktop::get)).contains(List.of(opener.toString()));
        assertThat(Browser.opener("Linux", Map.of("PATH", bin.toString())::get)).isEmpty(); // no display
    }
}
