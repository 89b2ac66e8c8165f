package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpectrumTest {
    private static final double EPSILON = Math.ulp(1.0);

    /** numpy.linalg.eigvalsh (NumPy 2.4) of a small matrix, of the Hilbert matrix 5 and of Wilkinson's W11+. */
    static Stream<Arguments> references() {
        double[][] small = {{4, 1, -2, 2}, {1, 2, 0, 1}, {-2, 0, 3, -2}, {2, 1, -2, -1}};
        double[][] hilbert = new double[5][5];
        double[][] wilkinson = new double[11][11];
        for (int i = 0; i < 11; i++) {
            wilkinson[i][i] = Math.abs(i - 5);
            if (i > 0) {
                wilkinson[i][i - 1] = 1;
                wilkinson[i - 1][i] = 1;
            }
            for (int j = 0; i < 5 && j < 5; j++) {
                hilbert[i][j] = 1.0 / (i + j + 1);
            }
        }
        return Stream.of(
                Arguments.of(
                        small,
                        new double[] {-2.197516977439427, 1.0843644637732177, 2.2685314064312423, 6.844621107234966}),
                Arguments.of(hilbert, new double[] {
                    3.2879287721667084e-06,
                    0.0003058980401511414,
                    0.011407491623419655,
                    0.20853421861101332,
                    1.5670506910982307
                }),
                Arguments.of(wilkinson, new double[] {
                    -1.1254410610962684,
                    0.25384245441942765,
                    0.947814196002671,
                    1.7922671094770624,
                    2.1355474411318225,
                    3.0000000000000004,
                    3.0819770319979067,
                    4.207732890522938,
                    4.213870558154004,
                    5.746157545580572,
                    5.746231833809865
                }));
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithNumpy(double[][] a, double[] expected) {
        Spectrum s = Spectrum.of(a);
        double bound = 2 * a.length * EPSILON * s.norm();
        assertThat(s.values()).containsExactly(expected, within(bound));
        assertThat(Spectrum.valuesOf(a)).containsExactly(expected, within(bound));
        assertThat(s.norm()).isEqualTo(expected[expected.length - 1], within(bound));
    }

    @Test
    void vectorsAreOrthonormalAndSolveTheEigenproblemToTheResiduals() {
        RandomGenerator random = Seeds.random(4);
        for (int n : new int[] {1, 2, 5, 40}) {
            double[][] a = symmetric(n, random);
            Spectrum s = Spectrum.of(a);
            assertThat(s.values()).isSorted();
            assertThat(s.asymmetry()).isZero();
            for (int k = 0; k < n; k++) {
                double[] v = s.vectors()[k];
                for (int j = 0; j < n; j++) {
                    assertThat(Vectors.dot(v, s.vectors()[j])).isCloseTo(j == k ? 1 : 0, within(4 * n * EPSILON));
                }
                double[] r = new double[n];
                for (int i = 0; i < n; i++) {
                    r[i] = Vectors.dot(a[i], v) - s.values()[k] * v[i];
                }
                assertThat(s.residuals()[k]).isEqualTo(Vectors.norm(r));
                assertThat(s.residuals()[k]).isLessThanOrEqualTo(4 * n * EPSILON * s.norm());
            }
        }
    }

    static double[][] symmetric(int n, RandomGenerator random) {
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
    void takesTheSymmetricPartAndReportsTheRest() {
        double[][] a = {{1, 3}, {1, 1}}; // symmetric part (1 2; 2 1): −1 and 3; ‖A − Aᵀ‖/2 = ‖(0 1; −1 0)‖ = √2
        Spectrum s = Spectrum.of(a);
        assertThat(s.values()).containsExactly(new double[] {-1, 3}, within(1e-15));
        assertThat(s.asymmetry()).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(a).isDeepEqualTo(new double[][] {{1, 3}, {1, 1}});
    }

    @Test
    void scalesZeroAndRepeatedEigenvaluesAreFine() {
        assertThat(Spectrum.of(new double[3][3]).values()).containsOnly(0.0);
        assertThat(Spectrum.of(new double[][] {{0, 1}, {1, 0}}).values())
                .containsExactly(new double[] {-1, 1}, within(1e-15));
        for (double scale : new double[] {1e-200, 1e200}) {
            assertThat(Spectrum.of(new double[][] {{2 * scale, scale}, {scale, 2 * scale}})
                            .values())
                    .containsExactly(new double[] {scale, 3 * scale}, within(1e-15 * scale));
        }
    }

    @Test
    void badMatricesAreExplained() {
        assertThatThrownBy(() -> Spectrum.of(new double[][] {{1, 2}, {2, Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("matrix entry in row 1, column 1 is NaN: expected a finite number");
        assertThatThrownBy(() -> Spectrum.valuesOf(new double[][] {{1, 2}, {2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("matrix row 1 has 1 entries: expected 2, the number of rows");
    }
}
