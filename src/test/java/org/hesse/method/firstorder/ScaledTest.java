package org.hesse.method.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.objective.Objective;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;

/** The traps of the methods that scale the gradient: AdaGrad, RMSProp, Adam. */
class ScaledTest {
    private static final Schedule RATE = Schedule.constant(0.01);

    /** A slope of 3 for ever, so that steps have closed forms. */
    private static final Objective SLOPE = new Objective() {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] x) {
            return 3 * x[0];
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            g[0] = 3;
            return value(x);
        }
    };

    /** Lengths of the first steps, in units of the rate. */
    private static double[] steps(Method<?> method, int count) {
        double[][] path = Iterates.of(SLOPE, method, count, 0);
        double[] lengths = new double[count];
        for (int k = 0; k < count; k++) {
            lengths[k] = ((k == 0 ? 0 : path[k - 1][0]) - path[k][0]) / 0.01;
        }
        return lengths;
    }

    @Test
    void adamsStepsAreAsLongAsTheRateButOnlyWhenCorrected() {
        assertThat(steps(new Adam(RATE, 0.9, 0.999, 1e-30, true), 3))
                .containsExactly(new double[] {1, 1, 1}, within(1e-12));
        double first = 0.1 / Math.sqrt(0.001); // 3.162
        assertThat(steps(new Adam(RATE, 0.9, 0.999, 1e-30, false), 1)[0]).isCloseTo(first, within(1e-12));
        assertThat(first).isCloseTo(3.162, within(5e-4));
    }

    @Test
    void adamAddsEpsilonToTheCorrectedRoot() {
        assertThat(steps(new Adam(RATE, 0.9, 0.999, 3, true), 1)[0]).isCloseTo(0.5, within(1e-12));
        // added to the uncorrected root it would be worth 31.6 times as much: 3/(3 + 31.6·3)
    }

    /** A slide writes v += ρv + (1 − ρ)g²: then v grows like 1.9ᵏ and the step dies. */
    @Test
    void rmspropsStepsComeToTheRateAndDoNotDie() {
        double[] lengths = steps(new RMSProp(RATE, 0.9, 1e-30, Epsilon.OUTSIDE_ROOT), 200);
        assertThat(lengths[0]).isCloseTo(1 / Math.sqrt(0.1), within(1e-12));
        assertThat(lengths[9]).isCloseTo(1 / Math.sqrt(1 - Math.pow(0.9, 10)), within(1e-12));
        assertThat(lengths[199]).isCloseTo(1, within(1e-8));
    }

    @Test
    void adagradsStepsDieLikeOneOverTheRootOfTheirNumber() {
        double[] lengths = steps(new AdaGrad(RATE, 1e-30, Epsilon.OUTSIDE_ROOT), 100);
        for (int k = 1; k <= 100; k++) {
            assertThat(lengths[k - 1]).isCloseTo(1 / Math.sqrt(k), within(1e-12));
        }
    }

    @Test
    void epsilonOutsideTheRootIsNotEpsilonInside() {
        assertThat(steps(new AdaGrad(RATE, 1, Epsilon.OUTSIDE_ROOT), 1)[0]).isCloseTo(3 / 4.0, within(1e-14));
        assertThat(steps(new AdaGrad(RATE, 1, Epsilon.INSIDE_ROOT), 1)[0]).isCloseTo(3 / Math.sqrt(10), within(1e-14));
        assertThat(steps(new RMSProp(RATE, 0, 1, Epsilon.OUTSIDE_ROOT), 1)[0]).isCloseTo(3 / 4.0, within(1e-14));
        assertThat(steps(new RMSProp(RATE, 0, 1, Epsilon.INSIDE_ROOT), 1)[0])
                .isCloseTo(3 / Math.sqrt(10), within(1e-14));
    }

    @Test
    void variablesWithoutGradientStayWhereTheyAre() {
        Objective flat = new Iterates.Bowl(1, 0);
        for (Method<?> method : new Method<?>[] {new AdaGrad(0.1), new RMSProp(0.1), new Adam(0.1)}) {
            assertThat(Iterates.of(flat, method, 3, 1, 2)[2][1]).isEqualTo(2);
        }
    }

    @Test
    void misuse() {
        assertThatThrownBy(() -> new RMSProp(RATE, 1, 1e-8, Epsilon.OUTSIDE_ROOT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rmsprop: rho = 1.0, expected 0 <= rho < 1");
        assertThatThrownBy(() -> new AdaGrad(RATE, 0, Epsilon.OUTSIDE_ROOT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("adagrad: eps = 0.0, expected a finite number > 0");
        assertThatThrownBy(() -> new Adam(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate = -1, expected a finite number >= 0");
    }
}
