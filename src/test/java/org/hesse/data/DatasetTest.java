package org.hesse.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Dataset SMALL = Dataset.classification(
            "small", List.of("a", "b"), List.of("no", "yes"), new double[][] {{1, 5}, {3, 5}, {8, 5}}, new int[] {
                0, 1, 1
            });

    @Test
    void bundledDataAreComplete() {
        assertThat(Datasets.names()).containsExactly("bank-marketing", "breast-cancer", "digits", "mushroom");
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
        assertThatThrownBy(() -> Datasets.named("mnist"))
                .hasMessageContaining("expected one of bank-marketing, breast-cancer, digits");
    }

    /** The counts are those of the repository, which is where the sets come from. */
    @Test
    void mushroomsAndCallsAreComplete() {
        Dataset mushroom = Datasets.named("mushroom");
        assertThat(mushroom).hasToString("mushroom: 8124 x 126, 2 classes");
        assertThat(Arrays.stream(mushroom.targets()).sum()).isEqualTo(3916); // poisonous
        SparseRows rows = mushroom.sparse().orElseThrow();
        assertThat(rows.value()).hasSize(22 * 8124).containsOnly(1);
        Dataset bank = Datasets.named("bank-marketing");
        assertThat(bank).hasToString("bank-marketing: 45211 x 51, 2 classes");
        assertThat(bank.classes()).containsExactly("no", "yes");
        assertThat(Arrays.stream(bank.targets()).sum()).isEqualTo(5289); // yes
        assertThat(bank.encoded()).hasSize(9);
        assertThat(bank.encoded().get("marital")).containsExactly("divorced", "married", "single");
        assertThat(bank.features()).startsWith("age").contains("balance", "job=management", "poutcome=success");
    }

    @Test
    void sparseRowsAreTheDenseOnes() {
        double[][] rows = {{0, 2, 0, -1}, {0, 0, 0, 0}, {3, 0, 0, 4}};
        List<String> names = List.of("a", "b", "c", "d");
        List<String> classes = List.of("no", "yes");
        Dataset dense = Dataset.classification("t", names, classes, rows, new int[] {0, 1, 0});
        Dataset sparse = dense.asSparse();
        assertThat(dense.sparse()).isEmpty();
        assertThat(sparse.sparse().orElseThrow()).hasToString("SparseRows[3 x 4, 4 entries]");
        assertThat(sparse.asSparse()).isSameAs(sparse);
        for (UnaryOperator<Dataset> change : List.<UnaryOperator<Dataset>>of(
                d -> d,
                d -> d.scaled(3),
                Dataset::withConstant,
                d -> d.pick(2, 0, 2),
                d -> d.split(0.5, 1).train(),
                d -> d.scaled(2).withConstant().pick(1))) {
            Dataset changed = change.apply(sparse);
            assertThat(changed.sparse()).isPresent();
            assertThat(changed.rows()).isDeepEqualTo(change.apply(dense).rows());
            assertThat(changed.targets()).isEqualTo(change.apply(dense).targets());
            assertThat(changed.features()).isEqualTo(change.apply(dense).features());
            assertThat(changed.hash()).isEqualTo(change.apply(dense).hash());
        }
        Dataset standard = Standardisation.fit(sparse).apply(sparse); // zeros stay
        assertThat(standard.sparse()).isPresent();
        double[] squares = new double[4];
        for (double[] row : standard.rows()) {
            Arrays.setAll(squares, j -> squares[j] + row[j] * row[j] / 3);
        }
        assertThat(squares).containsExactly(new double[] {1, 1, 0, 1}, within(1e-15));
        assertThat(sparse.map(names, row -> row).sparse()).isEmpty();
    }

    @Test
    void misshapenSparseRowsAreRefused() {
        assertThatThrownBy(() -> new SparseRows(2, new int[] {0, 2}, new int[] {1, 0}, new double[2]))
                .hasMessageContaining("column 0 of row 0")
                .hasMessageContaining("expected a column from 2 to 1");
        assertThatThrownBy(() -> new SparseRows(2, new int[] {0, 1}, new int[] {2}, new double[1]))
                .hasMessageContaining("column 2 of row 0");
        assertThatThrownBy(() -> new SparseRows(2, new int[] {0, 1}, new int[] {0}, new double[] {Double.NaN}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new SparseRows(2, new int[] {0, 2, 1}, new int[] {0}, new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SparseRows(2, new int[] {0, 1, 0, 1}, new int[] {0}, new double[1]))
                .hasMessageContaining("row 1 ends before it starts");
        SparseRows rows = new SparseRows(2, new int[] {0, 1}, new int[] {0}, new double[] {1});
        assertThatThrownBy(() -> Dataset.regression("r", List.of("a"), rows, new double[1]))
                .hasMessageContaining("rows of 2 columns, expected 1");
        assertThatThrownBy(() -> Dataset.regression("r", List.of("a", "b"), rows, new double[2]))
                .hasMessageContaining("1 rows, 2 targets");
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
