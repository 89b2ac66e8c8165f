package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.objective.Bartlett;
import org.hesse.objective.Batch;
import org.hesse.objective.Counts;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Kronecker;
import org.hesse.objective.Kronecker.Block;
import org.hesse.objective.Kronecker.Labels;
import org.hesse.objective.Meter;
import org.hesse.objective.Objective;
import org.hesse.objective.Work;
import org.junit.jupiter.api.Test;

/** The Fisher matrix of a perceptron, against the dense Gauss–Newton matrix and against sums over samples. */
class FisherTest {
    private static final double LAMBDA = 0.01;
    private static final Perceptron NET = new Perceptron(data(), LAMBDA, 4, 3);
    private static final double[] X = NET.initial(3);

    private static Dataset data() {
        double[][] rows = new double[9][2];
        for (int i = 0; i < 18; i++) {
            rows[i / 2][i % 2] = (i * 29 % 23 - 11) / 8.0;
        }
        int[] labels = IntStream.range(0, 9).map(i -> i % 3).toArray();
        return Dataset.classification("nine", List.of("a", "b"), List.of("u", "v", "w"), rows, labels);
    }

    private static Objective sample(int i) {
        return NET.on(new Batch.Rows(new int[] {i}, 0, 1, i + 1));
    }

    private static List<Block> factors(Objective f, Labels labels, long seed) {
        return f.as(Kronecker.class).orElseThrow().factorsAt(X, labels, seed);
    }

    private static double[][] gaussNewton(Objective f) {
        return f.as(GaussNewton.class).orElseThrow().gaussNewtonAt(X).dense();
    }

    /** A⊗S, an entry for two weights of a layer, biases being the last columns. */
    private static void assertIsBlock(Block b, double[][] fisher) {
        int columns = b.a().length;
        int[] at = new int[b.outputs() * columns]; // of the entry (i, j) in x
        for (int i = 0; i < b.outputs(); i++) {
            for (int j = 0; j < columns; j++) {
                at[i * columns + j] = b.from() + (j < b.inputs() ? i * b.inputs() + j : b.outputs() * b.inputs() + i);
            }
        }
        for (int p = 0; p < at.length; p++) {
            for (int q = 0; q < at.length; q++) {
                double product = b.s()[p / columns][q / columns] * b.a()[p % columns][q % columns];
                double expected = fisher[at[p]][at[q]] - (p == q ? LAMBDA : 0);
                assertThat(product).isCloseTo(expected, within(1e-14));
            }
        }
    }

    @Test
    void forOneSampleEveryBlockIsThatOfTheDenseFisherMatrix() {
        for (int i = 0; i < 9; i++) {
            List<Block> blocks = factors(sample(i), Labels.EXACT, 0);
            assertThat(blocks).hasSize(3);
            double[][] fisher = gaussNewton(sample(i));
            blocks.forEach(b -> assertIsBlock(b, fisher));
        }
    }

    @Test
    void factorsAreMeansOverTheSamples() {
        for (Labels labels : List.of(Labels.EXACT, Labels.EMPIRICAL)) {
            List<Block> all = factors(NET, labels, 0);
            for (int l = 0; l < 3; l++) {
                double[][] a = new double[all.get(l).a().length][all.get(l).a().length];
                double[][] s = new double[all.get(l).s().length][all.get(l).s().length];
                for (int i = 0; i < 9; i++) {
                    Block one = factors(sample(i), labels, 0).get(l);
                    add(one.a(), 1.0 / 9, a);
                    add(one.s(), 1.0 / 9, s);
                }
                assertClose(all.get(l).a(), a, 1e-15);
                assertClose(all.get(l).s(), s, 1e-15);
            }
        }
    }

    @Test
    void theEmpiricalFactorOfOneSampleIsMadeOfItsGradient() {
        double[] g = new double[X.length];
        sample(4).valueAndGradient(X, g);
        for (int i = 0; i < g.length; i++) {
            g[i] -= LAMBDA * X[i];
        }
        for (Block b : factors(sample(4), Labels.EMPIRICAL, 0)) {
            int biases = b.from() + b.outputs() * b.inputs(); // the gradient of a bias is the slope
            for (int i = 0; i < b.outputs(); i++) {
                for (int j = 0; j < b.outputs(); j++) {
                    assertThat(b.s()[i][j]).isCloseTo(g[biases + i] * g[biases + j], within(1e-15));
                }
            }
        }
    }

