package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hesse.linear.ConjugateGradients.Status;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class IncompleteCholeskyTest {
    private static double[] solve(IncompleteCholesky m, double... r) {
        double[] z = new double[r.length];
        m.solve(r, z);
        return z;
    }

    @Test
    void withAllTheFillItIsTheFactorisation() {
        RandomGenerator random = Seeds.random(41);
        for (int trial = 0; trial < 100; trial++) {
            int n = 1 + random.nextInt(30);
            SparseSymmetric a = Sparse.matrix(Sparse.random(n, random.nextInt(3 * n), random), n, random);
            double[] b = random.doubles(n, -1, 1).toArray();
            double[] x = b.clone();
            SparseCholesky.of(a).orElseThrow().solve(x);
            IncompleteCholesky m = IncompleteCholesky.of(a, n).orElseThrow();
            assertThat(m.shift()).isZero();
            assertThat(solve(m, b)).containsExactly(x, within(1e-13));
        }
    }

    /** Of diag(−1, 2), scaled diag(−1, 1): the first shift is 1 + 1e-3. */
    @Test
    void aNegativeDiagonalIsShiftedAtOnce() {
        SparseSymmetric a = SparseSymmetric.of(2, new int[] {0, 1}, new int[] {0, 1}, new double[] {-1, 2});
        assertThat(IncompleteCholesky.of(a).orElseThrow().shift()).isEqualTo(1.001);
    }

    /** Algorithm 2.2 of Lin and Moré in whole matrices, right-looking: the columns and the shifts are the same. */
    @Test
    void agreesWithTheAlgorithmWrittenPlainly() {
        RandomGenerator random = Seeds.random(42);
        int shifted = 0;
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + random.nextInt(30);
            int fill = random.nextInt(3);
            SparseSymmetric a =
                    Sparse.matrix(Sparse.random(n, random.nextInt(4 * n), random), 4 * random.nextDouble() - 1, random);
            IncompleteCholesky m = IncompleteCholesky.of(a, fill).orElseThrow();
            shifted += m.shift() > 0 ? 1 : 0;
            double[] s = new double[n];
            double[][] dense = a.dense();
            Arrays.setAll(s, j -> 1 / Math.sqrt(Vectors.norm(dense[j])));
            double[][] l = plain(a, s, fill, m.shift());
            assertThat(l).isNotNull();
            double[] z = random.doubles(n, -1, 1).toArray();
            double[] r = new double[n]; // S⁻¹LLᵀS⁻¹z
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        r[i] += l[i][k] * l[j][k] * z[j] / (s[i] * s[j]);
                    }
                }
            }
            assertThat(solve(m, r)).containsExactly(z, within(1e-7));
            if (m.shift() > 1e-3) { // half of it, or of what is beyond the diagonal, was not enough
                double lowest = IntStream.range(0, n)
                        .mapToDouble(j -> s[j] * s[j] * dense[j][j])
                        .min()
                        .orElseThrow();
                boolean first = m.shift() == 1e-3 - lowest;
                assertThat(first || plain(a, s, fill, m.shift() / 2) == null).isTrue();
            }
        }
        assertThat(shifted).isBetween(100, 290);
    }

    private static double[][] plain(SparseSymmetric a, double[] s, int fill, double alpha) {
        int n = s.length;
        double[][] c = a.dense();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                c[i][j] = s[i] * c[i][j] * s[j] + (i == j ? alpha : 0);
            }
        }
        double[][] l = new double[n][n];
        for (int k = 0; k < n; k++) {
            if (!(c[k][k] > 0)) {
                return null;
            }
            l[k][k] = Math.sqrt(c[k][k]);
            int column = k;
            int most = a.pattern().start(k + 1) - a.pattern().start(k) - 1 + fill;
            int[] kept = IntStream.range(k + 1, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -Math.abs(c[i][column])))
                    .limit(most)
                    .mapToInt(i -> i)
                    .toArray();
            for (int i : kept) {
                l[i][k] = c[i][k] / l[k][k];
            }
            for (int i : kept) {
                for (int j : kept) {
                    c[i][j] -= l[i][k] * l[j][k];
                }
            }
        }
        return l;
    }

    @Test
    void makesConjugateGradientsFaster() {
        SparseSymmetric a = Sparse.laplacian(60);
        double[] b = Seeds.random(43).doubles(3600, -1, 1).toArray();
        ConjugateGradients cg = new ConjugateGradients(1e-10, 1000);
        int plain = cg.solve(a, b).iterations();
        int before = plain;
        for (int fill : new int[] {0, 2, 5, 20}) {
            IncompleteCholesky m = IncompleteCholesky.of(a, fill).orElseThrow();
            ConjugateGradients.Solution s = cg.solve(a, m::solve, b);
            assertThat(s.status()).isEqualTo(Status.CONVERGED);
            assertThat(s.iterations()).isLessThan(before);
            assertThat(m.entries()).isLessThanOrEqualTo(a.pattern().entries() - 3600 + 3600 * fill);
            before = s.iterations();
        }
        assertThat(before).isLessThan(plain / 8);
    }

    @Test
    void isPositiveDefiniteWhateverTheMatrix() {
        RandomGenerator random = Seeds.random(44);
        for (int trial = 0; trial < 200; trial++) {
            int n = 1 + random.nextInt(50);
            SparseSymmetric a = Sparse.matrix(Sparse.random(n, random.nextInt(5 * n), random), -2, random);
            IncompleteCholesky m = IncompleteCholesky.of(a).orElseThrow();
            double[] r = random.doubles(n, -1, 1).toArray();
            assertThat(Vectors.dot(solve(m, r), r)).isPositive().isFinite();
        }
        IncompleteCholesky zero = IncompleteCholesky.of(SparseSymmetric.of(3, new int[0], new int[0], new double[0]))
                .orElseThrow();
        assertThat(solve(zero, 1, 2, 3)[1]).isPositive().isFinite();
        SparseSymmetric uneven =
                SparseSymmetric.of(2, new int[] {0, 1}, new int[] {0, 1}, new double[] {1e200, 1e-200});
        assertThat(solve(IncompleteCholesky.of(uneven).orElseThrow(), 1e200, 1)[0])
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void whatIsNotFiniteIsAValue() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int p = 0; p < 5; p++) {
                double[] values = {2, 1, 2, 1, 2};
                values[p] = bad;
                assertThat(IncompleteCholesky.of(new SparseSymmetric(Sparse.path(3), values)))
                        .isEmpty();
            }
        }
        assertThatThrownBy(() -> IncompleteCholesky.of(Sparse.laplacian(2), -1)).hasMessageContaining("fill -1");
        IncompleteCholesky m = IncompleteCholesky.of(Sparse.laplacian(2)).orElseThrow();
        assertThatThrownBy(() -> m.solve(new double[3], new double[4])).hasMessageContaining("expected 4");
    }
}
