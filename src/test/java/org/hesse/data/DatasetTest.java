package org.hesse.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Dataset SMALL = Dataset.classification(
            "small", List.of("a", "b"), List.of("no", "yes"), new double[][] {{1, 5}, {3, 5}, {8, 5}}, new int[] {
                0, 1, 1
            });

    @Test
    void bundledDataAreComplete() {
        assertThat(Datasets.names()).containsExactly("breast-cancer", "digits");
        assertThat(Datasets.named("digits")).hasToString("digits: 1797 x 64, 10 classes");
        assertThat(Datasets.breastCancer()).hasToString("breast-cancer: 569 x 30, 2 classes");
        assertThat(Datasets.breastCancer().classes()).containsExactly("malignant", "benign");
        assertThat(Datasets.digits().rows()[0]).startsWith(0, 0, 5, 13, 9, 1);
        assertThat(Arrays.stream(Datasets.digits().rows())
                        .flatMapToDouble(Arrays::stream)
                        .max())
                .hasValue(16);
        assertThat(Arrays.stream(Datasets.breastCancer().targets()).sum()).isEqualTo(357); // benign
        assertThatThrownBy(() -> Datasets.named("digit"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown data set 'digit': did you mean digits?");
        assertThatThrownBy(() -> Datasets.named("mnist")).hasMessageContaining("expected one of breast-cancer, digits");
    }

    /** The hashes were computed by hashlib in Python, see src/test/python/linear_models.py. */
    @Test
    void hashIsThatOfTheContent() {
        assertThat(Datasets.digits().hash())
                .isEqualTo("11dbf028dc705dc5bd7e6217555ab4333883724b76e5f37bee79bf7ed5a7a594");
        assertThat(Datasets.breastCancer().hash())
                .isEqualTo("58299d3cec00b2e5080f5d9a3d5f92377a02be51837c21b436910f154d1b416e");
        assertThat(SMALL.scaled(-1).scaled(-1).hash()).isEqualTo(SMALL.hash());
        assertThat(SMALL.scaled(2).hash()).isNotEqualTo(SMALL.hash());
        assertThat(SMALL.pick(1, 0, 2).hash()).isNotEqualTo(SMALL.hash());
        Dataset relabelled =
                Dataset.classification("small", SMALL.features(), SMALL.classes(), SMALL.rows(), new int[] {0, 0, 1});
        assertThat(relabelled.hash()).isNotEqualTo(SMALL.hash());
        Dataset renamed = Dataset.classification(
                "other name", SMALL.features(), SMALL.classes(), SMALL.rows(), new int[] {0, 1, 1});
        assertThat(renamed.hash()).isEqualTo(SMALL.hash());
        assertThat(SMALL.scaled(-0.0).hash()).isEqualTo(SMALL.scaled(0.0).hash()); // equal numbers, other bits
    }

    @Test
    void splitIsAPartition() {
        Dataset numbered = Dataset.regression(
                "numbered",
                List.of("i"),
                IntStream.range(0, 103).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
                IntStream.range(0, 103).asDoubleStream().toArray());
        Dataset.Split split = numbered.split(0.2, 42);
        assertThat(split.heldOut().size()).isEqualTo(21);
        assertThat(split.train().size()).isEqualTo(82);
        double[] seen = IntStream.range(0, 103)
                .mapToDouble(i ->
                        i < 82 ? split.train().targets()[i] : split.heldOut().targets()[i - 82])
                .toArray();
        assertThat(seen).isNotEqualTo(numbered.targets()).containsExactlyInAnyOrder(numbered.targets());
        assertThat(split.train().rows()[5][0]).isEqualTo(split.train().targets()[5]);
        assertThat(numbered.split(0.2, 42).train().targets())
                .isEqualTo(split.train().targets());
        assertThat(numbered.split(0.2, 43).train().targets())
                .isNotEqualTo(split.train().targets());
        assertThat(SMALL.split(0.01, 1).heldOut().size()).isEqualTo(1);
        assertThat(SMALL.split(0.99, 1).train().size()).isEqualTo(1);
        assertThatThrownBy(() -> SMALL.split(1, 1)).hasMessageContaining("held-out share 1.0");
        assertThatThrownBy(() -> SMALL.pick(0).split(0.5, 1)).hasMessageContaining("at least 2");
    }

    @Test
    void standardisationIsFittedOnce() {
        Standardisation fit = Standardisation.fit(SMALL); // mean 4, squares 9 + 1 + 16, over 3
        double deviation = Math.sqrt(26.0 / 3);
        Dataset applied = fit.apply(SMALL);
        assertThat(applied.rows()[2][0]).isCloseTo(4 / deviation, offset(1e-15));
        assertThat(applied.rows()[2][1]).isEqualTo(5); // constant columns stay
        assertThat(fit.apply(SMALL.pick(0)).rows()[0][0]).isCloseTo(-3 / deviation, offset(1e-15));
        assertThatThrownBy(() -> fit.apply(SMALL.withConstant())).hasMessageContaining("2 features");
    }

    @Test
    void constantFeatureIsLast() {
        Dataset longer = SMALL.withConstant();
        assertThat(longer.features()).containsExactly("a", "b", "constant");
        assertThat(longer.rows()[1]).containsExactly(3, 5, 1);
        assertThat(SMALL.rows()[1]).containsExactly(3, 5);
        assertThat(longer.classes()).isEqualTo(SMALL.classes());
    }

    @Test
    void theCallersArraysAreCopied() {
        double[][] rows = {{1}, {2}};
        double[] targets = {3, 4};
        Dataset data = Dataset.regression("d", List.of("a"), rows, targets);
        rows[0][0] = 9;
        targets[0] = 9;
        assertThat(data.rows()[0][0]).isEqualTo(1);
        assertThat(data.targets()[0]).isEqualTo(3);
    }

    @Test
    void misuseIsNamed() {
        double[][] two = {{1}, {2}};
        assertThatThrownBy(() -> Dataset.classification("d", List.of("a"), List.of("x", "y"), two, new int[] {0, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label 2 of sample 1: expected from 0 to 1");
        assertThatThrownBy(() -> Dataset.regression("d", List.of("a"), two, new double[] {1}))
                .hasMessageContaining("2 rows, 1 targets");
        assertThatThrownBy(() -> Dataset.regression("d", List.of("a", "b"), two, new double[] {1, 2}))
                .hasMessageContaining("sample 0 has 1 features, expected 2");
        assertThatThrownBy(() -> SMALL.scaled(Double.NaN)).hasMessageContaining("feature a of sample 0 is NaN");
    }
}
