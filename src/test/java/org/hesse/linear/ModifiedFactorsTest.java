package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

/** The modifications that add less than Gill, Murray and Wright's; that one is in {@link CholeskyTest}. */
class ModifiedFactorsTest {
    /** H + E, of which the solutions are known. */
    private static double[][] changed(int n, UnaryOperator<double[]> solve) {
        double[][] inverse = new double[n][];
        for (int j = 0; j < n; j++) {
            double[] e = new double[n];
            e[j] = 1;
            inverse[j] = solve.apply(e);
        }
        double[][] matrix = new double[n][n];
        Lu lu = Lu.of(inverse).orElseThrow();
        for (int j = 0; j < n; j++) {
            double[] e = new double[n];
            e[j] = 1;
            matrix[j] = lu.solve(e);
        }
        return Spectrum.symmetricPart(matrix);
    }

    /** A random orthogonal matrix times given eigenvalues. */
    private static double[][] withEigenvalues(double[] values, RandomGenerator random) {
        int n = values.length;
        double[][] v = Spectrum.of(SpectrumTest.symmetric(n, random)).vectors();
        double[][] a = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] += values[k] * v[k][i] * v[k][j];
                }
            }
        }
        return Spectrum.symmetricPart(a);
    }

    private static double norm(double[][] a, double[][] b) {
        double[][] e = new double[a.length][];
        Arrays.setAll(e, i -> Vectors.minus(a[i], b[i]));
        return Spectrum.of(e).norm();
    }

    @Test
    void nothingIsAddedToASafeMatrix() {
        RandomGenerator random = Seeds.random(51);
        for (int n : new int[] {1, 2, 3, 8, 40}) {
            double[] values = random.doubles(n, 1e-3, 1).toArray();
            double[][] a = withEigenvalues(values, random);
            double[] b = random.doubles(n, -1, 1).toArray();
            double[] x = Cholesky.of(a).orElseThrow().solve(b);
            ModifiedCholesky m = ModifiedCholesky.schnabelEskow(a);
            assertThat(m.change()).isZero();
            assertThat(m.solve(b)).containsExactly(x, within(1e-9));
            for (boolean mirrored : new boolean[] {false, true}) {
                ChengHigham c = ChengHigham.of(a, mirrored);
                assertThat(c.change()).isZero();
                assertThat(c.solve(b)).containsExactly(x, within(1e-9));
            }
        }
    }

    /** The bound of Schnabel and Eskow where the second phase has the whole matrix; E is diagonal and as solved with. */
    @Test
    void schnabelAndEskowKeepTheirBound() {
        RandomGenerator random = Seeds.random(52);
        int second = 0;
        for (int trial = 0; trial < 500; trial++) {
            int n = 1 + random.nextInt(25);
            double[][] h = SpectrumTest.symmetric(n, random);
            ModifiedCholesky m = ModifiedCholesky.schnabelEskow(h);
            double[] e = m.added();
            double[][] sum = new double[n][];
            double gershgorin = 0;
            double gamma = 0;
            double smallest = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                sum[i] = h[i].clone();
                sum[i][i] += e[i];
                double radius = -Math.abs(h[i][i]);
                for (double entry : h[i]) {
                    radius += Math.abs(entry);
                }
                gershgorin = Math.max(gershgorin, radius - h[i][i]);
                gamma = Math.max(gamma, Math.abs(h[i][i]));
                smallest = Math.min(smallest, h[i][i]);
                greatest = Math.max(greatest, h[i][i]);
                assertThat(e[i]).isGreaterThanOrEqualTo(0);
            }
            assertThat(Spectrum.valuesOf(sum)[0]).isPositive();
            double[] b = random.doubles(n, -1, 1).toArray();
            assertThat(CholeskyTest.times(sum, m.solve(b))).containsExactly(b, within(1e-5));
            if (greatest < 0 || smallest < -0.1 * greatest) {
                second++;
                double tau = Math.cbrt(Math.ulp(1.0));
                assertThat(m.change())
                        .isLessThanOrEqualTo(gershgorin + 2 * tau / (1 - tau) * (gershgorin + gamma) + 1e-9);
            }
        }
        assertThat(second).isBetween(200, 490);
    }

    @Test
    void schnabelAndEskowByHand() {
        // phase two at once: the disc of the first reaches to 0, of the second to −2; then the block [[1, 1], [1, −1]]
        // of eigenvalues ±√2 as the last two: δ = √2 + 2τ√2/(1 − τ)
        double tau = Math.cbrt(Math.ulp(1.0));
        double delta = Math.sqrt(2) * (1 + 2 * tau / (1 - tau));
        assertThat(ModifiedCholesky.schnabelEskow(new double[][] {{1, 1}, {1, -1}})
                        .added())
                .containsExactly(new double[] {delta, delta}, within(1e-14));
        assertThat(ModifiedCholesky.schnabelEskow(new double[2][2]).added()).containsExactly(1, 1);
        assertThat(ModifiedCholesky.schnabelEskow(new double[][] {{-3}}).added()[0])
                .isCloseTo(3 + 3 * tau / (1 - tau), within(1e-14));
    }

    @Test
    void chengAndHighamKeepTheirBound() {
        RandomGenerator random = Seeds.random(53);
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + random.nextInt(25);
            double[][] h = SpectrumTest.symmetric(n, random);
            double[][] scaled = new double[n][n]; // the matrix whose rows sum to 1 has the scale 1
            double[] s = new double[n];
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (double entry : h[i]) {
                    sum += Math.abs(entry);
                }
                s[i] = 1 / Math.sqrt(sum);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    scaled[i][j] = s[i] * h[i][j] * s[j];
                }
            }
            double lowest = Spectrum.valuesOf(scaled)[0];
            for (boolean mirrored : new boolean[] {false, true}) {
                ChengHigham c = ChengHigham.of(h, mirrored);
                double[][] changed = changed(n, c::solve);
                double[][] back = new double[n][n];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        back[i][j] = s[i] * changed[i][j] * s[j];
                    }
                }
                assertThat(Spectrum.valuesOf(back)[0]).isPositive();
                // D has no eigenvalue below λ_min/λ_min(LLᵀ), and the entries of L are at most 2.781
                double most = Math.max(0, -lowest) * 1e3 * n + 1e-6;
                assertThat(c.change()).isLessThanOrEqualTo(most);
                assertThat(norm(back, scaled)).isLessThanOrEqualTo(c.change() * 3 * 2.781 * n + 1e-5);
                assertThat(c.change() == 0).isEqualTo(lowest > 1e-8 * 2);
            }
        }
    }

    @Test
    void chengAndHighamByHand() {
        // rows sum to 4: the scaled matrix is a quarter, a pivot of one row, eigenvalues 3/4 and −1/4
        double[][] h = {{-1, 0}, {0, 3}};
        assertThat(ChengHigham.of(h, true).solve(new double[] {1, 1}))
                .containsExactly(new double[] {1, 1 / 3.0}, within(1e-15));
        double floor = Math.sqrt(Math.ulp(0.5));
        assertThat(ChengHigham.of(h, false).solve(new double[] {floor, 1}))
                .containsExactly(new double[] {1, 1 / 3.0}, within(1e-15));
        // a pivot of two rows: eigenvalues ±5 become 5 and 5, or 5 and δ
        double[][] zero = {{0, 5}, {5, 0}};
        assertThat(ChengHigham.of(zero, true).solve(new double[] {5, 10}))
                .containsExactly(new double[] {1, 2}, within(1e-15));
        assertThat(ChengHigham.of(zero, false).solve(new double[] {1, 1}))
                .containsExactly(new double[] {0.2, 0.2}, within(1e-8)); // one part in 1/δ is rounding
        assertThat(ChengHigham.of(zero, true).change()).isEqualTo(2);
        assertThat(ChengHigham.of(new double[2][2], true).solve(new double[] {3, 4}))
                .containsExactly(3, 4);
        assertThatThrownBy(() -> ChengHigham.of(new double[2][3], true)).hasMessageContaining("row 0 has 3 entries");
    }

    /** What Gill, Murray and Wright's adds 70 times of is added a few times. */
    @Test
    void lessIsAddedThanByBoundsOnTheElements() {
        RandomGenerator random = Seeds.random(54);
        double[] sum = new double[4];
        for (int trial = 0; trial < 10; trial++) {
            double[][] h = SpectrumTest.symmetric(100, random);
            double lowest = Spectrum.valuesOf(h)[0];
            sum[0] += ModifiedCholesky.of(h).change() / -lowest;
            sum[1] += ModifiedCholesky.schnabelEskow(h).change() / -lowest;
            sum[2] += norm(changed(100, ChengHigham.of(h, false)::solve), h) / -lowest;
            sum[3] += norm(changed(100, ChengHigham.of(h, true)::solve), h) / -lowest;
        }
        assertThat(sum[0] / 10).isGreaterThan(50);
        assertThat(sum[1] / 10).isLessThan(5);
        assertThat(sum[2] / 10).isLessThan(25); // in the norm of the scaled matrix it is nearer
        assertThat(sum[3] / 10).isLessThan(50);
    }

    @Test
    void aShiftOfASparseMatrixIsShort() {
        RandomGenerator random = Seeds.random(55);
        int indefinite = 0;
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + random.nextInt(40);
            SparseSymmetric a =
                    Sparse.matrix(Sparse.random(n, random.nextInt(4 * n), random), 3 * random.nextDouble(), random);
            ShiftedCholesky c = ShiftedCholesky.of(a).orElseThrow();
            double lowest = Spectrum.valuesOf(a.dense())[0];
            if (lowest > 0) {
                assertThat(c.tau()).isZero();
                assertThat(c.factorisations()).isEqualTo(1);
            } else {
                indefinite++;
                assertThat(c.tau()).isBetween(-lowest, -4 * lowest + 1e-10 * a.norm());
                assertThat(c.factorisations()).isLessThanOrEqualTo(8);
            }
            double[] b = random.doubles(n, -1, 1).toArray();
            double[] x = b.clone();
            c.factors().solve(x);
            double[] back = new double[n];
            a.plusIdentity(c.tau()).times(x, back);
            assertThat(back).containsExactly(b, within(1e-9 * (1 + Vectors.norm(x))));
        }
        assertThat(indefinite).isBetween(100, 280);
        SparseSymmetric zero = SparseSymmetric.of(3, new int[0], new int[0], new double[0]);
        assertThat(ShiftedCholesky.of(zero).orElseThrow().tau()).isEqualTo(1);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(ShiftedCholesky.of(new SparseSymmetric(Sparse.path(3), new double[] {1, bad, 2, 0, 1})))
                    .isEmpty();
        }
        assertThat(SymbolicCholesky.kept(zero.pattern())).isSameAs(SymbolicCholesky.kept(zero.pattern()));
    }

    /** The second failure is at −100 + τ with τ = 2·1: what it shows is the curvature −100 of H, so τ = 200, by hand. */
    @Test
    void aSecondShiftKnowsTheFirst() {
        int[] places = {0, 1};
        ShiftedCholesky up = ShiftedCholesky.of(SparseSymmetric.of(2, places, places, new double[] {-1, -100}))
                .orElseThrow();
        ShiftedCholesky down = ShiftedCholesky.of(SparseSymmetric.of(2, places, places, new double[] {-100, -1}))
                .orElseThrow();
        assertThat(up.tau()).isEqualTo(200);
        assertThat(down.tau()).isEqualTo(200);
        assertThat(up.factorisations() + down.factorisations()).isEqualTo(3 + 2); // whichever comes first
    }
}
