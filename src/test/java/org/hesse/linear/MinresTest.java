package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.hesse.linear.Minres.Solution;
import org.hesse.linear.Minres.Status;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class MinresTest {
    private static LinearMap map(double[][] a) {
        return (v, av) -> System.arraycopy(CholeskyTest.times(a, v), 0, av, 0, v.length);
    }

    private static double[][] symmetric(int n, long seed) {
        RandomGenerator random = Seeds.random(seed);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextGaussian();
                a[j][i] = a[i][j];
            }
        }
        return a;
    }

    @Test
    void oneProductForEachDistinctEigenvalueOfAnySign() {
        double[][] a = {{2, 0, 0, 0}, {0, -8, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 5}};
        Solution s = new Minres(1e-14, 9).solve(map(a), new double[] {2, 16, 6, -10});
        assertThat(s.status()).isEqualTo(Status.CONVERGED);
        assertThat(s.iterations()).isEqualTo(3);
        assertThat(s.x()).containsExactly(new double[] {1, -2, 3, -2}, within(1e-13));
        assertThat(new Minres(0, 9).solve(map(a), new double[4]).iterations()).isZero();
    }

    /** Indefinite, and every residual on the way the true one and no larger than the one before. */
    @Test
    void agreesWithEliminationAndItsResidualsFall() {
        int n = 40;
        double[][] a = symmetric(n, 3);
        double[] b = Seeds.random(4).doubles(n, -1, 1).toArray();
        double last = Vectors.norm(b);
        for (int k = 1; k <= n; k++) {
            Solution s = new Minres(0, k).solve(map(a), b);
            double[] r = Vectors.minus(b, CholeskyTest.times(a, s.x()));
            assertThat(s.residual()).isCloseTo(Vectors.norm(r), within(1e-9)).isLessThanOrEqualTo(last);
            last = s.residual();
        }
        Solution s = new Minres(1e-12, 10 * n).solve(map(a), b);
        assertThat(s.status()).isEqualTo(Status.CONVERGED);
        assertThat(s.x()).containsExactly(Lu.of(a).orElseThrow().solve(b), within(1e-9));
    }

    /** After k products the residual is the least over the Krylov space of k dimensions, by its normal equations. */
    @Test
    void theResidualIsTheLeastOfItsKrylovSpace() {
        double[][] a = {{3, 1, 0}, {1, -2, 1}, {0, 1, 1}};
        double[] b = {1, 2, 3};
        double[] ab = CholeskyTest.times(a, b);
        double[] aab = CholeskyTest.times(a, ab);
        Solution one = new Minres(0, 1).solve(map(a), b);
        double t = Vectors.dot(ab, b) / Vectors.dot(ab, ab);
        assertThat(one.x()).containsExactly(new double[] {t, 2 * t, 3 * t}, within(1e-15));
        double[][] gram = {{Vectors.dot(ab, ab), Vectors.dot(ab, aab)}, {Vectors.dot(ab, aab), Vectors.dot(aab, aab)}};
        double[] z = Lu.of(gram).orElseThrow().solve(new double[] {Vectors.dot(ab, b), Vectors.dot(aab, b)});
        double[] x = new double[3];
        Vectors.axpy(z[0], b, x);
        Vectors.axpy(z[1], ab, x);
        assertThat(new Minres(0, 2).solve(map(a), b).x()).containsExactly(x, within(1e-13));
    }

    @Test
    void aSingularMatrixIsSolvedInItsRangeAndElseSaid() {
        double[][] a = {{1, 0, 0}, {0, -3, 0}, {0, 0, 0}};
        Solution inside = new Minres(1e-12, 9).solve(map(a), new double[] {1, 3, 0});
        assertThat(inside.status()).isEqualTo(Status.CONVERGED);
        assertThat(inside.x()).containsExactly(new double[] {1, -1, 0}, within(1e-14));
        Solution outside = new Minres(1e-12, 9).solve(map(a), new double[] {1, 3, 4});
        assertThat(outside.status()).isEqualTo(Status.SINGULAR);
        assertThat(outside.residual()).isCloseTo(4, within(1e-12));
    }

    @Test
    void whatIsNotFiniteBreaksDown() {
        LinearMap nan = (v, av) -> java.util.Arrays.fill(av, Double.NaN);
        assertThat(new Minres(0, 9).solve(nan, new double[] {1, 2}).status()).isEqualTo(Status.BREAKDOWN);
        assertThat(new Minres(0, 9).solve(nan, new double[] {1, Double.NaN}).status())
                .isEqualTo(Status.BREAKDOWN);
        assertThatThrownBy(() -> new Minres(-1, 2)).hasMessageContaining("tolerance -1.0");
    }
}
