package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.search.Unit.EPOCHS;
import static org.hesse.search.Unit.PASSES;
import static org.hesse.search.Unit.STEPS;

import java.util.List;
import org.hesse.objective.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Polynomial decay, cosine restarts, one cycle and joins, at their boundaries. */
class CyclesTest {
    /** The three hands never agree, so a schedule that reads the wrong one is seen. */
    private static Clock epochs(double t) {
        return new Clock(Math.round(1000 * t), t, 3 * t);
    }

    @Test
    void polynomialFallsToItsFloorAtTheHorizon() {
        Schedule square = Schedule.polynomial(0.5, 2, 30, EPOCHS);
        assertThat(List.of(0.0, 15.0, 30.0, 31.0))
                .extracting(t -> square.at(epochs(t)))
                .containsExactly(0.5, 0.125, 0.0, 0.0);
        Schedule floor = new Polynomial(0.5, 0.5, 30, EPOCHS, 0.1);
        assertThat(floor.at(epochs(22.5))).isCloseTo(0.3, within(1e-15)); // the root of a quarter
        assertThat(floor.at(epochs(30))).isEqualTo(0.1);
        for (double t : new double[] {0, 7, 29, 30, 50}) {
            assertThat(Schedule.polynomial(0.3, 1, 30, EPOCHS).at(epochs(t)))
                    .isCloseTo(Schedule.linear(0.3, 30, EPOCHS).at(epochs(t)), within(1e-16));
        }
    }

    /** SGDR with T₀ = 10 and doubling restarts at 10, 30, 70, 150. */
    @Test
    void restartsBeginAnewAtTheFullRate() {
        Schedule same = Schedule.restarts(0.5, 10, 1, EPOCHS);
        Schedule twice = Schedule.restarts(0.5, 10, 2, EPOCHS);
        for (double t : new double[] {0, 10, 20, 1000}) {
            assertThat(same.at(epochs(t))).isEqualTo(0.5);
            assertThat(same.at(epochs(t + 5))).isCloseTo(0.25, within(1e-15));
            assertThat(same.at(epochs(t + 9.999))).isBetween(0.0, 1e-7);
        }
        for (double t : new double[] {0, 10, 30, 70, 150, 10 * ((1 << 20) - 1)}) {
            assertThat(twice.at(epochs(t))).isEqualTo(0.5);
            assertThat(twice.at(epochs(t + (t + 10) / 2))).isCloseTo(0.25, within(1e-12));
        }
        assertThat(twice.at(epochs(29.999))).isBetween(0.0, 1e-7);
        Schedule floor = new CosineRestarts(0.5, 10, 3, EPOCHS, 0.1);
        assertThat(floor.at(epochs(40))).isEqualTo(0.5); // 10 + 30
        assertThat(floor.at(epochs(39.9999))).isCloseTo(0.1, within(1e-9));
        assertThat(floor.at(epochs(10 + 10))).isCloseTo(0.4, within(1e-15)); // cos 60° = 1/2
    }

