package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private long nanos;

    /** What is seen of 40 runs of three seconds each. */
    private String seen(boolean terminal) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        RunProgress progress = new RunProgress(new Console(stream, stream, false, terminal), () -> nanos);
        for (int done = 1; done <= 40; done++) {
            nanos += 3_000_000_000L;
            progress.finished(done, 40, null);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void drawsABarWithTheTimeLeftOnATerminal() {
        assertThat(seen(true).split("\r"))
                .hasSize(41)
                .contains("  [#######.......................] 10 of 40 runs, about 1:30 left\u001b[K")
                .endsWith("\u001b[K  40 of 40 runs, 2:00" + System.lineSeparator());
    }

    /** What was made a moment ago and is wanted again is no news of an earlier program. */
    @Test
    void saysWhatAnEarlierProgramFinishedAndOnlyThat() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        RunProgress progress = new RunProgress(new Console(stream, stream, false, false), () -> nanos);
        progress.resumed(10, 10, 40);
        progress.finished(11, 40, null);
        progress.resumed(10, 25, 40);
        nanos = 3_000_000_000L;
        progress.resumed(10, 40, 40);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  10 of 40 runs are there already", "  40 of 40 runs, 0:03");
    }

    @Test
    void printsTenPlainLinesElsewhere() {
        assertThat(seen(false).lines())
                .hasSize(10)
                .startsWith("  4 of 40 runs, 0:12")
                .endsWith("  40 of 40 runs, 2:00");
    }
}
