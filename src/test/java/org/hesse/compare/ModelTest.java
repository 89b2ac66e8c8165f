package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hesse.problem.Activation;
import org.hesse.problem.Perceptron;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "softmax | softmax",
        "perceptron | perceptron:hidden=32",
        "perceptron : hidden = 64x32 , activation = gelu | perceptron:hidden=64-32,activation=gelu",
        "perceptron:activation=relu | perceptron:hidden=32,activation=relu",
        "perceptron:hidden=64-32,activation=tanh | perceptron:hidden=64-32"
    })
    void isReadAndWritten(String text, String written) {
        Model model = Model.parse(text);
        assertThat(model).hasToString(written).isEqualTo(Model.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perceptron:", "perceptron:hidden=3,hidden=4", "perceptron:hidden=3,", "perceptron:hidden", "perceptron:hidden=3x"
            })
    void whatIsExpectedIsSaid(String text) {
        assertThatThrownBy(() -> Model.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected hidden=32, or hidden=64-32 for two layers");
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> Model.parse("perceptron:activation=relo")).hasMessageContaining("relu");
        assertThatThrownBy(() -> new Model("softmax", List.of(), Activation.RELU))
                .hasMessageContaining("model softmax with activation relu");
        assertThatThrownBy(() -> new Model("softmax", List.of(3), Activation.TANH))
                .hasMessageContaining("hidden layers [3]");
    }

    @Test
    void theProblemSaysItsUnits() {
        Problem problem = Model.parse("perceptron:hidden=4,activation=relu").on(Small.data(), 0.1);
        assertThat(problem.description()).startsWith("Perceptron ").contains("relu");
        assertThat(problem.facts().get("Start")).startsWith("He, Zhang, Ren and Sun's, uniform");
        assertThat(((Perceptron) problem.sum()).initial(1)).isEqualTo(problem.start());
    }
}
