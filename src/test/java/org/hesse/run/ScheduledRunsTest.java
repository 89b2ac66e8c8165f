package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hesse.search.Unit.EPOCHS;
import static org.hesse.search.Unit.PASSES;
import static org.hesse.search.Unit.STEPS;

import java.util.stream.Stream;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.objective.Batches;
import org.hesse.objective.Clock;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules over a stop and a resume: pure functions of the clock cannot break there, those with a memory do. */
class ScheduledRunsTest {
    private static final int STEPS_IN_ALL = 21;

    static Stream<Schedule> schedules() {
        return Stream.of(
                Schedule.step(0.1, 0.5, 5, STEPS),
                Schedule.milestones(0.1, 0.1, EPOCHS, 1, 2.5),
                Schedule.exponential(0.1, 0.3, EPOCHS),
                Schedule.inverse(0.1, 0.3, PASSES),
                Schedule.inverseSquareRoot(0.1, STEPS),
                Schedule.cosine(0.1, 4, EPOCHS),
                Schedule.linear(0.1, 4, PASSES),
                Schedule.polynomial(0.1, 2, 4, PASSES),
                Schedule.restarts(0.1, 1.5, 2, EPOCHS),
                Schedule.restarts(0.1, 4, 1, STEPS),
                Schedule.oneCycle(0.1, 20, STEPS),
                Schedule.constant(0.1).then(Schedule.cosine(0.1, 2, EPOCHS), 7, STEPS),
                Schedule.restarts(0.1, 1, 2, PASSES).afterWarmup(6, STEPS));
    }

    private static Minimization run(Schedule rate) {
        return Minimization.of(TinyProblems.regression(23, 4, 3))
                .from(1, -1, 0.5, 2)
                .with(new GradientDescent(rate))
                .batches(Batches.shuffled(23, 5, 11))
                .until(StoppingRule.NEVER)
                .verdict(false)
                .budget(Budget.UNLIMITED.withSteps(STEPS_IN_ALL));
    }

    private static double[] interrupted(Schedule rate, long at) {
        Minimization run = run(rate);
        Checkpoint there = run.budget(Budget.UNLIMITED.withSteps(at)).run().checkpoint();
        return run.resume(there).last().x();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void goOnAsIfNothingHadBeen(Schedule rate) {
        double[] straight = run(rate).run().last().x();
        for (long at = 0; at < STEPS_IN_ALL; at += 3) {
            assertThat(interrupted(rate, at)).isEqualTo(straight);
        }
    }

    /** The bug: a rate that is multiplied at every call, as in αₖ₊₁ = 0.9αₖ, in a process of its own after the resume. */
    @Test
    void aScheduleWithAMemoryWouldBreak() {
        Minimization first = run(new Forgetful());
        Checkpoint there = first.budget(Budget.UNLIMITED.withSteps(9)).run().checkpoint();
        double[] resumed = run(new Forgetful()).resume(there).last().x();
        assertThat(resumed).isNotEqualTo(run(new Forgetful()).run().last().x());
    }

    /** αₖ₊₁ = 0.9αₖ, remembered. */
    private static final class Forgetful implements Schedule {
        private double rate = 0.1;

        @Override
        public double at(Clock t) {
            return rate *= 0.9;
        }

        @Override
        public String toString() {
            return "forgetful";
        }
    }
}
