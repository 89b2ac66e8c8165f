package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class LuTest {
    @Test
    void solvesAgainstACraftedSolution() {
        var random = Seeds.random(3);
        for (int n : new int[] {1, 2, 3, 7, 20}) {
            double[][] a = new double[n][n];
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = i - 2.5;
                for (int j = 0; j <= i; j++) {
                    a[i][j] = random.nextGaussian();
                    a[j][i] = a[i][j];
                }
            }
            double[] b = new double[n];
            for (int i = 0; i < n; i++) {
                b[i] = Vectors.dot(a[i], x);
            }
            double[][] before = {a[0].clone(), b.clone()};
            double[] solution = Lu.of(a).orElseThrow().solve(b);
            for (int i = 0; i < n; i++) {
                assertThat(solution[i]).isCloseTo(x[i], within(1e-11));
            }
            assertThat(new double[][] {a[0], b}).isDeepEqualTo(before);
        }
    }

    @Test
    void pivotsPastAZero() {
        assertThat(Lu.of(new double[][] {{0, 2}, {4, 0}}).orElseThrow().solve(new double[] {6, 8}))
                .containsExactly(2, 3);
    }

    @Test
    void seesWhatIsSingularWhateverTheScaleOfTheVariables() {
        assertThat(Lu.of(new double[][] {{1, 2}, {2, 4}})).isEmpty();
        assertThat(Lu.of(new double[][] {{0.1, 0.3}, {0.3, 0.3 * 0.3 / 0.1}})).isEmpty(); // but for rounding
        assertThat(Lu.of(new double[][] {{1, 0}, {0, 0}})).isEmpty();
        assertThat(Lu.of(new double[][] {{1, Double.NaN}, {0, 1}})).isEmpty();
        assertThat(Lu.of(new double[][] {{1, 0}, {0, Double.POSITIVE_INFINITY}}))
                .isEmpty();
        assertThat(Lu.of(new double[][] {{1e12, 0}, {0, 1e-12}})).isPresent();
    }

    @Test
    void wantsASquare() {
        assertThatThrownBy(() -> Lu.of(new double[][] {{1, 2}})).hasMessageContaining("row 0 has 2 entries");
    }
}
