package org.hesse.method.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.hesse.data.Dataset;
import org.hesse.linear.Vectors;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.newton.Newton;
import org.hesse.method.wrapper.PolyakRuppert;
import org.hesse.method.wrapper.Svrg;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Evaluation;
import org.hesse.objective.FiniteSum;
import org.hesse.problem.LinearLeastSquares;
import org.hesse.run.Result;
import org.hesse.search.Schedule;
import org.hesse.search.Unit;
import org.junit.jupiter.api.Test;

/** What takes the noise out: at one constant rate, on one ridge regression, with the same batches. */
class VarianceReductionTest {
    private static final FiniteSum RIDGE = ridge();
    private static final Batches BATCHES = Batches.shuffled(60, 4, 3); // 15 steps an epoch
    private static final double[] START = {0, 0, 0, 0};
    private static final double[] MINIMUM = Iterates.of(RIDGE, new Newton(), 2, START)[1];
    private static final double RATE = 0.05;

    private static FiniteSum ridge() {
        SplittableRandom random = new SplittableRandom(20);
        double[][] rows = new double[60][4];
        double[] y = new double[60];
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 4; j++) {
                rows[i][j] = random.nextDouble(-1.7, 1.7);
            }
            y[i] = rows[i][0] - 2 * rows[i][1] + random.nextDouble(-3, 3);
        }
        return new LinearLeastSquares(Dataset.regression("ridge", List.of("a", "b", "c", "d"), rows, y), 0.1);
    }

    private static double error(Method<?> method, int epochs) {
        double[][] path = Iterates.of(RIDGE, BATCHES, method, 15 * epochs, START);
        return Vectors.norm(Vectors.minus(path[path.length - 1], MINIMUM));
    }

    /** Gradient descent on minibatches stalls where its noise is; the others go on at the same rate. */
    @Test
    void theyConvergeLinearlyWhereGradientDescentStalls() {
        GradientDescent sgd = new GradientDescent(RATE);
        assertThat(error(sgd, 20)).isGreaterThan(1e-2);
        assertThat(error(sgd, 60)).isGreaterThan(1e-2);
        for (Method<?> method : List.of(new Saga(RATE), new Sarah(RATE, 30), new Svrg<>(sgd, 30))) {
            double early = error(method, 20);
            assertThat(early).as(method.name()).isLessThan(1e-2);
            double late = error(method, 40);
            assertThat(late).as(method.name()).isLessThan(0.1 * early);
            assertThat(error(method, 60)).as(method.name()).isLessThan(0.2 * late);
        }
    }

    /** The mean of the iterates of noisy steps is nearer than the last one. */
    @Test
    void averagingTakesNoiseOut() {
        double last = error(new GradientDescent(RATE), 60);
        double mean = error(new PolyakRuppert<>(new GradientDescent(RATE), 20, Unit.EPOCHS), 60);
        assertThat(mean).isLessThan(0.2 * last);
    }

    @Test
    void sagaTakesOneGradientOfEachTermAndOneTableAtTheStart() {
        Result r = Iterates.run(RIDGE, BATCHES, new Saga(RATE), 30, START).run();
        assertThat(r.counts().gradientTerms()).isEqualTo(60 + 30 * 4);
        assertThat(r.counts().values()).isZero();
    }

    @Test
    void sarahIsChargedForItsSnapshotsAndTwoGradientsAStep() {
        Result r = Iterates.run(RIDGE, BATCHES, new Sarah(RATE, 4), 9, START).run();
        assertThat(r.counts().gradientTerms()).isEqualTo(3 * 60 + 6 * 2 * 4); // full gradients in steps 1, 5 and 9
        List<Evaluation> made = Iterates.evaluations(RIDGE, BATCHES, new Sarah(RATE, 4), 9, START);
        for (int k = 0; k < 9; k++) {
            assertThat(made.get(k).batch() == Batch.ALL.id()).isEqualTo(k % 4 == 0);
        }
    }

    @Test
    void onTheFullBatchTheyAreGradientDescent() {
        double[][] gd = Iterates.of(RIDGE, new GradientDescent(RATE), 7, START);
        for (Method<?> method : List.of(new Saga(RATE), new Sarah(RATE, 3))) {
            assertThat(Iterates.of(RIDGE, method, 7, START)).isDeepEqualTo(gd);
            Result r = Iterates.run(RIDGE, Batches.full(), method, 7, START).run();
            assertThat(r.counts().gradients()).isEqualTo(7);
        }
    }

    /** A row drawn twice is in the table once. */
    @Test
    void sagasMeanIsThatOfItsTable() {
        Batches drawn = Batches.withReplacement(60, 20, 9);
        Saga.State state = (Saga.State) Iterates.run(RIDGE, drawn, new Saga(RATE), 50, START)
                .run()
                .checkpoint()
                .state();
        for (int j = 0; j < 4; j++) {
            double sum = 0;
            for (int i = 0; i < 60; i++) {
                sum += state.table()[4 * i + j];
            }
            assertThat(state.mean()[j]).isCloseTo(sum / 60, within(1e-14));
        }
    }

    @Test
    void sarahPlusEndsARoundWhenItsEstimateIsSmall() {
        List<Evaluation> made =
                Iterates.evaluations(RIDGE, BATCHES, new Sarah(Schedule.constant(0.2), 1000, 0.125), 200, START);
        long rounds = made.stream().filter(e -> e.batch() == Batch.ALL.id()).count();
        assertThat(rounds).isBetween(5L, 60L);
        assertThat(Iterates.evaluations(RIDGE, BATCHES, new Sarah(0.2, 1000), 200, START).stream()
                        .filter(e -> e.batch() == Batch.ALL.id()))
                .hasSize(1);
    }

    @Test
    void misuse() {
        assertThatThrownBy(() -> new Sarah(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sarah: m = 0");
        assertThatThrownBy(() -> new Sarah(Schedule.constant(1), 5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sarah: gamma = 1.0, expected 0 <= gamma < 1");
        assertThatThrownBy(() -> Saga.length(1L << 31, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("saga: a table of 2147483648 gradients of length 8 is 17179869184 numbers")
                .hasMessageContaining("svrg needs no table");
        Iterates.Springs noSamples = new Iterates.Springs(new double[] {1, 2}, new double[] {1, 2});
        assertThatThrownBy(() -> Iterates.run(noSamples, Batches.shuffled(2, 1, 1), new Saga(1), 1, 0)
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PerSample");
    }
}
