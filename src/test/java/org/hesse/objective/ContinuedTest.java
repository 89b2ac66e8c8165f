package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.api.Test;

class ContinuedTest {
    private static final Domain BOX = new Domain(new double[] {0, -1, 5}, new double[] {1e-3, 1, 5});

    private static double inside(double[] x) {
        assertThat(x[0]).isBetween(0.0, 1e-3);
        assertThat(x[1]).isBetween(-1.0, 1.0);
        assertThat(x[2]).isEqualTo(5);
        return Math.exp(x[0]) + Math.sin(x[1]) + x[0] * x[1] + x[2];
    }

    @Test
    void differencesStayInTheBox() {
        FiniteDifferences.Value f = Continued.of(ContinuedTest::inside, BOX);
        for (double[] x : new double[][] {{0, -1, 5}, {1e-3, 1, 5}, {5e-4, 1 - 1e-6, 5}, {1e-6, 0, 5}}) {
            double[] g = new double[3];
            FiniteDifferences.gradient(f, x, g);
            assertThat(g[0]).isCloseTo(Math.exp(x[0]) + x[1], within(1e-9));
            assertThat(g[1]).isCloseTo(Math.cos(x[1]) + x[0], within(1e-9));
            assertThat(g[2]).isZero();
        }
    }

    @Test
    void continuesAQuadraticExactlyAlsoBeyondANarrowBox() {
        FiniteDifferences.Value f = Continued.of(x -> 3 + 2 * x[0] + x[0] * x[0] - x[0] * x[1], BOX);
        assertThat(f.at(new double[] {-2e-3, 1, 5})).isCloseTo(3 - 4e-3 + 4e-6 + 2e-3, within(1e-12));
        assertThat(f.at(new double[] {-1e-3, 1.5, 5})).isCloseTo(3 - 2e-3 + 1e-6 + 1.5e-3, within(1e-12));
    }

    /** f = √(x + 1e-3) + (y − 2)² is not defined left of −1e-3, and the least x is 0. */
    @Test
    void aRunByValuesAloneDoesNotLeaveItsBounds() {
        Objective f = new BlackBox(2, x -> {
            assertThat(x[0]).isGreaterThanOrEqualTo(0);
            return Math.sqrt(x[0] + 1e-3) + Math.pow(x[1] - 2, 2);
        });
        Result r = Minimization.of(f)
                .bounds(new double[] {0, -9}, new double[] {3, 9})
                .from(1, 1)
                .withUsual()
                .verdict(false)
                .run();
        assertThat(r.isConverged()).as(r.toString()).isTrue();
        assertThat(r.x()).containsExactly(new double[] {0, 2}, within(1e-7));
    }
}
