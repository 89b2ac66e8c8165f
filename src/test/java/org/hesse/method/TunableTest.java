package org.hesse.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.search.ScheduleRate;
import org.hesse.search.Schedules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TunableTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gd:rate=0.1                          | gd:rate=0.3
            adam:rate=1e-3,beta1=0.8             | adam:rate=0.3,beta1=0.8
            lbfgs:rate=0.1,pairs=naive           | lbfgs:rate=0.3,pairs=naive
            lookahead(adam:rate=0.01):k=7        | lookahead(adam:rate=0.3):k=7
            clipping(svrg(gd:rate=0.2):m=30)     | clipping(svrg(gd:rate=0.3):m=30)
            gd:rate=step(0.1,factor=0.5,every=3epochs) | gd:rate=step(0.3,factor=0.5,every=3epochs)
            gd:rate=cosine(0.1,horizon=9passes,floor=0.02,warmup=2epochs) | gd:rate=cosine(0.3,horizon=9passes,floor=0.06,warmup=2epochs)
            """)
    void theRateAloneIsChanged(String given, String expected) {
        Algorithm method = Methods.parse(given);
        double rate = Tunable.rate(method).orElseThrow();
        assertThat(MethodText.of(Tunable.withRate(method, 0.3))).isEqualTo(MethodText.of(Methods.parse(expected)));
        assertThat(Tunable.withRate(method, rate)).isEqualTo(method);
    }

    @Test
    void aMethodThatSearchesHasNoRate() {
        assertThat(Tunable.rate(new Lbfgs())).isEmpty();
        assertThat(Tunable.rate(Methods.parse("newton"))).isEmpty();
        assertThatThrownBy(() -> Tunable.withRate(new Lbfgs(), 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("method lbfgs has no rate");
    }

    @Test
    void numbersByTheirNames() {
        Algorithm method = Methods.parse("lookahead(adam:rate=0.01,beta1=0.8)");
        assertThat(Tunable.number(method, "beta1")).hasValue(0.8);
        assertThat(Tunable.number(method, "mu")).isEmpty();
        assertThat(Tunable.with(method, "beta1", 0.7)).isEqualTo(Methods.parse("lookahead(adam:rate=0.01,beta1=0.7)"));
        assertThatThrownBy(() -> Tunable.with(method, "mu", 0.7)).hasMessageEndingWith(" has no mu");
        assertThatThrownBy(() -> Tunable.with(method, "beta1", 2)).hasMessageContaining("beta1 = 2.0");
    }

    @Test
    void aScheduleOfOnesOwnHasNoRate() {
        assertThat(ScheduleRate.of(t -> 1)).isEmpty();
        assertThat(ScheduleRate.of(Schedules.parse("warmup(warmup(0.2,length=1epochs),length=2epochs)")))
                .hasValue(0.2);
        assertThatThrownBy(() -> ScheduleRate.with(t -> 1, 2)).hasMessageContaining("its rate is not known");
        assertThatThrownBy(() -> ScheduleRate.with(Schedules.parse("0.1"), 0)).hasMessageContaining("rate = 0");
    }
}
