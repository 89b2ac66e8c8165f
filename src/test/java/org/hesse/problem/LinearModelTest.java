package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.data.Standardisation;
import org.hesse.linear.Spectrum;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearModelTest {
    private static final Reference REFERENCE = Reference.read("linear_models.txt");
    private static final Dataset DIGITS = Datasets.digits().scaled(1.0 / 16).withConstant();
    private static final Dataset CANCER = Standardisation.fit(Datasets.breastCancer())
            .apply(Datasets.breastCancer())
            .withConstant();
    private static final SoftmaxRegression SOFTMAX = new SoftmaxRegression(DIGITS, 1e-3);
    private static final LogisticRegression LOGISTIC = new LogisticRegression(CANCER, 1e-2);
    private static final LinearLeastSquares SQUARES = new LinearLeastSquares(CANCER, 1e-2);

    static Stream<LinearModel> models() {
        return Stream.of(SOFTMAX, LOGISTIC, SQUARES);
    }

    private static double[] point(int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> (i * 37 % 101 - 50) / 500.0)
                .toArray();
    }

    private static double[] direction(int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> (i * 53 % 97 - 48) / 100.0)
                .toArray();
    }

    private static double[] gradient(Objective f, double[] x) {
        double[] g = new double[x.length];
        assertThat(f.valueAndGradient(x, g)).isEqualTo(f.value(x));
        return g;
    }

    private static double[] product(Objective f, double[] x, double[] v) {
        double[] hv = new double[x.length];
        f.as(Curved.class).orElseThrow().hessianAt(x).times(v, hv);
        return hv;
    }

    private static double[] flat(double[]... rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Checks every component, to an error relative to the largest; fast for the half million entries of a Hessian. */
    private static void assertClose(double[] actual, double[] expected, double error) {
        double bound = error * Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= bound)) {
                assertThat(actual[i]).as("component " + i).isCloseTo(expected[i], offset(bound));
            }
        }
    }

    /** Against values of NumPy and SciPy, see src/test/python/linear_models.py. */
    @Test
    void softmaxIsThatOfScipy() {
        double[] x = point(650);
        assertThat(SOFTMAX.value(x)).isCloseTo(REFERENCE.number("softmax value"), withinPercentage(1e-12));
        assertClose(gradient(SOFTMAX, x), REFERENCE.vector("softmax gradient"), 1e-13);
        assertClose(product(SOFTMAX, x, direction(650)), REFERENCE.vector("softmax product"), 1e-13);
        double[][] h = SOFTMAX.hessianAt(x).dense();
        assertClose(flat(h[3], h[300]), REFERENCE.vector("softmax hessian rows 3 and 300"), 1e-13);
        assertThat(Math.sqrt(Arrays.stream(flat(h)).map(entry -> entry * entry).sum()))
                .isCloseTo(REFERENCE.number("softmax hessian frobenius"), withinPercentage(1e-11));
    }

    @Test
    void softmaxBatchIsThatOfScipy() {
        Objective batch = SOFTMAX.on(new Batch.Rows(new int[] {9, 5, 1796, 0, 3, 3, 700, 8}, 1, 7, 1));
        double[] x = point(650);
        assertThat(batch.value(x)).isCloseTo(REFERENCE.number("softmax batch value"), withinPercentage(1e-12));
        assertClose(gradient(batch, x), REFERENCE.vector("softmax batch gradient"), 1e-13);
        assertClose(product(batch, x, direction(650)), REFERENCE.vector("softmax batch product"), 1e-13);
    }

    @Test
    void softmaxOptimumIsThatOfTheReference() {
        double[] x = REFERENCE.vector("softmax optimum");
        assertThat(SOFTMAX.value(x)).isCloseTo(0.2639258232950729, offset(2e-15)); // published with the problem
        assertThat(Arrays.stream(gradient(SOFTMAX, x)).map(Math::abs).max().orElseThrow())
                .isLessThan(1e-15);
        double[] spectrum = Spectrum.valuesOf(SOFTMAX.hessianAt(x).dense());
        assertThat(spectrum[0]).isCloseTo(0.001, offset(1e-14));
        assertThat(spectrum[649]).isCloseTo(0.47234331, offset(5e-9));
    }

    @Test
    void predictionsAreThoseOfScipy() {
        double[] x = REFERENCE.vector("softmax optimum");
        Dataset tail = DIGITS.pick(IntStream.range(1500, 1797).toArray());
        assertThat(SOFTMAX.loss(x, tail))
                .isCloseTo(REFERENCE.number("softmax loss from 1500"), withinPercentage(1e-10));
        assertThat(SOFTMAX.accuracy(x, tail)).isEqualTo(REFERENCE.number("softmax accuracy from 1500"));
        assertThat(SOFTMAX.accuracy(new double[650], tail)) // all classes equal: the first is predicted
                .isEqualTo(Arrays.stream(tail.targets()).filter(y -> y == 0).count() / 297.0);
    }

    @Test
    void softmaxAtZeroIsLogTen() {
        assertThat(SOFTMAX.value(new double[650])).isCloseTo(Math.log(10), withinPercentage(1e-12));
    }

    @Test
    void logisticIsThatOfScipy() {
        double[] x = point(31);
        assertThat(LOGISTIC.value(x)).isCloseTo(REFERENCE.number("logistic value"), withinPercentage(1e-12));
        assertClose(gradient(LOGISTIC, x), REFERENCE.vector("logistic gradient"), 1e-13);
        assertClose(product(LOGISTIC, x, direction(31)), REFERENCE.vector("logistic product"), 1e-13);
        assertClose(flat(LOGISTIC.hessianAt(x).dense()), REFERENCE.vector("logistic hessian"), 1e-13);
    }

    @Test
    void logisticIsStableAtLargeMargins() {
        double[] x = Arrays.stream(point(31)).map(xi -> 1e5 * xi).toArray();
        assertThat(LOGISTIC.value(x)).isCloseTo(REFERENCE.number("logistic value at 1e5"), withinPercentage(1e-11));
        assertClose(gradient(LOGISTIC, x), REFERENCE.vector("logistic gradient at 1e5"), 1e-12);
        assertThat(flat(LOGISTIC.hessianAt(x).dense())).doesNotContain(Double.NaN);
    }

    @Test
    void logisticPredictsByTheSignOfTheMargin() {
        Dataset data = Dataset.classification(
                "three", List.of("a"), List.of("no", "yes"), new double[][] {{-1}, {2}, {3}}, new int[] {0, 1, 0});
        LogisticRegression model = new LogisticRegression(data, 0);
        assertThat(model.predict(new double[] {1}, data)).containsExactly(0, 1, 1);
        assertThat(model.accuracy(new double[] {1}, data)).isEqualTo(2.0 / 3);
        assertThat(model.loss(new double[] {0}, data)).isCloseTo(Math.log(2), withinPercentage(1e-12));
    }

    @Test
    void leastSquaresIsThatOfNumpy() {
        double[] x = point(31);
        assertThat(SQUARES.value(x)).isCloseTo(REFERENCE.number("least squares value"), withinPercentage(1e-12));
        assertClose(gradient(SQUARES, x), REFERENCE.vector("least squares gradient"), 1e-13);
        assertClose(product(SQUARES, x, direction(31)), REFERENCE.vector("least squares product"), 1e-13);
        assertClose(flat(SQUARES.hessianAt(x).dense()), REFERENCE.vector("least squares hessian"), 1e-13);
        double[] best = REFERENCE.vector("least squares optimum");
        assertThat(SQUARES.value(best))
                .isCloseTo(REFERENCE.number("least squares optimal value"), withinPercentage(1e-11));
        assertThat(Arrays.stream(gradient(SQUARES, best)).map(Math::abs).max().orElseThrow())
                .isLessThan(1e-14);
    }

    @Test
    void residualsBelongToTheValueTheGradientAndTheHessian() {
        double[] x = point(31);
        Batch batch = Batches.shuffled(569, 40, 3).at(2);
        for (Objective f : List.of(SQUARES, SQUARES.on(batch), new LinearLeastSquares(CANCER, 0).on(batch))) {
            LeastSquares squares = f.as(LeastSquares.class).orElseThrow();
            int m = squares.residualCount();
            double[] r = new double[m];
            double[][] j = new double[m][31];
            Arrays.stream(j).forEach(row -> Arrays.fill(row, Double.NaN)); // all of it must be written
            squares.residuals(x, r);
            double[] again = new double[m];
            squares.residualsAndJacobian(x, again, j);
            assertThat(again).isEqualTo(r);
            assertThat(Arrays.stream(r).map(ri -> ri * ri).sum() / 2).isCloseTo(f.value(x), withinPercentage(1e-11));
            double[] g = new double[31];
            double[][] jj = new double[31][31];
            for (int i = 0; i < m; i++) {
                for (int a = 0; a < 31; a++) {
                    g[a] += j[i][a] * r[i];
                    for (int b = 0; b < 31; b++) {
                        jj[a][b] += j[i][a] * j[i][b];
                    }
                }
            }
            assertClose(g, gradient(f, x), 1e-12);
            assertClose(
                    flat(jj), flat(f.as(Curved.class).orElseThrow().hessianAt(x).dense()), 1e-12);
        }
        assertThat(LOGISTIC.as(LeastSquares.class)).isEmpty();
        assertThat(SOFTMAX.on(Batch.ALL).as(LeastSquares.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void derivativesAreThoseOfDifferences(LinearModel model) {
        Objective f =
                model.on(Batches.shuffled(model.terms(), 300, 5).at(0)); // more than one chunk, not a whole number
        double[] x = point(f.dimension());
        double[] differences = new double[x.length];
        FiniteDifferences.gradient(f::value, x, differences);
        assertClose(gradient(f, x), differences, 1e-8);
        Hessian exact = f.as(Curved.class).orElseThrow().hessianAt(x);
        double[] v = direction(x.length);
        FiniteDifferences.hessian(f::valueAndGradient, x).times(v, differences);
        assertClose(product(f, x, v), differences, 1e-8);
        double[][] products = new Hessian() {
            @Override
            public int dimension() {
                return exact.dimension();
            }

            @Override
            public void times(double[] e, double[] he) {
                exact.times(e, he);
            }
        }.dense(); // column by column
        assertClose(flat(exact.dense()), flat(products), 1e-14);
    }

    @ParameterizedTest
    @MethodSource("models")
    void equalContentGivesEqualBits(LinearModel model) {
        int n = (int) model.terms();
        double[] x = point(model.dimension());
        Objective all = model.on(new Batch.Rows(IntStream.range(0, n).toArray(), 0, n, 1));
        assertThat(all.value(x))
                .isEqualTo(model.value(x))
                .isEqualTo(model.on(Batch.ALL).value(x));
        assertThat(gradient(all, x)).isEqualTo(gradient(model, x));
        assertThat(product(all, x, direction(x.length))).isEqualTo(product(model, x, direction(x.length)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void batchesOfAnEpochAverageToTheWhole(LinearModel model) {
        int size = model == SOFTMAX ? 599 : 1;
        Batches batches = Batches.shuffled(model.terms(), size, 11);
        double[] x = point(model.dimension());
        double[] mean = new double[x.length + 1];
        for (int k = 0; k < batches.stepsPerEpoch(); k++) {
            Objective batch = model.on(batches.at(k));
            double[] g = gradient(batch, x);
            for (int i = 0; i < g.length; i++) {
                mean[i] += g[i] / batches.stepsPerEpoch();
            }
            mean[x.length] += batch.value(x) / batches.stepsPerEpoch();
        }
        assertClose(mean, flat(gradient(model, x), new double[] {model.value(x)}), 1e-13);
    }

    @Test
    void threadsDoNotChangeTheBits() {
        RandomGenerator random = Seeds.random(7);
        int n = 12_000;
        double[][] rows = new double[n][9];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            Arrays.setAll(rows[i], j -> random.nextGaussian());
            labels[i] = random.nextInt(2);
        }
        List<String> names = IntStream.range(0, 9).mapToObj(j -> "x" + j).toList();
        Dataset data = Dataset.classification("synthetic", names, List.of("a", "b"), rows, labels);
        for (int threads : new int[] {2, 3}) {
            assertSameBits(new SoftmaxRegression(data, 1e-3), new SoftmaxRegression(data, 1e-3, threads));
            assertSameBits(new LogisticRegression(data, 1e-3), new LogisticRegression(data, 1e-3, threads));
            assertSameBits(new LinearLeastSquares(data, 1e-3), new LinearLeastSquares(data, 1e-3, threads));
        }
    }

    private static void assertSameBits(LinearModel one, LinearModel more) {
        double[] x = point(one.dimension());
        assertThat(more.value(x)).isEqualTo(one.value(x));
        assertThat(gradient(more, x)).isEqualTo(gradient(one, x));
        assertThat(product(more, x, direction(x.length))).isEqualTo(product(one, x, direction(x.length)));
        assertThat(flat(more.hessianAt(x).dense()))
                .isEqualTo(flat(one.hessianAt(x).dense()));
    }

    @Test
    void severalThreadsMayEvaluateAtOnce() {
        double[] expected = gradient(SOFTMAX, point(650));
        List<double[]> gradients = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> gradient(SOFTMAX, point(650)))
                .toList();
        assertThat(gradients).allSatisfy(g -> assertThat(g).isEqualTo(expected));
    }

    @Test
    void variablesAreNamedByClassAndFeature() {
        assertThat(SOFTMAX.layout().dimension()).isEqualTo(650);
        assertThat(SOFTMAX.layout().name(65 * 3 + 7)).isEqualTo("W[3,7]");
        assertThat(LOGISTIC.layout().name(30)).isEqualTo("w[30]");
    }

    @Test
    void notANumberIsAValue() {
        double[] x = point(650);
        x[77] = Double.NaN;
        assertThat(SOFTMAX.value(x)).isNaN();
        assertThat(LOGISTIC.value(Arrays.copyOf(x, 31))).isFinite();
        Arrays.fill(x, 1e308);
        assertThat(SOFTMAX.value(x)).matches(value -> !Double.isFinite(value));
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> new SoftmaxRegression(DIGITS, -1)).hasMessageContaining("lambda -1.0");
        assertThatThrownBy(() -> new SoftmaxRegression(DIGITS, 1, 0)).hasMessageContaining("threads 0");
        assertThatThrownBy(() -> new LogisticRegression(DIGITS, 1)).hasMessageContaining("expected 2 classes");
        assertThatThrownBy(() -> SOFTMAX.value(new double[649])).hasMessageContaining("649");
        assertThatThrownBy(() -> SOFTMAX.on(new Batch.Rows(new int[] {1797}, 0, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1797");
        assertThatThrownBy(() -> SOFTMAX.on(new Batch.Sample(0.5, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Sample");
        assertThatThrownBy(() -> SOFTMAX.loss(new double[650], CANCER)).hasMessageContaining("breast-cancer");
        Dataset real = Dataset.regression("real", List.of("a"), new double[][] {{1}}, new double[] {0.5});
        assertThatThrownBy(() -> new SoftmaxRegression(real, 1)).hasMessageContaining("expected data with classes");
    }
}
