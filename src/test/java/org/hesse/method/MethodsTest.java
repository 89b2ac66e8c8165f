package org.hesse.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hesse.method.firstorder.AdaGrad;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.Epsilon;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Momentum;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsTest {
    @Test
    void everyNameGivesAMethodOfThatName() {
        assertThat(Methods.names())
                .contains("adagrad", "adam", "gd", "momentum", "nesterov", "projected-gradient", "rmsprop", "sgd");
        assertThat(Methods.names())
                .allSatisfy(name -> assertThat(Methods.named(name).name()).isEqualTo(name.equals("sgd") ? "gd" : name));
    }

    @Test
    void tellsOptionsWithDefaultsThatCanBeGivenBack() {
        assertThat(Methods.options("momentum").keySet()).containsExactly("rate", "mu", "form");
        assertThat(Methods.options("lbfgs")).containsEntry("memory", 10).doesNotContainKey("length");
        assertThat(Methods.options("newton")).isEmpty();
        assertThat(Methods.names()).allSatisfy(name -> {
            assertThat(Methods.summary(name)).isNotBlank();
            assertThat(Methods.options(name)).allSatisfy((option, value) -> {
                String text = value instanceof Schedule ? "0.5" : value.toString();
                assertThat(Methods.options(name)).containsKey(option);
                assertThat(Methods.named(name + ":" + option + "=" + text).name())
                        .isEqualTo(Methods.named(name).name());
            });
        });
    }

    @Test
    void optionsChangeOneComponentEach() {
        assertThat(Methods.named("momentum:rate=0.1,mu=0.8,form=gradient"))
                .isEqualTo(new Momentum(Schedule.constant(0.1), 0.8, Momentum.Form.GRADIENT));
        assertThat(Methods.named("adam:beta2=.99, biasCorrection=false"))
                .isEqualTo(new Adam(Schedule.constant(0.01), 0.9, 0.99, 1e-8, false));
        assertThat(Methods.named("adagrad:place=INSIDE_ROOT"))
                .isEqualTo(new AdaGrad(Schedule.constant(0.1), 1e-10, Epsilon.INSIDE_ROOT));
        assertThat(Methods.named("sgd:rate=1e-2")).isEqualTo(new GradientDescent(0.01));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    adma                  | unknown method 'adma'         | did you mean adam
                    momentun              | unknown method 'momentun'     | momentum
                    adam:rate=-1          | adam: rate = -1               | a finite number >= 0
                    adam:rate=fast        | adam: rate = fast             | a number
                    adam:beta1=1.5        | adam: beta1 = 1.5             | 0 <= beta1 < 1
                    adam:beta3=0.5        | adam: unknown option 'beta3'  | rate, beta1, beta2, eps, biasCorrection
                    adam:beta1            | adam: beta1 =                 | a number
                    adam:biasCorrection=1 | adam: biasCorrection = 1      | true or false
                    momentum:form=C       | momentum: form = C            | VELOCITY or GRADIENT
                    momentum:             | momentum: unknown option ''   | rate, mu, form
                    """)
    void misuseSaysWhatThereIs(String text, String wrong, String expected) {
        assertThatThrownBy(() -> Methods.named(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(wrong, expected);
    }
}