    /** 3 · (1/3) is not 1: a restart that is missed by rounding would have the rate 0 instead of α₀. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 10, 29, 49, 97, 1797})
    void noRestartIsMissedByRounding(int stepsPerEpoch) {
        for (double growth : new double[] {1, 2, 3}) {
            long begin = 0;
            long period = 2;
            Schedule schedule = Schedule.restarts(1, period / (double) stepsPerEpoch, growth, EPOCHS);
            for (int j = 0; j < 12; j++) {
                assertThat(schedule.at(new Clock(begin, begin / (double) stepsPerEpoch, 0)))
                        .isCloseTo(1, within(1e-12));
                if (j > 0) {
                    assertThat(schedule.at(new Clock(begin - 1, (begin - 1) / (double) stepsPerEpoch, 0)))
                            .isLessThan(0.5 + 1e-9);
                }
                begin += period;
                period = Math.round(period * growth);
            }
        }
    }

    @Test
    void oneCycleRisesToThePeakAndFallsBelowItsStart() {
        Schedule cycle = Schedule.oneCycle(0.5, 30, EPOCHS);
        assertThat(cycle.at(epochs(0))).isEqualTo(0.02);
        assertThat(cycle.at(epochs(4.5))).isCloseTo(0.26, within(1e-15)); // half way up
        assertThat(cycle.at(epochs(9))).isEqualTo(0.5);
        assertThat(cycle.at(epochs(19.5))).isCloseTo((0.5 + 0.02 / 1e4) / 2, within(1e-15));
        assertThat(cycle.at(epochs(30))).isEqualTo(0.02 / 1e4);
        assertThat(cycle.at(epochs(300))).isEqualTo(0.02 / 1e4);
        Schedule own = new OneCycle(0.5, 30, EPOCHS, 0.5, 1, 1);
        assertThat(List.of(0.0, 7.0, 15.0, 30.0))
                .allSatisfy(t -> assertThat(own.at(epochs(t))).isCloseTo(0.5, within(1e-15)));
    }

    @Test
    void joinedSchedulesBeginAtTheirBoundaries() {
        Schedule joined = new Joined(
                List.of(Schedule.constant(0.5), Schedule.linear(0.4, 10, EPOCHS), Schedule.step(0.2, 0.5, 1000, STEPS)),
                List.of(5.0, 15.0),
                EPOCHS);
        assertThat(joined.at(epochs(0))).isEqualTo(0.5);
        assertThat(joined.at(epochs(4.999))).isEqualTo(0.5);
        assertThat(joined.at(epochs(5))).isEqualTo(0.4);
        assertThat(joined.at(epochs(10))).isEqualTo(0.2);
        assertThat(joined.at(epochs(15))).isEqualTo(0.2);
        assertThat(joined.at(epochs(15.999))).isEqualTo(0.2);
        assertThat(joined.at(epochs(16))).isEqualTo(0.1); // 1000 steps an epoch
        Schedule chain =
                Schedule.constant(1).then(Schedule.constant(2).then(Schedule.constant(3), 5, EPOCHS), 10, EPOCHS);
        assertThat(List.of(9.99, 10.0, 14.99, 15.0))
                .extracting(t -> chain.at(epochs(t)))
                .containsExactly(1.0, 2.0, 2.0, 3.0);
        Schedule late = Schedule.constant(1).then(Schedule.constant(2), 1.0 / 3, EPOCHS);
        assertThat(late.at(new Clock(1, Math.nextDown(1.0 / 3), 0))).isEqualTo(2);
    }

    @Test
    void afterAWarmupTheyStartTheirClocks() {
        for (Schedule s : List.of(
                Schedule.polynomial(0.5, 2, 12, EPOCHS),
                Schedule.restarts(0.5, 3, 2, EPOCHS),
                Schedule.oneCycle(0.5, 12, EPOCHS),
                Schedule.constant(0.5).then(Schedule.linear(0.5, 6, EPOCHS), 3, EPOCHS))) {
            Schedule warm = s.afterWarmup(4, EPOCHS);
            assertThat(warm.at(epochs(2))).isCloseTo(s.at(epochs(0)) / 2, within(1e-16));
            for (double t : new double[] {0, 1, 3, 5, 9, 12, 20}) {
                assertThat(warm.at(epochs(4 + t))).isEqualTo(s.at(epochs(t)));
            }
        }
    }

    @Test
    void areEqualByTheirNumbersAndPrintAsTheyAreMeant() {
        assertThat(Schedule.polynomial(0.1, 2, 30, EPOCHS))
                .isEqualTo(Schedule.polynomial(0.1, 2, 30, EPOCHS))
                .hasToString("polynomial(0.1, power 2, 30 epochs)");
        assertThat(Schedule.restarts(0.1, 5, 2, PASSES)).hasToString("restarts(0.1, 5 passes, each x2)");
        assertThat(new CosineRestarts(0.1, 5, 1, STEPS, 0.01)).hasToString("restarts(0.1, 5 steps, floor 0.01)");
        assertThat(Schedule.oneCycle(0.1, 30, EPOCHS))
                .hasToString("one-cycle(0.1, 30 epochs, rise 0.3, from 1/25 to 1/250000)");
        assertThat(Schedule.constant(1).then(Schedule.constant(0.1), 5, EPOCHS))
                .hasToString("constant(1), from 5 epochs on constant(0.1)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    polynomial(0.1,power=2,horizon=30epochs)               | polynomial(0.1,2,30epochs)
                    polynomial(0.1,power=2,horizon=30passes,floor=0.01)    | polynomial(0.1,power=2,floor=.01)
                    restarts(0.1,period=5epochs,growth=1)                  | restarts(0.1,5epochs)
                    restarts(0.1,period=50steps,growth=2,floor=0.01)       | restarts(0.1,50,2,0.01)
                    one-cycle(0.1,horizon=30passes,rise=0.3,start=25,end=10000) | one-cycle(0.1)
                    one-cycle(0.1,horizon=9steps,rise=0.5,start=2,end=1,warmup=3steps) | one-cycle(0.1,9,.5,2,1,warmup=3)
                    joined(0.1,5epochs,cosine(0.1,horizon=9epochs),20epochs,0.01) | joined(0.1,5epochs,cosine(0.1,9epochs),20epochs,1e-2)
                    joined(0.1,5steps,1,warmup=2steps)                       | joined(0.1,5,1,warmup=2)
                    joined(0.1,5steps,joined(1,2epochs,3))                     | joined(0.1,5,joined(1,2epochs,3))
                    """)
    void haveText(String full, String shorter) {
        assertThat(Schedules.text(Schedules.parse(shorter))).isEqualTo(full);
        assertThat(Schedules.parse(full)).isEqualTo(Schedules.parse(shorter));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    polynomial(0.1,0,30)       | power = 0, expected a finite number > 0
                    polynomial(0.1,2,30,floor=1) | floor = 1, expected 0 <= floor <= rate = 0.1
                    polynomial(0.1)            | power is missing
                    restarts(0.1)              | period is missing, expected a time
                    restarts(0.1,0)            | period = 0, expected a finite number > 0
                    restarts(0.1,5,0.5)        | growth = 0.5, expected a finite number >= 1
                    restarts(-1,5)             | rate = -1
                    one-cycle(0.1,5,rise=1)    | rise = 1, expected 0 < rise < 1
                    one-cycle(0.1,5,start=0)   | start = 0, expected a finite number >= 1
                    one-cycle(0.1,5,end=0)     | end = 0, expected a finite number >= 1
                    joined(0.1,5)                | 2 arguments, expected schedules with a time between any two
                    joined()                   | expected
                    joined(0.1,5,0.2,3,0.3)      | boundary = 3, expected more than 5
                    joined(0.1,5,0.2,9epochs,1)  | boundary = 9epochs, expected all in steps
                    joined(0.1,x,0.2)            | boundary = x, expected a time
                    joined(0.1,0,0.2)            | boundary = 0, expected a finite number > 0
                    """)
    void misuseSaysWhatIsExpected(String text, String message) {
        assertThatThrownBy(() -> Schedules.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aJoinNeedsABoundaryBetweenAnyTwo() {
        assertThatThrownBy(() -> new Joined(List.of(Schedule.constant(1)), List.of(1.0), EPOCHS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("boundaries = 1, expected one less than the 1 parts");
    }
}
