package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.hesse.io.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulesTest {
    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of("0.1", Schedule.constant(0.1)),
                Arguments.of("1e-20", Schedule.constant(1e-20)),
                Arguments.of("0.30000000000000004", Schedule.constant(0.1 + 0.2)),
                Arguments.of(
                        "constant(50,warmup=0.5epochs)", Schedule.constant(50).afterWarmup(0.5, Unit.EPOCHS)),
                Arguments.of("step(0.1,factor=0.5,every=10epochs)", Schedule.step(0.1, 0.5, 10, Unit.EPOCHS)),
                Arguments.of(
                        "milestones(0.1,30passes,60passes,factor=0.1)",
                        Schedule.milestones(0.1, 0.1, Unit.PASSES, 30, 60)),
                Arguments.of("milestones(0.1,factor=0.1)", Schedule.milestones(0.1, 0.1, Unit.STEPS)),
                Arguments.of("exponential(1,k=0.05,unit=epochs)", Schedule.exponential(1, 0.05, Unit.EPOCHS)),
                Arguments.of("inverse(1,k=0.05,unit=steps)", Schedule.inverse(1, 0.05, Unit.STEPS)),
                Arguments.of("inverse-sqrt(1,unit=passes)", Schedule.inverseSquareRoot(1, Unit.PASSES)),
                Arguments.of("cosine(0.1,horizon=500steps)", Schedule.cosine(0.1, 500, Unit.STEPS)),
                Arguments.of("linear(0.1,horizon=1000000steps,floor=0.01)", new Decay.Linear(0.1, 1e6, Unit.STEPS, 0.01)),
                Arguments.of(
                        "warmup(cosine(0.1,horizon=9epochs,floor=0.01,warmup=3steps),length=2passes)",
                        new Decay.Cosine(0.1, 9, Unit.EPOCHS, 0.01)
                                .afterWarmup(3, Unit.STEPS)
                                .afterWarmup(2, Unit.PASSES)));
    }

    @ParameterizedTest
    @MethodSource("written")
    void everyScheduleReadsBack(String text, Schedule schedule) {
        assertThat(Schedules.text(schedule)).isEqualTo(text);
        assertThat(Schedules.parse(text)).isEqualTo(schedule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    step(0.1,every=10epochs,factor=0.5) | step(0.1,0.5,10 epochs)
                    step(0.1,.5,100)                    | step(rate=0.1,factor=0.5,every=100steps)
                    inverse-sqrt(1)                     | inverse-sqrt(1,unit=steps)
                    milestones(1,30epochs,factor=.1)    | milestones(1,30 epoch,factor=0.1)
                    cosine(0.1,horizon=1pass)           | cosine(0.1,1passes)
                    constant(0.1)                       | 1e-1
                    """)
    void thereAreShorterWays(String text, String same) {
        assertThat(Schedules.parse(text)).isEqualTo(Schedules.parse(same));
    }

    @Test
    void withoutHorizonEndsWithTheRun() {
        assertThat(Schedules.parse("cosine(0.1)")).isEqualTo(Schedule.cosine(0.1, 30, Unit.PASSES));
        assertThat(Schedules.read(Phrase.parse("cosine(0.1,warmup=5epochs)"), 90))
                .isEqualTo(Schedule.cosine(0.1, 85, Unit.PASSES).afterWarmup(5, Unit.EPOCHS));
        assertThat(Schedules.read(Phrase.parse("linear(0.1,warmup=500)"), 90))
                .isEqualTo(Schedule.linear(0.1, 90, Unit.PASSES).afterWarmup(500, Unit.STEPS));
        assertThatThrownBy(() -> Schedules.parse("cosine(0.1,warmup=30epochs)"))
                .hasMessage(
                        "cosine schedule: warmup = 30epochs, expected less than the 30passes of the run, or a horizon");
    }

    @Test
    void aScheduleOfYourOwnIsCustom() {
        assertThat(Schedules.text(t -> 1)).isEqualTo("custom");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cosin(0.1)                      | unknown schedule 'cosin': did you mean cosine?
                    -1                              | rate = -1, expected a finite number >= 0
                    step(0.1,factor=0.5)            | step schedule: every is missing, expected a time such as 5epochs
                    step(0.1,factor=0.5,every=ten)  | every = ten, expected a time such as
                    step(0.1,factor=0.5,every=1day) | every = 1day, expected steps, epochs or passes
                    step(0.1,factor=2,every=1)      | factor = 2, expected 0 < factor <= 1
                    step(0.1,factro=1)              | unknown option 'factro': did you mean factor?
                    step(0.1,rate=1)                | rate is given twice
                    step(0.1,1,1,1)                 | has no name, expected option=value
                    step                            | rate is missing
                    step(x,1,1)                     | rate = x, expected a number
                    milestones(1,1,2epochs,factor=1)| milestone = 2epochs, expected all in steps
                    milestones(1,2,1,factor=1)      | milestone = 1, expected more than 2
                    inverse(1,k=1,unit=years)       | unit = years, expected steps, epochs or passes
                    cosine(1e400)                   | rate = 1e400, expected a number
                    constant:rate=1                 | expected options in the parentheses
                    warmup(0.1)                     | length is missing
                    """)
    void misuseSaysWhatThereIs(String text, String message) {
        assertThatThrownBy(() -> Schedules.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
