package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hesse.method.firstorder.GradientDescent;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.BlackBoxSum;
import org.junit.jupiter.api.Test;

/**
 * Stopping on the change of minibatch losses that are of different batches means nothing, and libraries do it: they stop
 * where two batches happen to have the same loss, and go on for ever where the batches differ.
 */
class MinibatchStoppingTest {
    /** Rows in turn, one a step. */
    private record Alternating(int terms) implements Batches {
        @Override
        public Batch at(long k) {
            int row = (int) (k % terms);
            return new Batch.Rows(new int[] {0, 1}, row, row + 1, k + 1);
        }

        @Override
        public long stepsPerEpoch() {
            return terms;
        }
    }

    private static Result run(BlackBoxSum sum, double rate, StoppingRule rule) {
        return Minimization.of(sum)
                .from(0)
                .with(new GradientDescent(rate))
                .batches(new Alternating(2))
                .measure(Cadence.everySteps(1))
                .until(rule)
                .verdict(false)
                .budget(Budget.UNLIMITED.withSteps(40))
                .run();
    }

    /** x, then x + 1: with steps of 1 downhill the losses of the first two batches, 0 and 0, are equal; F falls by 1. */
    @Test
    void equalLossesOfTwoBatchesAreNoConvergence() {
        BlackBoxSum slope = new BlackBoxSum(2, 1, (x, i) -> x[0] + i);
        Result r = run(slope, 1, StoppingRule.relativeChange(1e-3));
        assertThat(r.status().code()).isEqualTo(Status.Code.BUDGET);
        assertThat(r.last().x()[0]).isCloseTo(-40, within(1e-6));
    }

    /** x² and x² + 100: the losses of the batches differ by 100 for ever; F comes to rest. */
    @Test
    void differentLossesOfTwoBatchesAreNoProgress() {
        BlackBoxSum bowl = new BlackBoxSum(2, 1, (x, i) -> (x[0] - 1) * (x[0] - 1) + 100 * i);
        Result r = run(bowl, 0.25, StoppingRule.relativeChange(1e-9));
        assertThat(r.isConverged()).isTrue();
        assertThat(r.status().why()).startsWith("|df|=");
        assertThat(r.last().x()[0]).isCloseTo(1, within(1e-3));
        assertThat(r.last().value()).isCloseTo(50, within(1e-6)); // of the whole objective
    }
}
