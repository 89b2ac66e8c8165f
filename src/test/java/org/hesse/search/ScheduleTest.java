package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.search.Unit.EPOCHS;
import static org.hesse.search.Unit.PASSES;
import static org.hesse.search.Unit.STEPS;

import java.util.List;
import java.util.stream.Stream;
import org.hesse.objective.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    /** The three hands never agree, so a schedule that reads the wrong one is seen. */
    private static Clock epochs(double t) {
        return new Clock(Math.round(1000 * t), t, 3 * t);
    }

    @Test
    void valuesAtTheBoundaries() {
        assertThat(Schedule.constant(0.3).at(epochs(7))).isEqualTo(0.3);

        Schedule step = Schedule.step(0.8, 0.5, 10, EPOCHS);
        assertThat(List.of(0.0, 9.999, 10.0, 19.999, 20.0, 30.0))
                .extracting(t -> step.at(epochs(t)))
                .containsExactly(0.8, 0.8, 0.4, 0.4, 0.2, 0.1);

        Schedule resnet = Schedule.milestones(0.125, 0.5, EPOCHS, 30, 60, 90);
        assertThat(List.of(0.0, 29.999, 30.0, 59.999, 60.0, 90.0, 1000.0))
                .extracting(t -> resnet.at(epochs(t)))
                .containsExactly(0.125, 0.125, 0.0625, 0.0625, 0.03125, 0.015625, 0.015625);

        Schedule exponential = Schedule.exponential(0.5, Math.log(2), EPOCHS);
        assertThat(exponential.at(epochs(0))).isEqualTo(0.5);
        assertThat(exponential.at(epochs(3))).isCloseTo(0.0625, within(1e-16));

        Schedule inverse = Schedule.inverse(0.5, 0.25, EPOCHS);
        assertThat(inverse.at(epochs(0))).isEqualTo(0.5);
        assertThat(inverse.at(epochs(4))).isEqualTo(0.25);
        assertThat(inverse.at(epochs(12))).isEqualTo(0.125);

        Schedule root = Schedule.inverseSquareRoot(0.5, EPOCHS);
        assertThat(List.of(0.0, 0.5, 1.0, 4.0, 100.0))
                .extracting(t -> root.at(epochs(t)))
                .containsExactly(0.5, 0.5, 0.5, 0.25, 0.05);

        Schedule cosine = Schedule.cosine(0.5, 30, EPOCHS);
        assertThat(cosine.at(epochs(0))).isEqualTo(0.5);
        assertThat(cosine.at(epochs(10))).isCloseTo(0.375, within(1e-15)); // cos 60° = 1/2
        assertThat(cosine.at(epochs(15))).isCloseTo(0.25, within(1e-15));
        assertThat(cosine.at(epochs(29.9999))).isPositive();
        assertThat(cosine.at(epochs(30))).isZero();
        assertThat(cosine.at(epochs(45))).isZero();

        Schedule linear = Schedule.linear(0.5, 30, EPOCHS);
        assertThat(linear.at(epochs(0))).isEqualTo(0.5);
        assertThat(linear.at(epochs(7.5))).isEqualTo(0.375);
        assertThat(linear.at(epochs(15))).isEqualTo(0.25); // 1/t decay would give 1/3
        assertThat(linear.at(epochs(30))).isZero();
        assertThat(linear.at(epochs(31))).isZero();
    }

    @Test
    void floorsAreReachedAndKept() {
        Schedule cosine = new Decay.Cosine(0.5, 30, EPOCHS, 0.1);
        assertThat(cosine.at(epochs(0))).isEqualTo(0.5);
        assertThat(cosine.at(epochs(15))).isCloseTo(0.3, within(1e-15));
        assertThat(cosine.at(epochs(30))).isEqualTo(0.1);
        Schedule linear = new Decay.Linear(0.5, 30, EPOCHS, 0.1);
        assertThat(linear.at(epochs(15))).isCloseTo(0.3, within(1e-15));
        assertThat(linear.at(epochs(99))).isEqualTo(0.1);
    }

    @Test
    void eachUnitReadsItsOwnHand() {
        Clock t = new Clock(2, 4, 8);
        assertThat(Schedule.inverse(1, 1, STEPS).at(t)).isEqualTo(1 / 3.0);
        assertThat(Schedule.inverse(1, 1, EPOCHS).at(t)).isEqualTo(1 / 5.0);
        assertThat(Schedule.inverse(1, 1, PASSES).at(t)).isEqualTo(1 / 9.0);
    }

    static Stream<Schedule> all() {
        return Stream.of(
                Schedule.constant(0.5),
                Schedule.step(0.5, 0.5, 3, EPOCHS),
                Schedule.milestones(0.5, 0.1, EPOCHS, 2, 5),
                Schedule.exponential(0.5, 0.3, EPOCHS),
                Schedule.inverse(0.5, 0.3, EPOCHS),
                Schedule.inverseSquareRoot(0.5, EPOCHS),
                Schedule.cosine(0.5, 12, EPOCHS),
                Schedule.linear(0.5, 12, EPOCHS));
    }

    @ParameterizedTest
    @MethodSource("all")
    void warmupIsAStraightLineToTheRateAndThenTheScheduleFromItsStart(Schedule s) {
        Schedule warm = s.afterWarmup(4, EPOCHS);
        assertThat(warm.at(epochs(0))).isZero();
        assertThat(warm.at(epochs(1))).isEqualTo(0.125);
        assertThat(warm.at(epochs(3))).isEqualTo(0.375);
        assertThat(warm.at(epochs(Math.nextDown(4.0)))).isCloseTo(0.5, within(1e-15));
        assertThat(warm.at(epochs(4))).isEqualTo(0.5);
        for (double t : new double[] {0, 1, 1.5, 2, 3, 5, 6, 11, 12, 20}) {
            assertThat(warm.at(epochs(4 + t))).isEqualTo(s.at(epochs(t)));
        }
    }

    @Test
    void warmupMayCountInAnotherUnit() {
        Schedule warm = Schedule.step(0.5, 0.5, 2000, STEPS).afterWarmup(4, EPOCHS); // 1000 steps an epoch
        assertThat(warm.at(epochs(2))).isEqualTo(0.25);
        assertThat(warm.at(epochs(5.999))).isEqualTo(0.5);
        assertThat(warm.at(epochs(6))).isEqualTo(0.25);
        Schedule inSteps = Schedule.linear(0.5, 12, PASSES).afterWarmup(1000, STEPS); // 3 passes an epoch
        assertThat(inSteps.at(epochs(0.5))).isEqualTo(0.25);
        assertThat(inSteps.at(epochs(3))).isCloseTo(0.25, within(1e-15));
        Schedule inPasses = Schedule.linear(0.5, 12, EPOCHS).afterWarmup(3, PASSES);
        assertThat(inPasses.at(epochs(7))).isCloseTo(0.25, within(1e-15));
    }

    /** The clock divides: 3 · (1/3) and 0.3 / 0.1 are not what they should be. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 10, 29, 49, 60, 97, 1797})
    void noBoundaryIsMissedByRounding(int stepsPerEpoch) {
        for (int period = 1; period <= stepsPerEpoch; period += 1 + stepsPerEpoch / 40) {
            double every = period / (double) stepsPerEpoch;
            Schedule step = Schedule.step(1, 0.5, every, EPOCHS);
            Schedule warm = step.afterWarmup(every, EPOCHS);
            for (int k = 1; k <= 12; k++) {
                long boundary = (long) k * period;
                double at = Math.pow(0.5, k);
                assertThat(step.at(clock(boundary, stepsPerEpoch))).isEqualTo(at);
                assertThat(step.at(clock(boundary - 1, stepsPerEpoch))).isEqualTo(2 * at);
                assertThat(warm.at(clock(boundary + period, stepsPerEpoch))).isEqualTo(at);
                assertThat(Schedule.milestones(1, 0.5, EPOCHS, k * every).at(clock(boundary, stepsPerEpoch)))
                        .isEqualTo(0.5);
            }
        }
    }

    private static Clock clock(long steps, int stepsPerEpoch) {
        return new Clock(steps, steps / (double) stepsPerEpoch, 0);
    }

    @Test
    void printAsTheyAreMeantAndAreEqualByTheirNumbers() {
        assertThat(Schedule.cosine(0.1, 30, EPOCHS).afterWarmup(5, EPOCHS))
                .hasToString("cosine(0.1, 30 epochs) after warmup 5 epochs")
                .isEqualTo(Schedule.cosine(0.1, 30, EPOCHS).afterWarmup(5, EPOCHS));
        assertThat(Stream.concat(
                        all(),
                        Stream.of(new Decay.Cosine(1e-3, 9, STEPS, 1e-5), new Decay.Linear(1, 2.5, PASSES, 0.5))))
                .extracting(Schedule::toString)
                .containsExactly(
                        "constant(0.5)",
                        "step(0.5, x0.5 every 3 epochs)",
                        "milestones(0.5, x0.1 at 2, 5 epochs)",
                        "exponential(0.5, k = 0.3 in epochs)",
                        "inverse(0.5, k = 0.3 in epochs)",
                        "inverseSquareRoot(0.5 in epochs)",
                        "cosine(0.5, 12 epochs)",
                        "linear(0.5, 12 epochs)",
                        "cosine(0.001, 9 steps, floor 1e-5)",
                        "linear(1, 2.5 passes, floor 0.5)");
        assertThat(all().toList()).isEqualTo(all().toList());
    }

    static Stream<Arguments> misuse() {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        return Stream.of(
                bad(() -> Schedule.constant(-0.1), "constant", "rate = -0.1", ">= 0"),
                bad(() -> Schedule.constant(nan), "constant", "rate = NaN", ">= 0"),
                bad(() -> Schedule.constant(infinity), "constant", "rate = Infinity", "finite"),
                bad(() -> Schedule.step(-1, 0.5, 1, STEPS), "step", "rate = -1", ">= 0"),
                bad(() -> Schedule.step(1, 0, 1, STEPS), "step", "factor = 0", "0 < factor <= 1"),
                bad(() -> Schedule.step(1, 0.5, 0, STEPS), "step", "every = 0", "> 0"),
                bad(() -> Schedule.milestones(1, 0.5, STEPS, 3, 3), "milestones", "milestone = 3", "more than 3"),
                bad(() -> Schedule.milestones(1, 0.5, STEPS, 0), "milestones", "milestone = 0", "> 0"),
                bad(() -> Schedule.milestones(1, 1.5, STEPS, 1), "milestones", "factor = 1.5", "<= 1"),
                bad(() -> Schedule.exponential(1, -2, STEPS), "exponential", "k = -2", ">= 0"),
                bad(() -> Schedule.inverse(1, nan, STEPS), "inverse", "k = NaN", ">= 0"),
                bad(() -> Schedule.inverseSquareRoot(nan, STEPS), "inverseSquareRoot", "rate = NaN", ">= 0"),
                bad(() -> Schedule.cosine(1, 0, STEPS), "cosine", "horizon = 0", "> 0"),
                bad(() -> new Decay.Cosine(1, 2, STEPS, 3), "cosine", "floor = 3", "floor <= rate = 1"),
                bad(() -> Schedule.linear(1, -5, STEPS), "linear", "horizon = -5", "> 0"),
                bad(() -> new Decay.Linear(1, 2, STEPS, -1), "linear", "floor = -1", "0 <= floor"),
                bad(() -> Schedule.constant(1).afterWarmup(0, STEPS), "warmup", "length = 0", "> 0"));
    }

    private static Arguments bad(Runnable call, String... parts) {
        return Arguments.of(call, parts);
    }

    @ParameterizedTest
    @MethodSource("misuse")
    void misuseNamesTheFieldTheValueAndWhatIsExpected(Runnable call, String[] parts) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }
}
