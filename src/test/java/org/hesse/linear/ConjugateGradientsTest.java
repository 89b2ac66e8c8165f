package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.linear.ConjugateGradients.Solution;
import org.hesse.linear.ConjugateGradients.Status;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class ConjugateGradientsTest {
    private static LinearMap map(double[][] a) {
        return (v, av) -> System.arraycopy(CholeskyTest.times(a, v), 0, av, 0, v.length);
    }

    @Test
    void endsAfterNStepsOnSmallMatricesOfIntegers() {
        double[][] a = {{4, 1, 0}, {1, 3, 1}, {0, 1, 5}};
        Solution s = new ConjugateGradients(1e-14, 3).solve(map(a), new double[] {6, 10, 17});
        assertThat(s.status()).isEqualTo(Status.CONVERGED);
        assertThat(s.iterations()).isEqualTo(3);
        assertThat(s.x()).containsExactly(new double[] {1, 2, 3}, within(1e-14));
        // one step for each distinct eigenvalue
        double[][] two = {{2, 0, 0}, {0, 8, 0}, {0, 0, 2}};
        assertThat(new ConjugateGradients(1e-14, 9)
                        .solve(map(two), new double[] {1, 2, 3})
                        .iterations())
                .isEqualTo(2);
        Solution nothing = new ConjugateGradients(0, 9).solve(map(two), new double[3]);
        assertThat(nothing.status()).isEqualTo(Status.CONVERGED);
        assertThat(nothing.iterations()).isZero();
    }

    @Test
    void agreesWithTheDirectSolutionAndKeepsItsTolerance() {
        SparseSymmetric a = Sparse.laplacian(30);
        double[] b = Seeds.random(31).doubles(900, -1, 1).toArray();
        double[] x = b.clone();
        SparseCholesky.of(a).orElseThrow().solve(x);
        Solution tight = new ConjugateGradients(1e-13, 1000).solve(a, b);
        assertThat(tight.status()).isEqualTo(Status.CONVERGED);
        assertThat(tight.x()).containsExactly(x, within(1e-10));
        Solution loose = new ConjugateGradients(0.1, 1000).solve(a, b);
        double[] r = new double[900];
        a.times(loose.x(), r);
        assertThat(Vectors.norm(Vectors.minus(b, r)))
                .isLessThanOrEqualTo(0.1 * Vectors.norm(b))
                .isCloseTo(loose.residual(), within(1e-12));
        assertThat(loose.iterations()).isLessThan(tight.iterations());
        Solution few = new ConjugateGradients(1e-13, 5).solve(a, b);
        assertThat(few.status()).isEqualTo(Status.LIMIT);
        assertThat(few.iterations()).isEqualTo(5);
    }

    @Test
    void anExactPreconditionerTakesOneStep() {
        SparseSymmetric a = Sparse.laplacian(10);
        SparseCholesky cholesky = SparseCholesky.of(a).orElseThrow();
        double[] b = Seeds.random(32).doubles(100, -1, 1).toArray();
        LinearMap inverse = (r, z) -> {
            System.arraycopy(r, 0, z, 0, r.length);
            cholesky.solve(z);
        };
        assertThat(new ConjugateGradients(1e-12, 10).solve(a, inverse, b).iterations())
                .isEqualTo(1);
        LinearMap negative = (r, z) -> Arrays.setAll(z, i -> -r[i]);
        assertThat(new ConjugateGradients(1e-12, 10).solve(a, negative, b).status())
                .isEqualTo(Status.BREAKDOWN);
    }

    @Test
    void findsNegativeCurvatureDownhill() {
        RandomGenerator random = Seeds.random(33);
        for (int trial = 0; trial < 200; trial++) {
            int n = 2 + random.nextInt(10);
            double[][] a = SpectrumTest.symmetric(n, random);
            double lowest = Spectrum.valuesOf(a)[0];
            double[] b = random.doubles(n, -1, 1).toArray();
            Solution s = new ConjugateGradients(1e-12, 10 * n).solve(map(a), b);
            assertThat(s.status()).isEqualTo(lowest < 0 ? Status.NEGATIVE_CURVATURE : Status.CONVERGED);
            if (lowest < 0) {
                double[] d = s.direction();
                double[] ax = CholeskyTest.times(a, s.x());
                assertThat(Vectors.dot(d, CholeskyTest.times(a, d))).isNotPositive();
                assertThat(Vectors.dot(d, Vectors.minus(ax, b))).isNegative(); // downhill for ½xᵀAx − bᵀx
            }
        }
    }

    @Test
    void whatIsNotANumberIsAValue() {
        double[][] bad = {{Double.NaN, 0}, {0, 1}};
        double[][] big = {{Double.POSITIVE_INFINITY, 0}, {0, 1}};
        double[][] good = {{2, 0}, {0, 1}};
        ConjugateGradients cg = new ConjugateGradients(1e-10, 100);
        assertThat(cg.solve(map(bad), new double[] {1, 1}).status()).isEqualTo(Status.BREAKDOWN);
        assertThat(cg.solve(map(big), new double[] {1, 1}).status()).isEqualTo(Status.BREAKDOWN);
        assertThat(cg.solve(map(good), new double[] {1, Double.NaN}).status()).isEqualTo(Status.BREAKDOWN);
        assertThatThrownBy(() -> new ConjugateGradients(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tolerance NaN");
    }
}
