package org.hesse.method.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hesse.method.Iterates;
import org.hesse.objective.Batches;
import org.hesse.objective.Evaluation;
import org.hesse.search.Schedule;
import org.hesse.search.Unit;
import org.junit.jupiter.api.Test;

class MomentumTest {
    private static final Iterates.Bowl BOWL = new Iterates.Bowl(1);

    private static double[][] path(Schedule rate, Momentum.Form form) {
        return Iterates.of(BOWL, new Momentum(rate, 0.9, form), 20, 1);
    }

    @Test
    void theFormsAreTheSameForAConstantRate() {
        double[][] a = path(Schedule.constant(0.1), Momentum.Form.VELOCITY);
        double[][] b = path(Schedule.constant(0.1), Momentum.Form.GRADIENT);
        for (int k = 0; k < 20; k++) {
            assertThat(a[k][0]).isCloseTo(b[k][0], within(1e-14));
        }
    }

    /** The figures of the reference table: η 0.1 → 0.01 at step 10 of 20 on x²/2 from 1. */
    @Test
    void theFormsDifferWhenTheRateChanges() {
        Schedule drop = Schedule.milestones(0.1, 0.1, Unit.STEPS, 10);
        assertThat(path(drop, Momentum.Form.VELOCITY)[19][0]).isCloseTo(-0.2924, within(5e-5));
        assertThat(path(drop, Momentum.Form.GRADIENT)[19][0]).isCloseTo(-0.3584, within(5e-5));
    }

    @Test
    void withoutMomentumItIsGradientDescent() {
        double[][] gd = Iterates.of(BOWL, new GradientDescent(0.1), 5, 1);
        for (Momentum.Form form : Momentum.Form.values()) {
            assertThat(Iterates.of(BOWL, new Momentum(Schedule.constant(0.1), 0, form), 5, 1))
                    .isDeepEqualTo(gd);
        }
    }

    /** y = x + μv: the points at which the one form evaluates are the iterates of the other. */
    @Test
    void theTwoFormsOfNesterovAreOneSequence() {
        Iterates.Bowl f = new Iterates.Bowl(1, 5);
        Schedule rate = Schedule.inverse(0.1, 0.2, Unit.STEPS);
        double[][] rewritten = Iterates.of(f, new Nesterov(rate, 0.9, Nesterov.Form.REWRITTEN), 19, 1, -2);
        Nesterov lookAhead = new Nesterov(rate, 0.9, Nesterov.Form.LOOK_AHEAD);
        double[][] evaluated = Iterates.evaluations(f, Batches.full(), lookAhead, 20, 1, -2).stream()
                .map(Evaluation::x)
                .toArray(double[][]::new);
        for (int k = 0; k < 19; k++) {
            assertThat(evaluated[k + 1]).containsExactly(rewritten[k], within(1e-14));
        }
    }

    @Test
    void misuse() {
        assertThatThrownBy(() -> new Momentum(-0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate = -0.1, expected a finite number >= 0");
        assertThatThrownBy(() -> new Momentum(Schedule.constant(1), 1, Momentum.Form.VELOCITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("momentum: mu = 1.0, expected 0 <= mu < 1");
        assertThatThrownBy(() -> new Nesterov(Schedule.constant(1), Double.NaN, Nesterov.Form.REWRITTEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nesterov: mu = NaN");
    }
}
