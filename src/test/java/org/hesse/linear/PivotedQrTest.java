package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PivotedQrTest {
    private static double[][] random(int m, int n, int rank, RandomGenerator random) {
        double[][] a = new double[m][n];
        for (int k = 0; k < rank; k++) {
            double[] u = random.doubles(m, -1, 1).toArray();
            double[] v = random.doubles(n, -1, 1).toArray();
            for (int i = 0; i < m; i++) {
                Vectors.axpy(u[i], v, a[i]);
            }
        }
        return a;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] times(double[][] a, double[] y) {
        return Arrays.stream(a).mapToDouble(row -> Vectors.dot(row, y)).toArray();
    }

    private static double[] transposedTimes(double[][] a, double[] b) {
        double[] y = new double[a[0].length];
        for (int i = 0; i < b.length; i++) {
            Vectors.axpy(b[i], a[i], y);
        }
        return y;
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "5,3,3", "9,9,9", "40,7,7", "3,6,3", "12,6,4", "6,12,5", "4,3,0"})
    void theFactorsAreThoseOfTheMatrix(int m, int n, int rank) {
        RandomGenerator random = Seeds.random(m * 100 + n);
        double[][] a = random(m, n, rank, random);
        PivotedQr qr = PivotedQr.of(a, ones(n));
        assertThat(qr.rank()).isEqualTo(rank);
        double[] y = random.doubles(n, -1, 1).toArray();
        double[] b = random.doubles(m, -1, 1).toArray();
        double[] ay = times(a, y);
        assertThat(qr.times(y, m)).containsExactly(ay, within(1e-13));
        assertThat(Vectors.norm(qr.timesR(y))).isCloseTo(Vectors.norm(ay), within(1e-13));
        assertThat(qr.timesTransposedR(qr.projected(b))).containsExactly(transposedTimes(a, b), within(1e-13));
    }

    /** The shortest solution: the residual is orthogonal to the columns, y lies in the span of the rows. */
    @ParameterizedTest
    @CsvSource({"5,3,3", "12,6,4", "6,12,5", "7,7,6", "4,3,0"})
    void theShortestMinimiserIsThePseudoinverse(int m, int n, int rank) {
        RandomGenerator random = Seeds.random(m);
        double[][] a = random(m, n, rank, random);
        double[] b = random.doubles(m, -1, 1).toArray();
        PivotedQr qr = PivotedQr.of(a, ones(n));
        double[] y = qr.shortest(qr.projected(b), qr.rank());
        double[] left = Vectors.minus(times(a, y), b);
        assertThat(Vectors.normInf(transposedTimes(a, left))).isLessThan(1e-13);
        double[][] transposed = new double[n][m];
        Products.transpose(a, m, n, transposed);
        PivotedQr rows = PivotedQr.of(transposed, ones(m));
        double[] w = rows.solve(rows.projected(y), rows.rank());
        assertThat(times(transposed, w)).containsExactly(y, within(1e-12));
    }

    /** Läuchli's matrix: AᵀA is singular in doubles, the least-squares problem is well within them. */
    @Test
    void theConditionIsNotSquared() {
        double tiny = 1e-9;
        double[][] a = {{1, 1, 1}, {tiny, 0, 0}, {0, tiny, 0}, {0, 0, tiny}};
        double[] b = {3, tiny, tiny, tiny}; // y = 1
        PivotedQr qr = PivotedQr.of(a, ones(3));
        assertThat(qr.rank()).isEqualTo(3);
        assertThat(qr.solve(qr.projected(b), 3)).containsExactly(ones(3), within(1e-6));
        assertThat(Cholesky.of(new double[][] {{1 + tiny * tiny, 1, 1}, {1, 1 + tiny * tiny, 1}, {1, 1, 1 + tiny * tiny}
                }))
                .isEmpty();
    }

    @Test
    void dampingSolvesTheNormalEquations() {
        RandomGenerator random = Seeds.random(3);
        double[][] a = random(9, 5, 3, random);
        double[] b = random.doubles(9, -1, 1).toArray();
        double[] d = random.doubles(5, 0.1, 2).toArray();
        PivotedQr qr = PivotedQr.of(a, ones(5));
        DampedQr damped = new DampedQr(qr, d, qr.projected(b));
        double[][] normal = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (double[] row : a) {
                Vectors.axpy(row[i], row, normal[i]);
            }
            normal[i][i] += d[i] * d[i];
        }
        Cholesky cholesky = Cholesky.of(normal).orElseThrow();
        assertThat(damped.solution()).containsExactly(cholesky.solve(transposedTimes(a, b)), within(1e-12));
        double form = Vectors.dot(d, cholesky.solve(d));
        assertThat(damped.inverseForm(d)).isCloseTo(form, within(1e-12 * form));
    }
}
