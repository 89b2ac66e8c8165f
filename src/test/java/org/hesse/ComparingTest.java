package org.hesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hesse.compare.Comparison;
import org.hesse.compare.Run;
import org.hesse.compare.Small;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparingTest {
    @Test
    void runAgainIsResume(@TempDir Path directory) throws IOException {
        Comparing small = Hesse.compare(Small.problem())
                .with("lbfgs", "adam")
                .batches(Hesse.FULL, 7)
                .seeds(2)
                .passes(5)
                .tune(3);
        String out = directory.resolve("out").toString();
        Comparison first = small.run(out);
        String page = Files.readString(Path.of(out, "report.html"));
        Files.delete(Path.of(out, "report.html")); // as if it had been stopped before
        Comparison again = small.run(out);
        assertThat(again.runs())
                .extracting(Run::seconds)
                .isEqualTo(first.runs().stream().map(Run::seconds).toList()); // nothing was run
        assertThat(again.tuned()).isEqualTo(first.tuned());
        assertThat(Path.of(out, "report.html")).hasContent(page);
        assertThatThrownBy(() -> small.passes(6).run(out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("passes was 5, now it is 6");
    }

    @Test
    void diagnosticsAreInTheRuns() {
        Comparison c = Hesse.compare(Small.problem())
                .with("olbfgs")
                .batches(7)
                .passes(3)
                .diagnosed()
                .run();
        Run run = c.runs().get(0);
        assertThat(run.pairs()).hasSize((int) run.steps());
        assertThat(run.rows())
                .allSatisfy(row -> assertThat(Run.signalToNoise(row)).isPositive());
    }
}
