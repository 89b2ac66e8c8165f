package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsTest {
    private static double[] random(int n, long seed) {
        RandomGenerator random = Seeds.random(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextDouble() * 2 - 1;
        }
        return x;
    }

    /** Σ xᵢyᵢ without rounding. */
    private static double exactDot(double[] x, double[] y) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = sum.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
        }
        return sum.doubleValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 63, 1001})
    void kernelsAgreeWithExactSumsAtEveryLength(int n) {
        double[] x = random(n, 1);
        double[] y = random(n, 2);
        double[] z = random(n, 3);
        double tolerance = 1e-16 * (n + 1);
        assertThat(Vectors.dot(x, y)).isCloseTo(exactDot(x, y), within(tolerance));
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            expected[i] = y[i] + 0.3 * x[i];
        }
        double[] plain = y.clone();
        Vectors.axpy(0.3, x, plain);
        assertThat(plain).isEqualTo(expected);
        assertThat(Vectors.plus(y, 0.3, x)).isEqualTo(expected);
        double[] fused = y.clone();
        assertThat(Vectors.axpyDot(0.3, x, fused, z)).isEqualTo(Vectors.dot(expected, z));
        assertThat(fused).isEqualTo(expected);
        double[] self = y.clone();
        assertThat(Vectors.axpyDot(0.3, x, self, self)).isEqualTo(Vectors.dot(expected, expected));
        assertThat(Vectors.norm(x)).isCloseTo(Math.sqrt(exactDot(x, x)), within(tolerance));
        Vectors.scale(2, plain);
        assertThat(Vectors.minus(plain, expected)).isEqualTo(expected);
    }

    @Test
    void normsNeitherOverflowNorUnderflowAndKeepNaN() {
        assertThat(Vectors.norm(new double[] {3e200, 4e200})).isCloseTo(5e200, within(1e185));
        assertThat(Vectors.norm(new double[] {3e-200, 4e-200})).isCloseTo(5e-200, within(1e-215));
        assertThat(Vectors.norm(new double[] {0, 0})).isZero();
        assertThat(Vectors.norm(new double[] {Double.NEGATIVE_INFINITY, 1})).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Vectors.norm(new double[] {Double.NaN, 1})).isNaN();
        assertThat(Vectors.normInf(new double[] {1, -7, Double.NaN, 3})).isNaN();
        assertThat(Vectors.normInf(new double[] {1, -7, 3})).isEqualTo(7);
    }
}
