package org.hesse.method.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hesse.linear.Vectors;
import org.hesse.method.Iterates;
import org.hesse.objective.Batches;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Objective;
import org.hesse.run.Observer;
import org.hesse.run.Progress;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;

class AdaHessianTest {
    /** f(x) = ½xᵀHx. */
    private record Form(double[]... h) implements Objective, Curved {
        @Override
        public int dimension() {
            return h.length;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[x.length]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            for (int i = 0; i < g.length; i++) {
                g[i] = Vectors.dot(h[i], x);
            }
            return 0.5 * Vectors.dot(x, g);
        }

        @Override
        public Hessian hessianAt(double[] x) {
            return new Hessian() {
                @Override
                public int dimension() {
                    return h.length;
                }

                @Override
                public void times(double[] v, double[] hv) {
                    valueAndGradient(v, hv);
                }
            };
        }
    }

    @Test
    void onADiagonalHessianEveryProbeIsTheDiagonal() {
        double[] d = {4, 0.25};
        double[][] path =
                Iterates.of(new Form(new double[] {4, 0}, new double[] {0, 0.25}), new AdaHessian(0.3), 5, 1, -2);
        double[] x = {1, -2};
        double[] m = new double[2];
        for (int k = 1; k <= 5; k++) { // v̂ = d² at every step
            for (int i = 0; i < 2; i++) {
                m[i] = 0.9 * m[i] + 0.1 * d[i] * x[i];
                x[i] -= 0.3 * m[i] / (1 - Math.pow(0.9, k)) / (d[i] + 1e-4);
                assertThat(path[k - 1][i]).isCloseTo(x[i], within(1e-13));
            }
        }
    }

    @Test
    void theSecondMomentEstimatesTheSquaredNormsOfTheRows() {
        AdaHessian method = new AdaHessian(Schedule.constant(0), 0.9, 0.999, 1e-4, 1, 1, 1);
        double[] v = last(method, 4000);
        double c = 1 - Math.pow(0.999, 4000);
        assertThat(v[0] / c).isCloseTo(2 * 2 + 1, within(0.5));
        assertThat(v[1] / c).isCloseTo(3 * 3 + 1, within(0.7)); // not 3², the square of the diagonal
    }

    @Test
    void aBlockSharesItsMeanCurvature() {
        double[] v = last(new AdaHessian(Schedule.constant(0), 0.9, 0, 1e-4, 2, 1, 1), 1);
        // H(1, ±1) is (3, 4) or (1, −2), up to sign
        assertThat(v[0]).isEqualTo(v[1]).isIn(3.5 * 3.5, 1.5 * 1.5);
    }

    private static double[] last(AdaHessian method, int steps) {
        List<AdaHessian.State> states = new ArrayList<>();
        Iterates.run(new Form(new double[] {2, 1}, new double[] {1, 3}), Batches.full(), method, steps, 1, 1)
                .observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        states.add((AdaHessian.State) p.state());
                    }
                })
                .run();
        return states.get(states.size() - 1).v();
    }

    @Test
    void checksItsConstants() {
        assertThatThrownBy(() -> new AdaHessian(Schedule.constant(1), 1, 0.9, 0, 1, 1, 1))
                .hasMessageContaining("beta1 = 1");
        assertThatThrownBy(() -> new AdaHessian(Schedule.constant(1), 0.9, 0.9, 0, 0, 1, 1))
                .hasMessageContaining("block = 0");
    }
}
