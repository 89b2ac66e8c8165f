package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.linear.Spectrum;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.CountingObjective;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layered;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptronTest {
    private static final Reference REFERENCE = Reference.read("perceptron.txt");
    private static final Dataset DATA = Datasets.digits().scaled(1.0 / 16);
    private static final Perceptron DIGITS = new Perceptron(DATA, 1e-3, 32);
    private static final Dataset SEVEN = seven();

    private static Dataset seven() {
        double[][] rows = new double[7][3];
        for (int i = 0; i < 21; i++) {
            rows[i / 3][i % 3] = (i * 29 % 23 - 11) / 10.0;
        }
        int[] labels = IntStream.range(0, 7).map(i -> i % 2).toArray();
        return Dataset.classification("seven", List.of("a", "b", "c"), List.of("even", "odd"), rows, labels);
    }

    private static double[] point(int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> (i * 37 % 101 - 50) / 500.0 * 3)
                .toArray();
    }

    private static double[] direction(int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> (i * 53 % 97 - 48) / 100.0)
                .toArray();
    }

    private static double[] gradient(Objective f, double[] x) {
        double[] g = new double[x.length];
        assertThat(f.valueAndGradient(x, g)).isEqualTo(f.value(x)); // the same bits
        return g;
    }

    private static Hessian hessian(Objective f, double[] x) {
        return f.as(Curved.class).orElseThrow().hessianAt(x);
    }

    private static Hessian gaussNewton(Objective f, double[] x) {
        return f.as(GaussNewton.class).orElseThrow().gaussNewtonAt(x);
    }

    private static double[] times(Hessian h, double[] v) {
        double[] hv = new double[v.length];
        h.times(v, hv);
        return hv;
    }

    private static void assertClose(double[] actual, double[] expected, double error) {
        double bound = error * Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(actual).containsExactly(expected, offset(bound));
    }

    /** Against values of NumPy, see src/test/python/perceptron.py. */
    @ParameterizedTest
    @ValueSource(strings = {"3-4-2", "3-5-4-2", "digits", "digits batch"})
    void isThatOfNumpy(String name) {
        assertReference(name, name, Activation.TANH);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TANH")
    void otherUnitsAreThoseOfNumpy(Activation activation) {
        for (String shape : List.of("3-4-2", "3-5-4-2", "digits batch")) {
            assertReference(shape, shape + " " + activation, activation);
        }
    }

    private static void assertReference(String shape, String name, Activation activation) {
        Perceptron digits = new Perceptron(DATA, 1e-3, 1, List.of(32), activation);
        Objective f = switch (shape) {
            case "3-4-2" -> new Perceptron(SEVEN, 0.01, 1, List.of(4), activation);
            case "3-5-4-2" -> new Perceptron(SEVEN, 0, 1, List.of(5, 4), activation);
            case "digits" -> digits;
            default -> digits.on(new Batch.Rows(new int[] {9, 5, 1796, 0, 3, 3, 700, 8}, 1, 7, 1));
        };
        double[] x = point(f.dimension());
        double[] v = direction(f.dimension());
        assertThat(f.value(x)).isCloseTo(REFERENCE.number(name + " value"), withinPercentage(1e-12));
        assertReference(gradient(f, x), name + " gradient");
        assertReference(times(hessian(f, x), v), name + " product");
        assertReference(times(gaussNewton(f, x), v), name + " gauss-newton product");
    }

    /** The norm, and every entry, or of a long vector every seventh. */
    private static void assertReference(double[] actual, String name) {
        assertThat(norm(actual)).isCloseTo(REFERENCE.number(name + " norm"), withinPercentage(1e-11));
        double[] some = actual.length <= 100
                ? actual
                : IntStream.range(0, (actual.length + 6) / 7)
                        .mapToDouble(i -> actual[7 * i])
                        .toArray();
        assertClose(some, REFERENCE.vector(name), 1e-13);
    }

    @Test
    void predictionsAreThoseOfNumpy() {
        Dataset tail = DATA.pick(IntStream.range(1500, 1797).toArray());
        double[] x = point(DIGITS.dimension());
        assertThat(DIGITS.loss(x, tail)).isCloseTo(REFERENCE.number("digits loss from 1500"), withinPercentage(1e-12));
        assertThat(DIGITS.accuracy(x, tail)).isEqualTo(REFERENCE.number("digits accuracy from 1500"));
    }

    @ParameterizedTest
    @EnumSource
    void derivativesAreThoseOfDifferences(Activation activation) {
        Perceptron three = new Perceptron(DATA, 1e-3, 1, List.of(6, 5, 4), activation);
        Objective f = three.on(Batches.shuffled(1797, 150, 5).at(0)); // more than one chunk, not a whole number
        double[] x = three.initial(3);
        double[] away = direction(x.length); // from z = 0, where ReLU has its kink: units without input, biases of 0
        Arrays.setAll(x, i -> x[i] + 0.1 * away[i]);
        double[] differences = new double[x.length];
        FiniteDifferences.gradient(f::value, x, differences);
        assertClose(gradient(f, x), differences, 1e-8);
        double[] v = direction(x.length);
        FiniteDifferences.hessian(f::valueAndGradient, x).times(v, differences);
        assertClose(times(hessian(f, x), v), differences, 1e-8);
    }

    @Test
    void gaussNewtonIsSemidefiniteWhereTheHessianIsNot() {
        Perceptron f = new Perceptron(SEVEN, 0, 4);
        double[] x = point(f.dimension());
        double[][] matrix = gaussNewton(f, x).dense();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(matrix[i][j]).isCloseTo(matrix[j][i], offset(1e-15));
            }
        }
        double[] spectrum = Spectrum.valuesOf(matrix);
        assertThat(spectrum[0]).isCloseTo(0, offset(1e-15));
        assertThat(spectrum[x.length - 1]).isGreaterThan(0.1);
        assertThat(Spectrum.valuesOf(hessian(f, x).dense())[0]).isLessThan(-1e-3);
    }

    /** Where every sample is fitted, the slopes of the loss vanish, and with them the difference of the two matrices. */
    @Test
    void gaussNewtonIsTheHessianWhereAllIsFitted() {
        Dataset two = SEVEN.pick(new int[] {0, 1});
        Perceptron f = new Perceptron(two, 0, 4);
        double[] v = direction(f.dimension());
        double[] x = point(f.dimension());
        double[] far = difference(f, x, v);
        double[] g = new double[x.length];
        for (int k = 0; k < 20_000; k++) {
            f.valueAndGradient(x, g);
            for (int i = 0; i < x.length; i++) {
                x[i] -= 2 * g[i];
            }
        }
        double loss = f.value(x);
        assertThat(loss).isLessThan(1e-4);
        assertThat(norm(difference(f, x, v))).isLessThan(50 * loss).isLessThan(1e-2 * norm(far));
    }

    private static double[] difference(Perceptron f, double[] x, double[] v) {
        double[] full = times(hessian(f, x), v);
        double[] part = times(gaussNewton(f, x), v);
        return IntStream.range(0, v.length).mapToDouble(i -> full[i] - part[i]).toArray();
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(xi -> xi * xi).sum());
    }

    @Test
    void theDenseHessianIsMadeOfProducts() {
        Perceptron f = new Perceptron(SEVEN, 0.01, 5, 4);
        double[] x = point(f.dimension());
        double[] v = direction(f.dimension());
        double[] expected = times(hessian(f, x), v);
        double[] product = Arrays.stream(hessian(f, x).dense())
                .mapToDouble(row -> IntStream.range(0, v.length)
                        .mapToDouble(j -> row[j] * v[j])
                        .sum())
                .toArray();
        assertClose(product, expected, 1e-13);
    }

    @Test
    void equalContentGivesEqualBits() {
        double[] x = point(DIGITS.dimension());
        double[] v = direction(x.length);
        Objective all = DIGITS.on(new Batch.Rows(IntStream.range(0, 1797).toArray(), 0, 1797, 1));
        Perceptron threads = new Perceptron(DATA, 1e-3, 2, List.of(32));
        for (Objective same : List.of(all, threads, DIGITS.on(Batch.ALL))) {
            assertThat(gradient(same, x)).isEqualTo(gradient(DIGITS, x));
            assertThat(same.value(x)).isEqualTo(DIGITS.value(x));
            assertThat(times(hessian(same, x), v)).isEqualTo(times(hessian(DIGITS, x), v));
            assertThat(times(gaussNewton(same, x), v)).isEqualTo(times(gaussNewton(DIGITS, x), v));
        }
        assertThat(threads.predict(x, DATA)).isEqualTo(DIGITS.predict(x, DATA));
    }

    @ParameterizedTest
    @EnumSource
    void batchesLeaveNoTraceOfOtherUnits(Activation activation) {
        Perceptron used = new Perceptron(DATA, 1e-3, 2, List.of(9, 5), activation);
        Perceptron fresh = new Perceptron(DATA, 1e-3, 1, List.of(9, 5), activation);
        double[] x = point(used.dimension());
        double[] v = direction(x.length);
        Batch few = Batches.shuffled(1797, 5, 2).at(7);
        Hessian h = hessian(used.on(few), x);
        gradient(used, v);
        times(gaussNewton(used, v), x);
        assertThat(times(h, v)).isEqualTo(times(hessian(fresh.on(few), x), v));
        assertThat(times(gaussNewton(used, x), v)).isEqualTo(times(gaussNewton(fresh, x), v));
    }

    @Test
    void unitsHaveTheirNames() {
        assertThat(Activation.named("gelu")).isEqualTo(Activation.GELU).hasToString("gelu");
        assertThatThrownBy(() -> Activation.named("relo")).hasMessageContaining("relu");
        assertThat(new Perceptron(SEVEN, 0, 1, List.of(4), Activation.RELU))
                .hasToString("Perceptron[3-4-2 relu, seven: 7 x 3, 2 classes, lambda 0.0]");
        double[] x = new Perceptron(SEVEN, 0, 1, List.of(400), Activation.RELU).initial(1);
        assertThat(Arrays.stream(x).map(Math::abs).max().orElseThrow()).isBetween(0.99 * Math.sqrt(2), Math.sqrt(2));
    }

    /** Working memory is used again: what a larger batch or another point left in it must not be seen. */
    @Test
    void evaluationsLeaveNoTrace() {
        Perceptron fresh = new Perceptron(DATA, 1e-3, 32);
        double[] x = point(DIGITS.dimension());
        double[] v = direction(x.length);
        Batch few = Batches.shuffled(1797, 5, 2).at(7);
        Hessian h = hessian(DIGITS.on(few), x);
        gradient(DIGITS, v);
        times(hessian(DIGITS, v), x);
        assertThat(times(h, v)).isEqualTo(times(hessian(fresh.on(few), x), v)).isEqualTo(times(h, v));
        assertThat(gradient(DIGITS.on(few), x)).isEqualTo(gradient(new Perceptron(DATA, 1e-3, 32).on(few), x));
    }

    @Test
    void severalThreadsMayEvaluateAtOnce() {
        double[] expected = gradient(DIGITS, point(DIGITS.dimension()));
        List<double[]> gradients = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> gradient(DIGITS, point(DIGITS.dimension())))
                .toList();
        assertThat(gradients).allSatisfy(g -> assertThat(g).isEqualTo(expected));
    }

    @Test
    void batchesOfAnEpochAverageToTheWhole() {
        Batches batches = Batches.shuffled(1797, 599, 11);
        double[] x = point(DIGITS.dimension());
        double[] mean = new double[x.length];
        for (int k = 0; k < 3; k++) {
            double[] g = gradient(DIGITS.on(batches.at(k)), x);
            for (int i = 0; i < g.length; i++) {
                mean[i] += g[i] / 3;
            }
        }
        assertClose(mean, gradient(DIGITS, x), 1e-13);
    }

    @Test
    void variablesAreNamedByLayer() {
        Perceptron f = new Perceptron(SEVEN, 0, 4, 5);
        assertThat(IntStream.of(0, 3, 11, 12, 15, 16, 20, 36, 41, 52)
                        .mapToObj(f.layout()::name)
                        .toList())
                .containsExactly(
                        "W1[0,0]", "W1[1,0]", "W1[3,2]", "b1[0]", "b1[3]", "W2[0,0]", "W2[1,0]", "b2[0]", "W3[0,0]",
                        "b3[1]");
        assertThat(f.dimension()).isEqualTo(53);
        for (Objective any : List.of(f, f.on(Batch.ALL), new CountingObjective(f, new CountingObjective.Tally()))) {
            assertThat(any.as(Layered.class).orElseThrow().layers())
                    .containsExactly(
                            new Layered.Layer("layer 1", 0, 16),
                            new Layered.Layer("layer 2", 16, 41),
                            new Layered.Layer("layer 3", 41, 53));
        }
        assertThat(f.as(LeastSquares.class)).isEmpty();
        assertThat(f).hasToString("Perceptron[3-4-5-2, seven: 7 x 3, 2 classes, lambda 0.0]");
    }

    @Test
    void gaussNewtonIsCharged() {
        CountingObjective.Tally tally = new CountingObjective.Tally();
        Objective f = new CountingObjective(new Perceptron(SEVEN, 0, 4), tally);
        double[] x = point(f.dimension());
        Hessian matrix = gaussNewton(f, x);
        times(matrix, x);
        times(matrix, x);
        assertThat(tally.products).hasValue(2);
        matrix.dense();
        assertThat(tally.hessians).hasValue(1);
    }

    @Test
    void startIsGlorots() {
        double[] x = DIGITS.initial(4);
        assertThat(x)
                .isEqualTo(DIGITS.initial(4))
                .isNotEqualTo(DIGITS.initial(5))
                .hasSize(2410);
        double[] first = Arrays.copyOf(x, 2048);
        double bound = Math.sqrt(6.0 / 96);
        assertThat(Arrays.stream(first).map(Math::abs).max().orElseThrow()).isBetween(0.99 * bound, bound);
        assertThat(Arrays.stream(first).map(w -> w * w).average().orElseThrow()) // the variance 2/(d + k)
                .isCloseTo(2.0 / 96, withinPercentage(5));
        assertThat(Arrays.copyOfRange(x, 2048, 2080)).containsOnly(0);
        assertThat(Arrays.copyOfRange(x, 2400, 2410)).containsOnly(0);
        assertThat(Arrays.stream(Arrays.copyOfRange(x, 2080, 2400))
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isBetween(0.98 * Math.sqrt(6.0 / 42), Math.sqrt(6.0 / 42));
    }

    @Test
    void notANumberIsAValue() {
        double[] x = point(DIGITS.dimension());
        x[77] = Double.NaN;
        assertThat(DIGITS.value(x)).isNaN();
        Arrays.fill(x, 1e308);
        assertThat(DIGITS.value(x)).matches(value -> !Double.isFinite(value));
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> new Perceptron(SEVEN, -1, 4)).hasMessageContaining("lambda -1.0");
        assertThatThrownBy(() -> new Perceptron(SEVEN, 0)).hasMessageContaining("hidden []");
        assertThatThrownBy(() -> new Perceptron(SEVEN, 0, 4, 0)).hasMessageContaining("hidden [4, 0]");
        assertThatThrownBy(() -> new Perceptron(SEVEN, 0, 0, List.of(4))).hasMessageContaining("threads 0");
        assertThatThrownBy(() -> DIGITS.value(new double[9])).hasMessageContaining("x has length 9: expected 2410");
        assertThatThrownBy(() -> DIGITS.loss(new double[2410], SEVEN)).hasMessageContaining("seven");
        assertThatThrownBy(() -> DIGITS.predict(new double[2410], SEVEN)).hasMessageContaining("seven");
        assertThatThrownBy(() -> DIGITS.on(new Batch.Rows(new int[] {1797}, 0, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1797");
        Dataset real = Dataset.regression("real", List.of("a"), new double[][] {{1}}, new double[] {0.5});
        assertThatThrownBy(() -> new Perceptron(real, 1, 2)).hasMessageContaining("expected data with classes");
        assertThatThrownBy(() -> new Layered.Layer("none", 3, 3)).hasMessageContaining("layer none from 3 to 3");
    }
}
