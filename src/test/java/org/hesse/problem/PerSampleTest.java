package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.data.Standardisation;
import org.hesse.method.Method;
import org.hesse.method.State;
import org.hesse.method.Step;
import org.hesse.objective.Batch;
import org.hesse.objective.Evaluation;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Oracle;
import org.hesse.objective.PerSample;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerSampleTest {
    private static final Dataset DIGITS = Datasets.digits().scaled(1.0 / 16);
    private static final Dataset CANCER =
            Standardisation.fit(Datasets.breastCancer()).apply(Datasets.breastCancer());
    private static final int[] ORDER =
            IntStream.range(0, 560).map(i -> i * 37 % 569).toArray();

    static Stream<FiniteSum> sums() {
        return Stream.of(
                new SoftmaxRegression(DIGITS, 1e-3, 2),
                new LogisticRegression(CANCER, 1e-2),
                new LinearLeastSquares(CANCER, 0),
                new Perceptron(DIGITS, 1e-3, 2, List.of(7, 5)));
    }

    private static double[] point(int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> (i * 37 % 101 - 50) / 500.0)
                .toArray();
    }

    private static PerSample samples(FiniteSum f, Batch batch) {
        return f.on(batch).as(PerSample.class).orElseThrow();
    }

    /** Each row is the gradient of a batch of one, and all together are the gradient. */
    @ParameterizedTest
    @MethodSource("sums")
    void rowsAreGradientsOfBatchesOfOne(FiniteSum f) {
        Batch batch = new Batch.Rows(ORDER, 10, 510, 1);
        int n = f.dimension();
        double[] x = point(n);
        PerSample samples = samples(f, batch);
        assertThat(samples.size()).isEqualTo(500);
        int from = 3;
        double[] rows = new double[400 * n + 1];
        Arrays.fill(rows, Double.NaN);
        samples.gradients(x, from, from + 400, rows);
        assertThat(rows[400 * n]).isNaN(); // not touched
        double[] g = new double[n];
        for (int i : new int[] {0, 1, 63, 64, 255, 256, 399}) { // on both sides of chunks
            f.on(new Batch.Rows(ORDER, 10 + from + i, 11 + from + i, 2)).valueAndGradient(x, g);
            double[] row = Arrays.copyOfRange(rows, i * n, (i + 1) * n);
            assertThat(row).as("sample " + i).containsExactly(g, offset(1e-15));
        }
        double[] all = new double[500 * n];
        samples.gradients(x, 0, 500, all);
        double[] mean = new double[n];
        for (int i = 0; i < all.length; i++) {
            mean[i % n] += all[i] / 500;
        }
        f.on(batch).valueAndGradient(x, g);
        assertThat(mean).containsExactly(g, offset(1e-14));
    }

    @Test
    void theWholeSumOffersAllSamples() {
        FiniteSum f = new LogisticRegression(CANCER, 1e-2);
        assertThat(f.as(PerSample.class).orElseThrow().size()).isEqualTo(569);
    }

    @Test
    void misuseIsNamed() {
        PerSample samples = samples(new LogisticRegression(CANCER, 0), new Batch.Rows(ORDER, 0, 5, 1));
        double[] x = new double[30];
        assertThatThrownBy(() -> samples.gradients(x, 2, 6, new double[999]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("samples from 2 to 6: expected 0 <= from <= to <= 5");
        assertThatThrownBy(() -> samples.gradients(x, 2, 4, new double[59]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows has length 59: expected at least 60");
    }

    /** A method that asks for three sample gradients a step. */
    private record Three() implements Method<Three.At> {
        private record At(double[] x, Step step, Evaluation evaluation) implements State {}

        @Override
        public At init(Oracle f, double[] x0) {
            return new At(x0, Step.START, null);
        }

        @Override
        public At step(Oracle f, At s) {
            f.need(PerSample.class).gradients(s.x, 1, 4, new double[3 * s.x.length]);
            f.need(PerSample.class).gradients(s.x, 2, 2, new double[0]); // nothing, and costs nothing
            return new At(s.x, Step.accepted(0), null);
        }

        @Override
        public At moveTo(At s, double[] x) {
            return new At(x, Step.START, null);
        }
    }

    @Test
    void onlyTheSamplesAskedForAreCharged() {
        FiniteSum f = new LogisticRegression(CANCER, 1e-2);
        Result result = Minimization.of(f)
                .from(new double[30])
                .with(new Three())
                .verdict(false)
                .budget(Budget.UNLIMITED.withSteps(5))
                .run();
        assertThat(result.counts().gradients()).isEqualTo(5);
        assertThat(result.counts().gradientTerms()).isEqualTo(15);
    }
}
