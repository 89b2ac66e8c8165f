package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class SparseCholeskyTest {
    @Test
    void agreesWithTheDenseFactorisationOnRandomMatrices() {
        RandomGenerator random = Seeds.random(21);
        int definite = 0;
        for (int trial = 0; trial < 600; trial++) {
            int n = 1 + random.nextInt(40);
            SymmetricPattern pattern = Sparse.random(n, random.nextInt(4 * n), random);
            SparseSymmetric a = Sparse.matrix(pattern, 3 * random.nextDouble(), random);
            Optional<Cholesky> dense = Cholesky.of(a.dense());
            Optional<SparseCholesky> sparse = SparseCholesky.of(a);
            assertThat(sparse.isPresent()).as("trial %d", trial).isEqualTo(dense.isPresent());
            if (dense.isPresent()) {
                definite++;
                double[] b = random.doubles(n, -1, 1).toArray();
                double[] expected = dense.get().solve(b);
                double[] x = b.clone();
                sparse.get().solve(x);
                double condition = a.norm() / Spectrum.valuesOf(a.dense())[0];
                assertThat(x).containsExactly(expected, within(1e-14 * condition * (1 + Vectors.norm(expected))));
                assertThat(sparse.get().logDeterminant())
                        .isCloseTo(dense.get().logDeterminant(), within(1e-13 * n * condition));
            }
        }
        assertThat(definite).isBetween(100, 500);
    }

    /**
     * numpy.linalg.slogdet and numpy.linalg.solve (NumPy 2, LAPACK) of the Laplacian on 12 × 12 points, as
     * {@code t = 2*eye(12) - eye(12, k=1) - eye(12, k=-1); a = kron(t, eye(12)) + kron(eye(12), t)}, with b = 1 … 144.
     */
    @Test
    void agreesWithNumPy() {
        SparseCholesky cholesky = SparseCholesky.of(Sparse.laplacian(12)).orElseThrow();
        double[] x = new double[144];
        Arrays.setAll(x, k -> k + 1);
        cholesky.solve(x);
        assertThat(cholesky.logDeterminant()).isCloseTo(173.49955861871652, within(1e-11));
        assertThat(x[0]).isCloseTo(41.76725242966086, within(1e-11));
        assertThat(x[77]).isCloseTo(923.6590850436992, within(1e-9));
        assertThat(x[143]).isCloseTo(168.39184426118084, within(1e-10));
    }

    @Test
    void oneAnalysisServesManyMatricesAndShifts() {
        RandomGenerator random = Seeds.random(22);
        SymmetricPattern pattern = Sparse.random(30, 60, random);
        SymbolicCholesky symbolic = SymbolicCholesky.of(pattern);
        for (int k = 0; k < 20; k++) {
            SparseSymmetric a = Sparse.matrix(pattern, 0, random);
            double lowest = Spectrum.valuesOf(a.dense())[0];
            assertThat(symbolic.factorise(a, -lowest - 1e-3)).isEmpty();
            double[] b = random.doubles(30).toArray();
            double[] x = b.clone();
            symbolic.factorise(a, 1 - lowest).orElseThrow().solve(x);
            double[] back = new double[30];
            a.plusIdentity(1 - lowest).times(x, back);
            assertThat(back).containsExactly(b, within(1e-12));
        }
        assertThatThrownBy(() -> symbolic.factorise(Sparse.laplacian(2), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected the pattern that was analysed");
    }

    @Test
    void whatIsNotANumberIsAValue() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int p = 0; p < 5; p++) {
                double[] values = {2, 1, 2, 1, 2};
                values[p] = bad;
                assertThat(SparseCholesky.of(new SparseSymmetric(Sparse.path(3), values)))
                        .isEmpty();
            }
        }
        assertThat(SparseCholesky.of(new SparseSymmetric(Sparse.path(1), new double[] {0})))
                .isEmpty();
        assertThat(SparseCholesky.of(SparseSymmetric.of(0, new int[0], new int[0], new double[0])))
                .isPresent();
    }

    @Test
    void deepTreesAndDenseRowsAreNoTrouble() {
        int n = 300_000;
        for (SymmetricPattern pattern :
                new SymmetricPattern[] {Sparse.path(n), Sparse.star(n, 0), Sparse.star(n, n / 2)}) {
            double[] values = new double[pattern.entries()];
            Arrays.fill(values, 1e-6);
            SparseSymmetric a = new SparseSymmetric(pattern, values).plusIdentity(2);
            SymbolicCholesky symbolic = SymbolicCholesky.of(pattern);
            assertThat(symbolic.entries()).isLessThan(5L * n + 10); // no fill, only blocks of 4
            double[] x = new double[n];
            Arrays.fill(x, 1);
            symbolic.factorise(a, 0).orElseThrow().solve(x);
            double[] back = new double[n];
            a.times(x, back);
            Arrays.setAll(back, k -> back[k] - 1);
            assertThat(Vectors.normInf(back)).isLessThan(1e-10);
        }
    }

    @Test
    void theOrderIsAPermutationWithLittleFill() {
        RandomGenerator random = Seeds.random(23);
        for (int trial = 0; trial < 200; trial++) {
            int n = 1 + random.nextInt(80);
            int[] order = MinimumDegree.of(Sparse.random(n, random.nextInt(5 * n), random));
            Arrays.sort(order);
            for (int k = 0; k < n; k++) {
                assertThat(order[k]).isEqualTo(k);
            }
        }
        // SuperLU's minimum degree (scipy.sparse.linalg.splu, MMD_AT_PLUS_A, symmetric mode): 64 by 64 points, nnz(L);
        // here with the zeros of the blocks
        assertThat(SymbolicCholesky.of(Sparse.laplacian(64).pattern()).entries())
                .isLessThan((long) (1.5 * 63_266));
    }
}