    @Test
    void drawnLabelsAverageToTheExactExpectation() {
        int draws = 4_000;
        List<Block> exact = factors(NET, Labels.EXACT, 0);
        List<double[][]> means =
                exact.stream().map(b -> new double[b.outputs()][b.outputs()]).toList();
        double[] diagonal = new double[X.length];
        double[] one = new double[X.length];
        Bartlett bartlett = NET.as(Bartlett.class).orElseThrow();
        for (int k = 0; k < draws; k++) {
            List<Block> drawn = factors(NET, Labels.SAMPLED, k);
            for (int l = 0; l < 3; l++) {
                add(drawn.get(l).s(), 1.0 / draws, means.get(l));
            }
            bartlett.diagonalAt(X, k, one);
            for (int i = 0; i < one.length; i++) {
                diagonal[i] += one[i] / draws;
            }
        }
        for (int l = 0; l < 3; l++) {
            assertClose(means.get(l), exact.get(l).s(), 0.02);
        }
        double[][] fisher = gaussNewton(NET);
        for (int i = 0; i < one.length; i++) {
            assertThat(diagonal[i]).isCloseTo(fisher[i][i], within(0.1 * (fisher[i][i] + 0.1)));
        }
    }

    @Test
    void theSameSeedDrawsTheSameLabelsWithAnyNumberOfThreads() {
        Dataset digits = Datasets.digits().scaled(1.0 / 16);
        Perceptron one = new Perceptron(digits, 0, 1, List.of(5));
        Perceptron two = new Perceptron(digits, 0, 2, List.of(5));
        double[] x = one.initial(1);
        List<Block> first = one.as(Kronecker.class).orElseThrow().factorsAt(x, Labels.SAMPLED, 7);
        List<Block> second = two.as(Kronecker.class).orElseThrow().factorsAt(x, Labels.SAMPLED, 7);
        List<Block> other = two.as(Kronecker.class).orElseThrow().factorsAt(x, Labels.SAMPLED, 8);
        assertThat(second.get(0).s()).isDeepEqualTo(first.get(0).s());
        assertThat(Arrays.deepEquals(other.get(0).s(), first.get(0).s())).isFalse();
        assertThat(other.get(0).a()).isDeepEqualTo(first.get(0).a());
    }

    @Test
    void isChargedForWhatItGoesThrough() {
        assertThat(cost(Labels.SAMPLED).passes(9, X.length)).isEqualTo(1);
        assertThat(cost(Labels.EMPIRICAL).passes(9, X.length)).isEqualTo(1);
        assertThat(cost(Labels.EXACT).passes(9, X.length)).isEqualTo(0.5 * (1 + 3)); // forward, and back three times
    }

    private static Counts cost(Labels labels) {
        Counts[] counts = {Counts.ZERO};
        Meter meter = new Meter() {
            @Override
            public <T> T charge(Work work, long times, java.util.function.Supplier<T> call) {
                counts[0] = counts[0].plus(work, times, 9);
                return call.get();
            }

            @Override
            public <T> T chargePart(Work work, long part, java.util.function.Supplier<T> call) {
                counts[0] = counts[0].plus(work, 1, part);
                return call.get();
            }
        };
        NET.as(Kronecker.class).orElseThrow().metered(meter).factorsAt(X, labels, 0);
        return counts[0];
    }

    @Test
    void aMatrixOfALayerGoesBackToItsPlace() {
        double[] y = new double[X.length];
        factors(NET, Labels.EXACT, 0).forEach(b -> b.put(b.matrix(X), y));
        assertThat(y).isEqualTo(X);
    }

    private static void add(double[][] a, double weight, double[][] sum) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum[i][j] += weight * a[i][j];
            }
        }
    }

    private static void assertClose(double[][] actual, double[][] expected, double error) {
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(error));
        }
    }
}
