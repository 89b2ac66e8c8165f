package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiniteDifferencesTest {
    private static double f(double[] x) {
        return Math.exp(x[0]) * Math.sin(x[1]);
    }

    private static void gradient(double[] x, double[] g) {
        g[0] = Math.exp(x[0]) * Math.sin(x[1]);
        g[1] = Math.exp(x[0]) * Math.cos(x[1]);
    }

    @Test
    void gradientsAndHessiansAreRightToTheErrorTheyClaim() {
        for (double[] x : new double[][] {{0.3, -0.7}, {5, 100}, {-3, 0}}) {
            double[] g = new double[2];
            double[] exact = new double[2];
            FiniteDifferences.gradient(FiniteDifferencesTest::f, x, g);
            gradient(x, exact);
            double scale = Math.exp(x[0]);
            assertThat(g[0]).isCloseTo(exact[0], within(1e-9 * scale * Math.max(1, x[1] * x[1])));
            assertThat(g[1]).isCloseTo(exact[1], within(1e-5 * scale));
            Hessian h = FiniteDifferences.hessian(FiniteDifferencesTest::gradient, x);
            double[][] dense = h.dense();
            double off = Math.exp(x[0]) * Math.cos(x[1]);
            double[][] truth = {{exact[0], off}, {off, -exact[0]}};
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    assertThat(Math.abs(dense[i][j] - truth[i][j])).isLessThanOrEqualTo(h.error());
                }
            }
            assertThat(h.error()).isLessThan(2e-5 * scale * Math.max(1, x[1] * x[1]));
            double[] v = {0.5, -2};
            double[] hv = new double[2];
            h.times(v, hv);
            assertThat(hv[0]).isCloseTo(truth[0][0] * v[0] + truth[0][1] * v[1], within(1e-4 * scale));
        }
    }

    @Test
    void theProductWithZeroIsZero() {
        double[] hv = {1, 1};
        FiniteDifferences.hessian(FiniteDifferencesTest::gradient, new double[] {1, 2})
                .times(new double[2], hv);
        assertThat(hv).containsExactly(0, 0);
    }
}
