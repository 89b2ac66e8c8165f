package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hesse.data.Dataset;
import org.hesse.problem.Activation;
import org.hesse.problem.LinearAutoencoder;
import org.hesse.problem.MatrixFactorization;
import org.hesse.problem.Perceptron;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "softmax | softmax",
                "perceptron | perceptron:hidden=32",
                "perceptron : hidden = 64x32 , activation = gelu | perceptron:hidden=64-32,activation=gelu",
                "perceptron:activation=relu | perceptron:hidden=32,activation=relu",
                "perceptron:hidden=64-32,activation=tanh | perceptron:hidden=64-32",
                "autoencoder | autoencoder:hidden=8",
                "factorization : rank = 3 | factorization:rank=3"
            })
    void isReadAndWritten(String text, String written) {
        Model model = Model.parse(text);
        assertThat(model).hasToString(written).isEqualTo(Model.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perceptron:",
                "perceptron:hidden=3,hidden=4",
                "perceptron:hidden=3,",
                "perceptron:hidden",
                "perceptron:hidden=3x"
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

    @Test
    void autoencodersAndFactorizationsMakeProblems() {
        Problem autoencoder = Model.parse("autoencoder:hidden=2").on(Small.data(), 0.1);
        assertThat(autoencoder.description()).contains("Linear autoencoder of code 2", "mean half squared distance");
        assertThat(autoencoder.start()).isEqualTo(((LinearAutoencoder) autoencoder.sum()).initial(1));
        Dataset ratings = Dataset.regression(
                "ratings", List.of("user", "item"), new double[][] {{0, 2}, {1, 0}, {5, 1}}, new double[] {1, 2, 3});
        Model model = Model.parse("factorization:rank=2");
        assertThat(model.hasClasses()).isFalse();
        Dataset prepared = Preparation.fit(ratings, model).apply(ratings);
        assertThat(prepared.rows()).isDeepEqualTo(ratings.rows());
        Problem factorization = model.on(prepared, 0.1);
        assertThat(factorization.sum().dimension()).isEqualTo(2 * (6 + 3));
        assertThat(factorization.start()).isEqualTo(((MatrixFactorization) factorization.sum()).initial(1));
        assertThatThrownBy(() -> Model.parse("factorization:hidden=3"))
                .hasMessageContaining("expected factorization:rank=8");
        assertThatThrownBy(() -> Model.parse("autoencoder:hidden=3-2"))
                .hasMessageContaining("expected autoencoder:hidden=8");
        assertThatThrownBy(() -> new Model("autoencoder", List.of(), Activation.TANH))
                .hasMessageContaining("hidden layers []");
    }
}
