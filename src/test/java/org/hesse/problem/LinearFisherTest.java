package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.method.stochastic.Kfac;
import org.hesse.objective.Bartlett;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Kronecker;
import org.hesse.objective.Kronecker.Block;
import org.hesse.objective.Kronecker.Labels;
import org.hesse.objective.Objective;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Fisher matrix of linear models, against their dense Hessians. */
class LinearFisherTest {
    private static final double LAMBDA = 0.01;

    private static Dataset data(int classes) {
        double[][] rows = new double[9][2];
        for (int i = 0; i < 18; i++) {
            rows[i / 2][i % 2] = (i * 29 % 23 - 11) / 8.0;
        }
        int[] labels = IntStream.range(0, 9).map(i -> i % classes).toArray();
        List<String> names = List.of("u", "v", "w").subList(0, classes);
        return Dataset.classification("nine", List.of("a", "b"), names, rows, labels)
                .withConstant();
    }

    static Stream<LinearModel> models() {
        return Stream.of(
                new SoftmaxRegression(data(3), LAMBDA),
                new LogisticRegression(data(2), LAMBDA),
                new SoftmaxRegression(data(3).asSparse(), LAMBDA));
    }

    private static double[] point(LinearModel f) {
        return IntStream.range(0, f.dimension())
                .mapToDouble(i -> (i * 7 % 5 - 2) / 3.0)
                .toArray();
    }

    private static Block factors(Objective f, double[] x, Labels labels, long seed) {
        List<Block> blocks = f.as(Kronecker.class).orElseThrow().factorsAt(x, labels, seed);
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }

    private static Objective sample(LinearModel f, int i) {
        return f.on(new Batch.Rows(new int[] {i}, 0, 1, i + 1));
    }

    @ParameterizedTest
    @MethodSource("models")
    void forOneSampleTheBlockIsTheHessian(LinearModel f) {
        double[] x = point(f);
        for (int i = 0; i < 9; i++) {
            Block b = factors(sample(f, i), x, Labels.EXACT, 0);
            double[][] h = ((DataSum) sample(f, i)).hessianAt(x).dense();
            int d = b.a().length;
            for (int p = 0; p < h.length; p++) {
                for (int q = 0; q < h.length; q++) {
                    double product = b.s()[p / d][q / d] * b.a()[p % d][q % d] + (p == q ? LAMBDA : 0);
                    assertThat(product).isCloseTo(h[p][q], within(1e-14));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void factorsAreMeansOverTheSamples(LinearModel f) {
        double[] x = point(f);
        for (Labels labels : List.of(Labels.EXACT, Labels.EMPIRICAL)) {
            Block all = factors(f, x, labels, 0);
            double[][] a = new double[all.a().length][all.a().length];
            double[][] s = new double[all.s().length][all.s().length];
            for (int i = 0; i < 9; i++) {
                Block one = factors(sample(f, i), x, labels, 0);
                add(one.a(), a);
                add(one.s(), s);
            }
            assertMean(all.a(), a, 9, 1e-14);
            assertMean(all.s(), s, 9, 1e-14);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theEmpiricalFactorOfOneSampleIsMadeOfItsGradient(LinearModel f) {
        double[] x = point(f);
        double[] g = new double[x.length];
        sample(f, 4).valueAndGradient(x, g);
        Block b = factors(sample(f, 4), x, Labels.EMPIRICAL, 0);
        for (int i = 0; i < b.outputs(); i++) { // the constant feature comes last: its gradient is the slope
            for (int j = 0; j < b.outputs(); j++) {
                int last = b.inputs() - 1;
                double si = g[i * b.inputs() + last] - LAMBDA * x[i * b.inputs() + last];
                double sj = g[j * b.inputs() + last] - LAMBDA * x[j * b.inputs() + last];
                assertThat(b.s()[i][j]).isCloseTo(si * sj, within(1e-15));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void drawnLabelsAverageToTheExactExpectation(LinearModel f) {
        int draws = 10_000;
        double[] x = point(f);
        double[][] s = new double[f.outputs][f.outputs];
        double[] diagonal = new double[x.length];
        double[] one = new double[x.length];
        Bartlett bartlett = f.as(Bartlett.class).orElseThrow();
        for (int k = 0; k < draws; k++) {
            add(factors(f, x, Labels.SAMPLED, k).s(), s);
            bartlett.diagonalAt(x, k, one);
            for (int i = 0; i < one.length; i++) {
                diagonal[i] += one[i] / draws;
            }
        }
        assertMean(factors(f, x, Labels.EXACT, 0).s(), s, draws, 0.01);
        double[][] h = f.hessianAt(x).dense();
        for (int i = 0; i < one.length; i++) {
            assertThat(diagonal[i]).isCloseTo(h[i][i], within(0.05 * (h[i][i] + 0.1)));
        }
    }

    @Test
    void regressionHasNoLabelsToDraw() {
        assertThat(new LinearLeastSquares(data(3), 0).as(Kronecker.class)).isEmpty();
        assertThat(new LogisticRegression(data(2), 0)
                        .as(Kronecker.class)
                        .orElseThrow()
                        .classes())
                .isEqualTo(2);
    }

    @Test
    void kfacFitsTheDigitsWithSoftmax() {
        SoftmaxRegression f =
                new SoftmaxRegression(Datasets.digits().scaled(1.0 / 16).withConstant(), 1e-3);
        Result r = Minimization.of(f)
                .from(new double[f.dimension()])
                .with(new Kfac(0.3))
                .batches(Batches.shuffled(1797, 64, 1))
                .budget(Budget.UNLIMITED.withPasses(10))
                .until(StoppingRule.NEVER)
                .verdict(false)
                .run();
        assertThat(r.value()).isLessThan(1.05 * 0.2639258232950729);
    }

    private static void add(double[][] a, double[][] sum) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum[i][j] += a[i][j];
            }
        }
    }

    private static void assertMean(double[][] mean, double[][] sum, int count, double error) {
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                assertThat(mean[i][j]).isCloseTo(sum[i][j] / count, within(error));
            }
        }
    }
}
