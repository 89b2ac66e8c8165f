package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LectureCommandTest {
    @TempDir
    private Path dir;

    private CommandLineRun lecture(String... more) {
        String[] args = new String[more.length + 3];
        System.arraycopy(more, 0, args, 3, more.length);
        args[0] = "lecture";
        args[1] = "--quick";
        args[2] = "--out=" + dir;
        return CommandLineRun.of(args);
    }

    @Test
    void writesAReport() {
        JsonNode json = lecture("--only=5", "--json").succeeds().json();
        assertThat(json.get("claims")).hasSize(1);
        assertThat(json.get("claims").get(0).get("verdict").asText()).isEqualTo("HOLDS_ONLY_WHERE");
        assertThat(json.get("claims").get(0).get("finding").asText()).contains("-0.2924", "-0.3584");
        assertThat(dir.resolve("report.html")).content().contains("The two forms of momentum");
        assertThat(lecture("--only=05").err()).contains("--out", "holds a finished report");
    }

    @Test
    void misuseIsNamed() {
        assertThat(lecture("--only=05,77").err()).contains("--only", "77", "01-zigzag");
    }
}
