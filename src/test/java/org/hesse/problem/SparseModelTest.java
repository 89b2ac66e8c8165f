package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.data.SparseRows;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.PerSample;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of sparse rows against the same models of dense ones. */
class SparseModelTest {
    private static final Dataset SPARSE = mushrooms();
    private static final Dataset DENSE = SPARSE.map(SPARSE.features(), row -> row);

    private record Pair(FiniteSum sparse, FiniteSum threads, FiniteSum dense) {
        @Override
        public String toString() {
            return sparse.toString();
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(
                        new LogisticRegression(SPARSE, 1e-3),
                        new LogisticRegression(SPARSE, 1e-3, 2),
                        new LogisticRegression(DENSE, 1e-3)),
                new Pair(
                        new SoftmaxRegression(SPARSE, 1e-3),
                        new SoftmaxRegression(SPARSE, 1e-3, 3),
                        new SoftmaxRegression(DENSE, 1e-3)),
                new Pair(
                        new LinearLeastSquares(SPARSE, 0),
                        new LinearLeastSquares(SPARSE, 0, 2),
                        new LinearLeastSquares(DENSE, 0)),
                new Pair(
                        new Perceptron(SPARSE, 1e-3, 3),
                        new Perceptron(SPARSE, 1e-3, 2, List.of(3)),
                        new Perceptron(DENSE, 1e-3, 3)));
    }

    /** 1200 of them, with other numbers than ones, and samples without any. */
    private static Dataset mushrooms() {
        Dataset data = Datasets.mushroom()
                .pick(IntStream.range(0, 1200).map(i -> 7 * i % 8124).toArray())
                .withConstant();
        SparseRows rows = data.sparse().orElseThrow();
        double[] value = new double[rows.value().length];
        Arrays.setAll(value, p -> p < 100 ? 0 : (p * 37 % 101 - 50) / 25.0);
        int[] labels = Arrays.stream(data.targets()).mapToInt(y -> (int) y).toArray();
        return Dataset.classification(
                "some mushrooms",
                data.features(),
                data.classes(),
                new SparseRows(rows.columns(), rows.start(), rows.index(), value),
                labels);
    }

    private static double[] vector(int n, int factor) {
        return IntStream.range(0, n)
                .mapToDouble(i -> (i * factor % 101 - 50) / 100.0)
                .toArray();
    }

    private static double[] product(Objective f, double[] x, double[] v) {
        double[] hv = new double[x.length];
        f.as(Curved.class).orElseThrow().hessianAt(x).times(v, hv);
        return hv;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void areThoseOfDenseRows(Pair pair) {
        int n = pair.dense.dimension();
        double[] x = vector(n, 37);
        double[] v = vector(n, 53);
        for (Batch batch : List.of(Batch.ALL, Batches.shuffled(1200, 300, 5).at(0))) {
            Objective sparse = pair.sparse.on(batch);
            Objective dense = pair.dense.on(batch);
            double[] g = new double[n];
            double[] expected = new double[n];
            double value = dense.valueAndGradient(x, expected);
            assertThat(sparse.valueAndGradient(x, g)).isCloseTo(value, within(1e-13 * value));
            assertThat(sparse.value(x)).isEqualTo(sparse.valueAndGradient(x, g));
            assertThat(g).containsExactly(expected, offset(1e-13));
            assertThat(product(sparse, x, v)).containsExactly(product(dense, x, v), offset(1e-13));
            double[] rows = new double[3 * n];
            Arrays.fill(rows, 7);
            double[] rowsExpected = new double[3 * n];
            sparse.as(PerSample.class).orElseThrow().gradients(x, 255, 258, rows);
            dense.as(PerSample.class).orElseThrow().gradients(x, 255, 258, rowsExpected);
            assertThat(rows).containsExactly(rowsExpected, offset(1e-13));
            if (sparse.as(LeastSquares.class).isPresent()) {
                double[][] jacobian = jacobian(sparse, x);
                assertThat(jacobian).isDeepEqualTo(jacobian(dense, x));
            }
        }
        Hessian h = pair.sparse.as(Curved.class).orElseThrow().hessianAt(x);
        double[][] expected =
                pair.dense.as(Curved.class).orElseThrow().hessianAt(x).dense();
        double[][] matrix = h.dense();
        for (int i = 0; i < n; i += 11) {
            assertThat(matrix[i]).containsExactly(expected[i], offset(1e-13));
        }
        Predictor sparse = (Predictor) pair.sparse;
        double loss = ((Predictor) pair.dense).loss(x, DENSE);
        assertThat(sparse.loss(x, DENSE)).isEqualTo(sparse.loss(x, SPARSE)).isCloseTo(loss, within(1e-13 * loss));
        assertThat(((Predictor) pair.dense).loss(x, SPARSE)).isEqualTo(loss);
    }

    private static double[][] jacobian(Objective f, double[] x) {
        LeastSquares squares = f.as(LeastSquares.class).orElseThrow();
        double[][] jacobian = new double[squares.residualCount()][x.length];
        squares.residualsAndJacobian(x, new double[jacobian.length], jacobian);
        return jacobian;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void threadsDoNotChangeTheBits(Pair pair) {
        int n = pair.dense.dimension();
        double[] x = vector(n, 37);
        double[] g = new double[n];
        double[] h = new double[n];
        assertThat(pair.threads.valueAndGradient(x, g)).isEqualTo(pair.sparse.valueAndGradient(x, h));
        assertThat(g).isEqualTo(h);
        assertThat(product(pair.threads, x, g)).isEqualTo(product(pair.sparse, x, g));
        assertThat(pair.threads.as(Curved.class).orElseThrow().hessianAt(x).dense())
                .isDeepEqualTo(
                        pair.sparse.as(Curved.class).orElseThrow().hessianAt(x).dense());
    }

    /** Densely these would be 8 GB, and a tile of them 2. */
    @Test
    void aMillionFeaturesFit() {
        int d = 1_000_000;
        int n = 1000;
        int each = 10;
        RandomGenerator random = Seeds.random(1);
        int[] start = IntStream.rangeClosed(0, n).map(i -> i * each).toArray();
        int[] index = new int[n * each];
        for (int p = 0; p < index.length; p++) {
            index[p] = p % each * (d / each) + random.nextInt(d / each);
        }
        double[] value = random.doubles(index.length).toArray();
        int[] labels = IntStream.range(0, n).map(i -> i % 2).toArray();
        List<String> names = IntStream.range(0, d).mapToObj(j -> "f" + j).toList();
        Dataset data = Dataset.classification(
                "wide", names, List.of("no", "yes"), new SparseRows(d, start, index, value), labels);
        LogisticRegression f = new LogisticRegression(data, 1e-3, 2);
        double[] x = new double[d];
        double[] g = new double[d];
        assertThat(f.valueAndGradient(x, g)).isCloseTo(Math.log(2), within(1e-12));
        double sum = 0;
        for (int p = 0; p < index.length; p++) { // sample i has the slope ½ or −½
            sum += (labels[p / each] == 0 ? 0.5 : -0.5) * value[p] / n;
        }
        assertThat(Arrays.stream(g).sum()).isCloseTo(sum, within(1e-12));
        assertThat(Arrays.stream(product(f, x, g)).sum()).isNotNaN();
        assertThatThrownBy(data::rows)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wide: 1000 x 1000000, 2 classes: 1000000000 numbers, expected at most");
    }
}
