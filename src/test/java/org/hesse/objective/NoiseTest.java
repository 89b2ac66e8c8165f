package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hesse.linear.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
    /** Moré and Wild (2011), section 5: a quadratic with uniform relative noise; its standard deviation is known. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-9, 1e-6, 1e-3})
    void isWithinAFactorOfFourForNearlyAllSeeds(double relative) {
        int close = 0;
        for (int seed = 0; seed < 4000; seed++) {
            RandomGenerator random = Seeds.random(seed);
            double[] x = random.doubles(10, -1, 1).toArray();
            Noise noise = Noise.at(y -> Vectors.dot(y, y) * (1 + relative * (2 * random.nextDouble() - 1)), x);
            double truth = relative / Math.sqrt(3) * Vectors.dot(x, x);
            boolean within = noise.level() < 4 * truth && noise.level() > truth / 4;
            close += noise.status() == Noise.Status.FOUND && within ? 1 : 0;
            assertThat(noise.evaluations()).isLessThanOrEqualTo(35);
        }
        assertThat(close).isGreaterThanOrEqualTo(3960);
    }

    @Test
    void ofAnExactFunctionIsRounding() {
        double[] x = {0.5, 2};
        Noise noise = Noise.at(y -> Math.exp(y[0]) * Math.cos(y[1]) + 3, x);
        assertThat(noise.level()).isBetween(1e-17, 1e-14);
        assertThat(noise.dominatesRounding()).isFalse();
        assertThat(noise.evaluations()).isLessThanOrEqualTo(14);
    }

    @Test
    void readsItsTable() {
        assertThat(Noise.of(new double[] {1, 1, 1, 1, 1, 1, 1}).status()).isEqualTo(Noise.Status.STEP_TOO_SMALL);
        assertThat(Noise.of(new double[] {1, 2, 4, 8, 16, 32, 64}).status()).isEqualTo(Noise.Status.STEP_TOO_LARGE);
        assertThat(Noise.of(new double[] {1, 1, Double.NaN, 1, 1}).status()).isEqualTo(Noise.Status.STEP_TOO_LARGE);
        // +-1 by turns: the k-th differences are 2^k, so sigma_1^2 = (1/2) 4, sigma_2^2 = (1/6) 16, sigma_3^2 = (1/20)
        // 64
        Noise turns = Noise.of(new double[] {101, 99, 101, 99, 101, 99, 101});
        assertThat(turns.status()).isEqualTo(Noise.Status.FOUND);
        assertThat(turns.level()).isCloseTo(Math.sqrt(2), within(1e-14));
        assertThatThrownBy(() -> Noise.of(new double[4])).hasMessageContaining("4 values, expected at least 5");
    }

    /** 1000 + t² + t³/4: its differences change sign, but fall too fast, σ₁ = 4.9, σ₂ = 1.5, σ₃ = 0.3, to be noise. */
    @Test
    void aCubicIsNotNoise() {
        double[] cubic = IntStream.rangeClosed(-4, 4)
                .mapToDouble(t -> 1000 + t * t + 0.25 * t * t * t)
                .toArray();
        assertThat(Noise.of(cubic).status()).isEqualTo(Noise.Status.STEP_TOO_LARGE);
    }

    /** At h* the two parts of the error are what its derivation makes them; other steps are worse. */
    @Test
    void itsStepsMakeTheErrorLeast() {
        Noise noise = new Noise(1e-6, 1, 1e-2, Noise.Status.FOUND, 7);
        double mu = 3;
        double forward = noise.forwardStep(mu);
        double central = noise.centralStep(mu);
        for (double factor : new double[] {0.8, 1.25}) {
            assertThat(forwardError(forward * factor, mu)).isGreaterThan(forwardError(forward, mu));
            assertThat(centralError(central * factor, mu)).isGreaterThan(centralError(central, mu));
        }
        assertThatThrownBy(() -> noise.centralStep(0)).hasMessage("third = 0.0, expected a finite number > 0");
    }

    private static double forwardError(double h, double mu) {
        return Math.pow(h * mu / 2, 2) + 2e-12 / (h * h);
    }

    private static double centralError(double h, double mu) {
        return Math.pow(h * h * mu / 6, 2) + 1e-12 / (2 * h * h);
    }

    @Test
    void differencesOfANoisyFunction() {
        double[] x = {0.4, -1.3};
        FiniteDifferences.Value f = y -> Math.exp(y[0]) * Math.sin(y[1])
                + 1e-6 * (Seeds.mix(Double.doubleToLongBits(y[0]), Double.doubleToLongBits(y[1])) / 0x1p63);
        double[] exact = {Math.exp(0.4) * Math.sin(-1.3), Math.exp(0.4) * Math.cos(-1.3)};
        double[] g = new double[2];
        FiniteDifferences.gradient(f, x, g);
        double before = Vectors.norm(Vectors.minus(g, exact));
        FiniteDifferences.gradient(f, x, Noise.at(f, x), g);
        assertThat(before).isGreaterThan(1e-2);
        assertThat(Vectors.norm(Vectors.minus(g, exact))).isLessThan(1e-4);
    }
}
