package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hesse.method.Outcome;
import org.hesse.objective.Counts;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static Row row(long k) {
        return new Row(k, k, k, Counts.ZERO, 0, 0, 1.0 / (k + 1), 1, 1, Outcome.ACCEPTED, true, new double[0], null);
    }

    @Test
    void longTracesAreThinnedEvenlyWithTheNewestRowLast() {
        Trace trace = new Trace(List.of());
        int n = 100_000;
        for (int k = 0; k < n; k++) {
            trace.add(row(k));
        }
        List<Row> rows = trace.rows();
        assertThat(rows.size()).isBetween(Trace.CAPACITY / 2, Trace.CAPACITY + 1);
        assertThat(trace.measurements()).isEqualTo(n);
        long stride = rows.get(1).steps();
        for (int i = 0; i + 1 < rows.size(); i++) {
            assertThat(rows.get(i).steps()).isEqualTo(i * stride);
        }
        assertThat(rows.get(rows.size() - 1).steps()).isEqualTo(n - 1);
        assertThat(trace.previous().steps()).isEqualTo(n - 2);
    }

    @Test
    void cadencesAreDueWhenTheySay() {
        assertThat(due(Cadence.EVERY_EPOCH, 9)).containsExactly(0, 4, 8);
        assertThat(due(Cadence.everySteps(3), 9)).containsExactly(0, 3, 6);
        assertThat(due(Cadence.logSpaced(1), 1001)).containsExactly(0, 1, 10, 100, 1000);
        assertThat(due(Cadence.AT_END, 9)).isEmpty();
    }

    private static int[] due(Cadence cadence, int steps) {
        return java.util.stream.IntStream.range(0, steps)
                .filter(k -> cadence.isDue(k, 4))
                .toArray();
    }

    @Test
    void rulesSayWhichTestHolds() {
        Trace trace = new Trace(List.of());
        trace.add(row(0));
        assertThat(StoppingRule.relativeChange(0.1).test(trace)).isEmpty();
        trace.add(row(1));
        assertThat(StoppingRule.gradientNorm(0.5).test(trace)).isEmpty();
        assertThat(StoppingRule.gradientNorm(0.5)
                        .or(StoppingRule.valueAtMost(0.6))
                        .test(trace))
                .contains(Status.converged("f=0.5<=0.6"));
        assertThat(StoppingRule.relativeChange(0.5).test(trace)).contains(Status.converged("|df|=0.50<=0.5"));
        assertThat(StoppingRule.gradientNorm(1).test(trace)).contains(Status.converged("|g|=1.0<=1"));
    }
}
