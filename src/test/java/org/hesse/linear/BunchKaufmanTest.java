package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BunchKaufmanTest {
    private static double[][] random(int n, boolean zeroDiagonal, RandomGenerator random) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = i == j && zeroDiagonal ? 0 : random.nextGaussian();
                a[j][i] = a[i][j];
            }
        }
        return a;
    }

    /** CᵀDC of a random C, whose inertia is that of D by Sylvester's law. */
    private static double[][] congruent(double[] d, RandomGenerator random) {
        int n = d.length;
        double[][] c = new double[n][];
        double[][] ct = new double[n][n];
        double[][] dc = new double[n][];
        for (int i = 0; i < n; i++) {
            c[i] = random.doubles(n, -1, 1).toArray();
            dc[i] = c[i].clone();
            Vectors.scale(d[i], dc[i]);
        }
        Products.transpose(c, n, n, ct);
        double[][] a = new double[n][n];
        Products.addUpper(ct, dc, n, n, a);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[i][j] = a[j][i];
            }
        }
        return a;
    }

    private static void assertInertia(double[][] a, int negative) {
        Inertia inertia = Inertia.of(a, 0);
        assertThat(inertia.isCertain()).as("%s", inertia).isTrue();
        assertThat(inertia.negative()).isEqualTo(negative);
        assertThat(inertia.positive()).isEqualTo(a.length - negative);
    }

    private static int negative(double[] values) {
        return (int) Arrays.stream(values).filter(lambda -> lambda < 0).count();
    }

    @Test
    void countsAThousandZeroDiagonalMatricesAsTheEigenvaluesDo() {
        RandomGenerator random = Seeds.random(1);
        for (int trial = 0; trial < 1000; trial++) {
            double[][] a = random(2 + trial % 39, true, random);
            assertInertia(a, negative(Spectrum.valuesOf(a)));
        }
    }

    /** 33 and 65 begin a new panel; with blocks of two across its end. Once run up to n = 2000. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 34, 64, 65, 100, 257})
    void countsAndSolvesAcrossPanels(int n) {
        RandomGenerator random = Seeds.random(n);
        double[][] a = random(n, false, random);
        double[][] before = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
        assertInertia(a, negative(Spectrum.valuesOf(a)));
        double[] b = random.doubles(n, -1, 1).toArray();
        BunchKaufman f = BunchKaufman.of(a);
        double[] x = f.solve(b);
        for (int i = 0; i < n; i++) {
            assertThat(Vectors.dot(a[i], x)).isCloseTo(b[i], within(1e-13 * n * n * (1 + Vectors.norm(x))));
        }
        assertThat(a).isDeepEqualTo(before);
        assertThat(f.error()).isLessThan(1e-13 * n).isLessThan(f.bound() + 1e-300);
        assertThat(f.growth()).isBetween(1.0, 10.0 + n);
    }

    @Test
    void congruencesKeepTheInertia() {
        RandomGenerator random = Seeds.random(7);
        for (int n : new int[] {3, 10, 40, 90}) {
            for (int negative : new int[] {0, 1, n / 2, n}) {
                double[] d = new double[n];
                for (int i = 0; i < n; i++) {
                    d[i] = (i < negative ? -1 : 1) * (1 + random.nextDouble());
                }
                assertInertia(congruent(d, random), negative);
            }
        }
    }

    @Test
    void needsNoDiagonal() {
        double[][] swap = {{0, 1}, {1, 0}};
        assertInertia(swap, 1);
        assertThat(BunchKaufman.of(swap).solve(new double[] {3, 5})).containsExactly(5, 3);
        assertInertia(new double[][] {{0, 0, 1}, {0, 2, 0}, {1, 0, 0}}, 1);
    }

    @Test
    void aSingularMatrixIsUndecidedExactlyInItsNullSpace() {
        RandomGenerator random = Seeds.random(9);
        for (int trial = 0; trial < 100; trial++) {
            int n = 5 + trial % 60;
            double[] d = new double[n];
            for (int i = 0; i < n; i++) {
                d[i] = i < 2 ? 0 : i < 4 ? -1 : 1;
            }
            Inertia inertia = Inertia.of(congruent(d, random), 0);
            assertThat(inertia.negative()).isEqualTo(2);
            assertThat(inertia.undecided()).isEqualTo(2);
        }
        Inertia nothing = Inertia.of(new double[4][4], 0);
        assertThat(nothing.undecided()).isEqualTo(4);
    }

    /** Eigenvalues at 0, ±E/2, ±2E of a rotated diagonal: none within E is counted, all beyond the radius are. */
    @Test
    void theMarginIsKept() {
        RandomGenerator random = Seeds.random(11);
        double e = 1e-9;
        for (int trial = 0; trial < 300; trial++) {
            double[] d = {0, e / 2, -e / 2, 2 * e, -2 * e, 1, -1, 1};
            double[][] a = new double[8][8];
            for (int i = 0; i < 8; i++) {
                a[i][i] = d[i];
            }
            for (int k = 0; k < 20; k++) { // Householder reflections
                double[] v = random.doubles(8, -1, 1).toArray();
                Vectors.scale(1 / Vectors.norm(v), v);
                for (int pass = 0; pass < 2; pass++) {
                    double[][] t = new double[8][8];
                    for (double[] row : a) {
                        Vectors.axpy(-2 * Vectors.dot(row, v), v, row);
                    }
                    Products.transpose(a, 8, 8, t);
                    a = t;
                }
            }
            Inertia inertia = Inertia.of(a, e);
            assertThat(inertia.radius()).isLessThan(2 * e);
            assertThat(inertia.negative()).isEqualTo(2);
            assertThat(inertia.positive()).isEqualTo(3);
            assertThat(inertia.undecided()).isEqualTo(3);
        }
    }

    @Test
    void gradedMatricesHaveCertainSignsDownToTheirRounding() {
        double[][] a = random(12, false, Seeds.random(3));
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                a[i][j] *= Math.pow(10, -0.4 * (i + j));
            }
        }
        Inertia inertia = Inertia.of(a, 0);
        double[] values = Spectrum.valuesOf(a);
        long sure = Arrays.stream(values).filter(v -> v < -inertia.radius()).count();
        assertThat((long) inertia.negative()).isGreaterThanOrEqualTo(sure).isLessThanOrEqualTo(negative(values));
        assertThat(inertia.undecided()).isBetween(0, 4);
        assertThat(Inertia.of(new double[][] {{1e200, 0}, {0, -1e200}}, 0).negative())
                .isEqualTo(1);
        assertThat(Inertia.of(new double[][] {{1e-200, 0}, {0, -1e-200}}, 0).negative())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotFiniteIsUndecidedAndNothingIsThrown() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int n : new int[] {1, 2, 5, 40}) {
                for (int at = 0; at < n; at += 3) {
                    double[][] a = random(n, true, Seeds.random(n));
                    a[at][n - 1] = bad;
                    a[n - 1][at] = bad;
                    assertThat(Inertia.of(a, 0).undecided()).isEqualTo(n);
                    assertThat(BunchKaufman.of(a).error())
                            .satisfies(e -> assertThat(Double.isFinite(e)).isFalse());
                }
            }
        }
        assertThat(BunchKaufman.of(new double[1][1]).solve(new double[] {1})[0]).isInfinite();
    }

    @Test
    void wantsASquareAndAMargin() {
        assertThatThrownBy(() -> BunchKaufman.of(new double[][] {{1, 2}})).hasMessageContaining("row 0 has 2 entries");
        assertThatThrownBy(() -> Inertia.of(new double[2][2], -1)).hasMessageContaining("margin = -1.0");
        assertThat(Inertia.of(new double[0][], 0).isCertain()).isTrue();
    }
}
