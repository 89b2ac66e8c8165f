package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    /** BᵀB + I for a random B. */
    static double[][] positiveDefinite(int n, RandomGenerator random) {
        double[][] b = SpectrumTest.symmetric(n, random);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = Vectors.dot(b[i], b[j]) + (i == j ? 1 : 0);
            }
        }
        return a;
    }

    static double[] times(double[][] a, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Vectors.dot(a[i], x);
        }
        return y;
    }

    @Test
    void solvesAndReadsOnlyTheUpperTriangle() {
        RandomGenerator random = Seeds.random(8);
        for (int n : new int[] {1, 2, 3, 4, 5, 8, 13, 64}) {
            double[][] a = positiveDefinite(n, random);
            double[] x = random.doubles(n, -1, 1).toArray();
            double[] b = times(a, x);
            double[][] upper = new double[n][n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(a[i], i, upper[i], i, n - i);
            }
            double[] solved = Cholesky.of(upper).orElseThrow().solve(b);
            assertThat(Vectors.norm(Vectors.minus(times(a, solved), b))).isLessThan(1e-14 * n * Vectors.norm(b));
            assertThat(solved).containsExactly(x, within(1e-10));
        }
    }

    @Test
    void logDeterminantIsTheProductOfTheEigenvalues() {
        double[][] a = positiveDefinite(10, Seeds.random(2));
        double sum = 0;
        for (double lambda : Spectrum.valuesOf(a)) {
            sum += Math.log(lambda);
        }
        assertThat(Cholesky.of(a).orElseThrow().logDeterminant()).isCloseTo(sum, within(1e-12 * sum));
    }

    @Test
    void isEmptyExactlyWhereTheMatrixIsNotPositiveDefinite() {
        RandomGenerator random = Seeds.random(3);
        int definite = 0;
        for (int trial = 0; trial < 500; trial++) {
            int n = 1 + random.nextInt(8);
            double[][] a = SpectrumTest.symmetric(n, random);
            for (int i = 0; i < n; i++) {
                a[i][i] += 1.5 * Math.sqrt(n);
            }
            double lowest = Spectrum.valuesOf(a)[0];
            assertThat(Cholesky.of(a).isPresent()).isEqualTo(lowest > 0);
            definite += lowest > 0 ? 1 : 0;
        }
        assertThat(definite).isBetween(100, 400);
        assertThat(Cholesky.of(new double[][] {{1, 0}, {0, Double.NaN}})).isEmpty();
        assertThat(Cholesky.of(new double[2][2])).isEmpty();
        assertThatThrownBy(() -> Cholesky.of(new double[2][3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 0 has 3 entries");
    }

    @Test
    void modifiedIsTheSameWherePositiveDefinite() {
        RandomGenerator random = Seeds.random(6);
        for (int n : new int[] {1, 2, 3, 7, 30}) {
            double[][] a = positiveDefinite(n, random);
            double[] b = random.doubles(n, -1, 1).toArray();
            ModifiedCholesky m = ModifiedCholesky.of(a);
            assertThat(m.change()).isZero();
            assertThat(m.solve(b)).containsExactly(Cholesky.of(a).orElseThrow().solve(b), within(1e-12));
        }
        double[][] graded = {{1e-12, 0, 0}, {0, 1, 0}, {0, 0, 1e-6}}; // ill-conditioned, not indefinite
        assertThat(ModifiedCholesky.of(graded).change()).isZero();
    }

    @Test
    void modifiedIsPositiveDefiniteBoundedAndSolvesWithItsChange() {
        RandomGenerator random = Seeds.random(5);
        for (int trial = 0; trial < 2000; trial++) {
            int n = 1 + random.nextInt(10);
            double[][] h = SpectrumTest.symmetric(n, random);
            if (trial % 3 == 0) { // singular or nearly so
                for (int i = 0; i < n; i++) {
                    h[i][0] = 0;
                    h[0][i] = 0;
                }
            }
            double norm = Spectrum.of(h).norm();
            ModifiedCholesky m = ModifiedCholesky.of(h, 1e-8);
            double[][] changed = new double[n][];
            double[] e = m.added();
            for (int i = 0; i < n; i++) {
                changed[i] = h[i].clone();
                changed[i][i] += e[i];
                assertThat(e[i]).isGreaterThanOrEqualTo(0);
            }
            assertThat(m.change()).isEqualTo(Vectors.normInf(e)).isLessThanOrEqualTo(10.0 * n * n * norm + 1);
            double[] eigenvalues = Spectrum.valuesOf(changed);
            assertThat(eigenvalues[0]).isPositive();
            double[] b = random.doubles(n, -1, 1).toArray();
            double[] x = m.solve(b);
            double residual = Vectors.norm(Vectors.minus(times(changed, x), b));
            assertThat(residual).isLessThan(1e-12 * (Vectors.norm(b) + eigenvalues[n - 1] * Vectors.norm(x)));
            assertThat(Vectors.dot(x, b)).isPositive(); // −x is a direction of descent for the gradient b
        }
    }

    @Test
    void modifiedFollowsTheSourceByHand() { // γ = 1, ξ = 1: β² = 1; pivots max(|1|, 1²/1) = 1, then |−1 − 1| = 2
        ModifiedCholesky m = ModifiedCholesky.of(new double[][] {{1, 1}, {1, -1}});
        assertThat(m.added()).containsExactly(0, 4); // (1 1; 1 3), determinant 2
        assertThat(m.solve(new double[] {2, 4})).containsExactly(new double[] {1, 1}, within(1e-15));
        // γ = 0.1, ξ = 5: β² = 5/√3; the first pivot is θ²/β² = 5√3, the second |0.1 − 25/(5√3)| = 5/√3 − 0.1
        double root = Math.sqrt(3);
        assertThat(ModifiedCholesky.of(new double[][] {{0.1, 5}, {5, 0.1}}).added())
                .containsExactly(new double[] {5 * root - 0.1, 2 * (5 / root - 0.1)}, within(1e-14));
        assertThat(ModifiedCholesky.of(new double[2][2]).added()).containsExactly(1, 1);
        assertThat(ModifiedCholesky.of(new double[][] {{-3}}).added()).containsExactly(6);
        assertThatThrownBy(() -> ModifiedCholesky.of(new double[][] {{Double.POSITIVE_INFINITY}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 0, column 0 is Infinity");
        assertThatThrownBy(() -> ModifiedCholesky.of(new double[1][1], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pivot floor 1.0");
    }
}
