package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hesse.method.Methods;
import org.hesse.objective.Curved;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Minimization;
import org.junit.jupiter.api.Test;

class RefereeTest {
    private final TestProblem rosenbrock = Problems.named("rosenbrock");

    @Test
    void countsPointsNotQuestions() {
        Referee referee = Referee.of(rosenbrock);
        double[] x = {-1.2, 1};
        double[] g = new double[2];
        referee.value(x);
        assertThat(referee.effort()).isEqualTo(new Effort(false, 1, 0, 0, 0));
        referee.valueAndGradient(x, g); // the gradient where the value was asked
        referee.valueAndGradient(x, g);
        referee.value(x);
        assertThat(referee.effort()).isEqualTo(new Effort(false, 0, 1, 0, 0));
        x[0] = -1; // the same array
        referee.value(x);
        referee.as(Curved.class).orElseThrow().hessianAt(x).dense();
        referee.as(Curved.class).orElseThrow().hessianAt(x).times(x, g);
        assertThat(referee.effort()).isEqualTo(new Effort(false, 1, 1, 1, 1));
        assertThat(referee.effort().points()).isEqualTo(2);
        assertThat(referee.effort().cost()).isInfinite();
    }

    /** (1, 1) has the value 0; (1 + 1e-4, (1 + 1e-4)²) has f = 1e-8, and a gradient far above 1e-6. */
    @Test
    void solvedIsValueAndGradient() {
        Referee referee = Referee.of(rosenbrock);
        referee.value(new double[] {1 + 1e-4, (1 + 1e-4) * (1 + 1e-4)});
        assertThat(referee.effort().solved()).isFalse();
        assertThatThrownBy(() -> referee.value(new double[] {1, 1}))
                .isInstanceOf(Referee.Stopped.class)
                .hasMessage("solved");
        assertThat(referee.effort()).isEqualTo(new Effort(true, 2, 0, 0, 0));
    }

    @Test
    void aSaddleIsNotSolved() {
        Referee referee = Referee.of(Problems.named("himmelblau"));
        double[] maximum = {-0.270844590667, -0.923038522481};
        referee.value(maximum);
        assertThat(referee.effort().solved()).isFalse();
    }

    @Test
    void endsAtTheLimit() {
        Referee referee = Referee.counting(rosenbrock);
        double[] x = {0, 0};
        for (int i = 0; i < Referee.LIMIT; i++) {
            x[0] = i;
            referee.value(x);
        }
        referee.value(x); // the same point again
        x[0] = -1;
        assertThatThrownBy(() -> referee.value(x))
                .isInstanceOf(Referee.Stopped.class)
                .hasMessage("20000 evaluations are spent");
        assertThat(referee.effort().points()).isEqualTo(Referee.LIMIT);
    }

    /** Another way to the number: every call of a whole run written down, and the first that solves looked up. */
    @Test
    void agreesWithARunWrittenDown() {
        for (String method : new String[] {"lbfgs", "bfgs"}) { // which ask for gradients only
            Recorder recorder = new Recorder(rosenbrock.objective());
            Minimization.of(recorder)
                    .from(rosenbrock.start())
                    .with(Methods.parse(method))
                    .verdict(false)
                    .run();
            int first = recorder.solved.indexOf(true);
            assertThat(first).isBetween(10, 100);
            assertThat(Referee.run(rosenbrock, Methods.parse(method), rosenbrock.start()))
                    .isEqualTo(new Effort(true, 0, first + 1, 0, 0));
        }
    }

    /** Whether each evaluation solves Rosenbrock's function. */
    private record Recorder(Objective f, List<Boolean> solved) implements Objective {
        Recorder(Objective f) {
            this(f, new ArrayList<>());
        }

        @Override
        public int dimension() {
            return f.dimension();
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[2]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            double value = f.valueAndGradient(x, g);
            solved.add(value <= 1e-5 && Math.max(Math.abs(g[0]), Math.abs(g[1])) <= 1e-6);
            return value;
        }
    }

    @Test
    void aMethodThatLosesItsWayIsNotSolved() {
        Effort effort = Referee.run(rosenbrock, Methods.parse("gd:rate=1e-5"), rosenbrock.start());
        assertThat(effort.solved()).isFalse();
        assertThat(effort.points()).isLessThanOrEqualTo(Referee.LIMIT).isGreaterThan(Referee.LIMIT - 5);
    }

    @Test
    void oneQuestionForEverEndsToo() {
        Referee referee = Referee.counting(rosenbrock);
        assertThatThrownBy(() -> {
                    while (true) {
                        referee.value(rosenbrock.start());
                    }
                })
                .isInstanceOf(Referee.Stopped.class)
                .hasMessage("200000 questions are spent");
    }

    @Test
    void startsAreMovedALittle() {
        double[] x = {-1.2, 0, 4000};
        double[] y = Jitter.of(x, 0.02, 3);
        assertThat(y).isEqualTo(Jitter.of(x, 0.02, 3)).isNotEqualTo(Jitter.of(x, 0.02, 4));
        assertThat(x).containsExactly(-1.2, 0, 4000);
        double[] most = {0.024, 0.02, 80};
        for (int i = 0; i < 3; i++) {
            assertThat(Math.abs(y[i] - x[i])).isGreaterThan(0).isLessThanOrEqualTo(most[i]);
        }
    }

    @Test
    void aProblemWithoutMinimaIsRefused() {
        assertThatThrownBy(() -> Referee.of(Problems.named("monkey-saddle")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("monkey-saddle");
    }
}
