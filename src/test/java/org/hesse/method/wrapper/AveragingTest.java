package org.hesse.method.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hesse.linear.Vectors;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.objective.Batches;
import org.hesse.objective.Evaluation;
import org.hesse.run.Result;
import org.hesse.search.Schedule;
import org.hesse.search.Unit;
import org.junit.jupiter.api.Test;

/** Averages of iterates, decoupled decay and clipping by value. */
class AveragingTest {
    private static final Iterates.Springs SPRINGS =
            new Iterates.Springs(new double[] {1, 2, 3, 4, 5, 6}, new double[] {-3, 1, 4, -1, 5, 9});
    private static final Batches PAIRS = Batches.shuffled(6, 2, 11); // 3 steps an epoch
    private static final GradientDescent GD = new GradientDescent(0.05);

    private static double[] path(Method<?> method, int steps) {
        double[][] path = Iterates.of(SPRINGS, PAIRS, method, steps, -4);
        double[] x = new double[steps];
        for (int k = 0; k < steps; k++) {
            x[k] = path[k][0];
        }
        return x;
    }

    private static double mean(double[] x, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += x[k];
        }
        return sum / (to - from);
    }

    /** From 2 epochs on: before, the iterates themselves; the first average is that of the step which begins then. */
    @Test
    void polyakRuppertBeginsAtItsTime() {
        double[] x = path(GD, 12);
        double[] averaged = path(new PolyakRuppert<>(GD, 2, Unit.EPOCHS), 12);
        for (int k = 0; k < 12; k++) {
            assertThat(averaged[k]).isCloseTo(k < 6 ? x[k] : mean(x, 6, k + 1), within(1e-14));
        }
        assertThat(path(new PolyakRuppert<>(GD), 12)[11]).isCloseTo(mean(x, 0, 12), within(1e-14));
        assertThat(path(new PolyakRuppert<>(GD, 100, Unit.STEPS), 12)).isEqualTo(x);
    }

    /** With β = 0.9 after one step: corrected, x₁ itself; uncorrected, still nine tenths of the start. */
    @Test
    void theCorrectionTakesTheStartOutOfAMovingAverage() {
        double[] x = path(GD, 300);
        double[] corrected = path(new MovingAverage<>(GD, 0.9, true), 300);
        double[] raw = path(new MovingAverage<>(GD, 0.9, false), 300);
        assertThat(corrected[0]).isEqualTo(x[0]);
        assertThat(raw[0]).isCloseTo(0.9 * -4 + 0.1 * x[0], within(1e-14));
        assertThat(corrected[1]).isCloseTo((0.1 * x[1] + 0.09 * x[0]) / 0.19, within(1e-14));
        assertThat(raw[299]).isCloseTo(corrected[299], within(1e-11));
        assertThat(path(new MovingAverage<>(GD, 0, true), 12)).isEqualTo(path(GD, 12));
    }

    /** The run ends at the average and measures there, though every evaluation was made elsewhere. */
    @Test
    void theResultIsTheAverage() {
        double[] x = path(GD, 30);
        double mean = mean(x, 15, 30);
        Result r = Iterates.run(SPRINGS, PAIRS, new PolyakRuppert<>(GD, 5, Unit.EPOCHS), 30, -4)
                .run();
        assertThat(r.last().x()[0]).isCloseTo(mean, within(1e-14));
        assertThat(r.last().value()).isEqualTo(SPRINGS.value(r.last().x()));
        assertThat(r.counts().gradients()).isEqualTo(30); // measuring is not charged
        Result full = Iterates.run(SPRINGS, Batches.full(), new PolyakRuppert<>(GD, 5, Unit.STEPS), 9, -4)
                .run();
        assertThat(full.last().x()).isEqualTo(Iterates.of(SPRINGS, new PolyakRuppert<>(GD, 5, Unit.STEPS), 9, -4)[8]);
    }

    @Test
    void movingAnAverageBeginsItAnew() {
        Method<?> inside = new Lookahead<>(new PolyakRuppert<>(GD), 2, 0.5);
        double[] x = path(inside, 3);
        double[] x1 = path(new PolyakRuppert<>(GD), 2);
        assertThat(x[1]).isCloseTo((-4 + x1[1]) / 2, within(1e-14));
        double g = gradientOn(2, x[1]);
        assertThat(x[2]).isCloseTo(x[1] - 0.05 * g, within(1e-14)); // the mean of one
    }

    private static double gradientOn(int step, double x) {
        double[] g = new double[1];
        SPRINGS.on(PAIRS.at(step)).valueAndGradient(new double[] {x}, g);
        return g[0];
    }

    /** Around a line search the decay is that of the step found, and the evaluation is at no point given up. */
    @Test
    void decoupledDecayTakesTheLengthOfTheStep() {
        Iterates.Bowl bowl = new Iterates.Bowl(1, 4);
        DecoupledDecay<Lbfgs.State> method = new DecoupledDecay<>(new Lbfgs(3), 0.1);
        Evaluation[] made =
                Iterates.evaluations(bowl, Batches.full(), method, 6, 3, -2).toArray(new Evaluation[0]);
        double[][] path = Iterates.of(bowl, method, 6, 3, -2);
        double[][] plain = Iterates.of(bowl, new Lbfgs(3), 1, 3, -2);
        double[] moved = Vectors.minus(plain[0], path[0]);
        assertThat(moved[0] / 3).isPositive().isCloseTo(moved[1] / -2, within(1e-15)); // along −x₀
        for (int k = 0; k < 6; k++) {
            if (made[k] != null) {
                assertThat(made[k].value()).isEqualTo(bowl.value(made[k].x()));
            }
        }
        Schedule none = Schedule.constant(0);
        assertThat(Iterates.of(bowl, new DecoupledDecay<>(new GradientDescent(none), 0.5), 3, 3, -2)[2])
                .containsExactly(3, -2); // no step, no decay
    }

    /** (3, −4) at c = 1: by value (1, −1), by the norm (0.6, −0.8). */
    @Test
    void clippingByValueBendsTheGradient() {
        Iterates.Bowl bowl = new Iterates.Bowl(1, 1);
        GradientDescent unit = new GradientDescent(1);
        assertThat(Iterates.of(bowl, new Clipping<>(unit, 1, Clipping.By.VALUE), 1, 3, -4)[0])
                .containsExactly(2, -3);
        assertThat(Iterates.of(bowl, new Clipping<>(unit, 1, Clipping.By.NORM), 1, 3, -4)[0])
                .containsExactly(new double[] {2.4, -3.2}, within(1e-15));
        assertThat(Iterates.of(bowl, new Clipping<>(unit, 3.5, Clipping.By.VALUE), 1, 3, -4)[0])
                .containsExactly(0, -0.5);
    }

    @Test
    void namesAndMisuse() {
        assertThat(new PolyakRuppert<>(new MovingAverage<>(new DecoupledDecay<>(new Adam(1), 0.1))).name())
                .isEqualTo("polyak-ruppert(moving-average(decoupled-decay(adam)))");
        assertThatThrownBy(() -> new PolyakRuppert<>(GD, -1, Unit.STEPS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("polyak-ruppert: from = -1.0");
        assertThatThrownBy(() -> new MovingAverage<>(GD, 1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("moving-average: beta = 1.0");
        assertThatThrownBy(() -> new DecoupledDecay<>(new Momentum(1), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("decoupled-decay: lambda = -1.0");
    }
}
