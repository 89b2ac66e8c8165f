package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class PathCommandTest {
    @Test
    void goesOverTheSaddle() {
        JsonNode json = CommandLineRun.of("path", "himmelblau", "--from=3,2", "--to=3.58,-1.85", "--json")
                .succeeds()
                .json();
        assertThat(json.get("found").asBoolean()).isTrue();
        assertThat(json.get("barrier").asDouble()).isCloseTo(13.31192627040559, within(1e-9));
        assertThat(json.get("stations")).hasSize(3);
        assertThat(CommandLineRun.of("path", "himmelblau", "--from=3,2", "--to=3.58,-1.85")
                        .succeeds()
                        .out())
                .contains("PATH over 1 saddle, barrier 13.3119263");
    }

    @Test
    void misuseIsNamed() {
        assertThat(CommandLineRun.of("path", "himmelblau", "--from=3,2").err()).contains("--to");
        assertThat(CommandLineRun.of("path", "himmelblau", "--from=3", "--to=1,1")
                        .err())
                .contains("--from");
        assertThat(CommandLineRun.of("path", "x+y", "--from=0,0", "--to=1,1").err())
                .contains("no minimum");
    }
}
