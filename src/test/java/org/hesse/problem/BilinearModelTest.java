package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.linear.Spectrum;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.objective.Batch;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Hessian;
import org.hesse.objective.Kind;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.PerSample;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The linear autoencoder and the matrix factorization. */
class BilinearModelTest {
    private static final Dataset RATINGS = ratings();
    private static final Batch BATCH = new Batch.Rows(new int[] {9, 5, 30, 0, 3, 3, 17, 8}, 1, 7, 1);

    private static Dataset ratings() {
        double[][] places = IntStream.range(0, 40)
                .mapToObj(i -> new double[] {i * 7 % 11, i * 5 % 9})
                .toArray(double[][]::new);
        double[] entries = IntStream.range(0, 40)
                .mapToDouble(i -> (i * 29 % 23 - 11) / 5.0)
                .toArray();
        return Dataset.regression("ratings", List.of("user", "item"), places, entries);
    }

    static Stream<FiniteSum> models() {
        Dataset cells = Datasets.breastCancer().scaled(0.01);
        return Stream.of(
                new LinearAutoencoder(cells, 0.01, 3),
                new LinearAutoencoder(cells.asSparse(), 0, 2),
                new MatrixFactorization(RATINGS, 0.1, 3),
                new MatrixFactorization(RATINGS, 0, 1));
    }

    private static double[] vector(int n, int factor) {
        return IntStream.range(0, n)
                .mapToDouble(i -> (i * factor % 101 - 50) / 50.0)
                .toArray();
    }

    private static Hessian hessian(Objective f, double[] x) {
        return f.as(Curved.class).orElseThrow().hessianAt(x);
    }

    private static double[] times(Hessian h, double[] v) {
        double[] hv = new double[v.length];
        h.times(v, hv);
        return hv;
    }

    @ParameterizedTest
    @MethodSource("models")
    void derivativesAreThoseOfDifferences(FiniteSum model) {
        for (Objective f : List.of(model, model.on(BATCH))) {
            double[] x = vector(f.dimension(), 37);
            double[] g = new double[x.length];
            assertThat(f.valueAndGradient(x, g)).isEqualTo(f.value(x));
            double size = Arrays.stream(g).map(Math::abs).max().orElseThrow();
            double[] differences = new double[x.length];
            FiniteDifferences.gradient(f::value, x, differences);
            assertThat(g).containsExactly(differences, offset(1e-8 * size));
            double[] v = vector(x.length, 53);
            FiniteDifferences.hessian(f::valueAndGradient, x).times(v, differences);
            size = Arrays.stream(differences).map(Math::abs).max().orElseThrow();
            assertThat(times(hessian(f, x), v)).containsExactly(differences, offset(1e-7 * size));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void samplesHaveTheGradientsOfBatchesOfOne(FiniteSum f) {
        int n = f.dimension();
        double[] x = vector(n, 37);
        double[] rows = new double[3 * n];
        f.on(BATCH).as(PerSample.class).orElseThrow().gradients(x, 1, 4, rows);
        double[] g = new double[n];
        int[] places = {30, 0, 3};
        for (int i = 0; i < 3; i++) {
            f.on(new Batch.Rows(places, i, i + 1, 2)).valueAndGradient(x, g);
            assertThat(Arrays.copyOfRange(rows, i * n, i * n + n)).containsExactly(g, offset(1e-14));
        }
        assertThat(((Predictor) f).loss(new double[n], ((DataModel) f).data())).isEqualTo(f.value(new double[n]));
    }

    /** JᵀJ of the residuals, written out. */
    @Test
    void gaussNewtonIsThatOfTheResiduals() {
        Objective f = new MatrixFactorization(RATINGS, 0.1, 3).on(BATCH);
        double[] x = vector(f.dimension(), 37);
        LeastSquares squares = f.as(LeastSquares.class).orElseThrow();
        double[] r = new double[squares.residualCount()];
        double[][] jacobian = new double[r.length][x.length];
        Arrays.stream(jacobian).forEach(row -> Arrays.fill(row, Double.NaN));
        squares.residualsAndJacobian(x, r, jacobian);
        assertThat(Arrays.stream(r).map(ri -> ri * ri).sum() / 2).isCloseTo(f.value(x), withinPercentage(1e-11));
        double[] g = new double[x.length];
        double[] jjv = new double[x.length];
        double[] v = vector(x.length, 53);
        for (int i = 0; i < r.length; i++) {
            double jv = 0;
            for (int j = 0; j < x.length; j++) {
                jv += jacobian[i][j] * v[j];
            }
            for (int j = 0; j < x.length; j++) {
                g[j] += jacobian[i][j] * r[i];
                jjv[j] += jacobian[i][j] * jv;
            }
        }
        double[] gradient = new double[x.length];
        f.valueAndGradient(x, gradient);
        assertThat(gradient).containsExactly(g, offset(1e-13));
        Hessian matrix = f.as(GaussNewton.class).orElseThrow().gaussNewtonAt(x);
        assertThat(times(matrix, v)).containsExactly(jjv, offset(1e-13));
        FiniteSum autoencoder = new LinearAutoencoder(RATINGS, 0, 2);
        double[] exact = {1, 0, 0, 1, 1, 0, 0, 1}; // no residual: the two matrices are the same
        assertThat(times(autoencoder.as(GaussNewton.class).orElseThrow().gaussNewtonAt(exact), vector(8, 53)))
                .isEqualTo(times(hessian(autoencoder, exact), vector(8, 53)));
    }

    /** Kinds, indices and values as published, by the eigenvalues there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear-autoencoder",
                "linear-autoencoder:features=5,hidden=3",
                "linear-autoencoder:features=3,hidden=1",
                "matrix-factorization",
                "matrix-factorization:size=5,rank=3"
            })
    void criticalPointsAreOfTheirKinds(String name) {
        TestProblem problem = Problems.named(name);
        double[] minima = problem.minima();
        assertThat(minima).hasSize(1);
        for (TestProblem.Point point : problem.points()) {
            double[] g = new double[point.x().length];
            assertThat(problem.objective().valueAndGradient(point.x(), g)).isCloseTo(point.value(), within(1e-14));
            assertThat(g).containsOnly(new double[g.length], within(1e-14));
            double[] spectrum =
                    Spectrum.valuesOf(hessian(problem.objective(), point.x()).dense());
            assertThat(Arrays.stream(spectrum).filter(e -> e < -1e-10)).hasSize(point.index());
            assertThat(point.kind()).isEqualTo(Kind.SADDLE);
            assertThat(point.index()).isPositive();
            assertThat(point.value()).isGreaterThan(minima[0]);
        }
        Result r = Minimization.of(problem.objective())
                .from(problem.start())
                .with(new Lbfgs())
                .verdict(false)
                .run();
        assertThat(r.value()).isCloseTo(minima[0], within(1e-12)); // there is no other
    }

    /** On real data too: half the sum of the eigenvalues that are left out. */
    @Test
    void theMinimumOfTheAutoencoderIsThatOfPrincipalComponents() {
        Dataset data = Datasets.breastCancer().scaled(0.01);
        double[][] covariance = new double[30][30];
        for (double[] row : data.rows()) {
            for (int i = 0; i < 30; i++) {
                for (int j = 0; j < 30; j++) {
                    covariance[i][j] += row[i] * row[j] / data.size();
                }
            }
        }
        double[] spectrum = Spectrum.valuesOf(covariance);
        double least = Arrays.stream(spectrum, 0, 28).sum() / 2;
        LinearAutoencoder f = new LinearAutoencoder(data, 0, 2);
        Result r = Minimization.of(f)
                .from(f.initial(3))
                .with(new Lbfgs())
                .until(StoppingRule.valueAtMost(least * (1 + 1e-6)))
                .verdict(false)
                .run();
        assertThat(r.isConverged()).as(r.report()).isTrue();
        assertThat(r.value()).isGreaterThanOrEqualTo(least * (1 - 1e-12));
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> new LinearAutoencoder(RATINGS, 0, 3)).hasMessageContaining("hidden = 3");
        assertThatThrownBy(() -> new MatrixFactorization(RATINGS, 0, 0)).hasMessageContaining("rank = 0");
        assertThatThrownBy(() -> new MatrixFactorization(RATINGS.scaled(0.5), 0, 1))
                .hasMessageContaining("expected whole numbers from 0");
        assertThatThrownBy(() -> new MatrixFactorization(Datasets.breastCancer(), 0, 1))
                .hasMessageContaining("expected 2 features");
        MatrixFactorization f = new MatrixFactorization(RATINGS, 0, 1);
        assertThatThrownBy(() -> f.value(new double[3])).hasMessageContaining("x has length 3: expected 20");
        assertThatThrownBy(() -> f.loss(new double[20], RATINGS.scaled(2)))
                .hasMessageContaining("expected rows and columns");
    }
}
