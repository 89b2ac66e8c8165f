package org.hesse.method.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hesse.data.Datasets;
import org.hesse.linear.Vectors;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.State;
import org.hesse.objective.Batches;
import org.hesse.objective.Kronecker;
import org.hesse.objective.Kronecker.Labels;
import org.hesse.objective.Objective;
import org.hesse.problem.Perceptron;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Progress;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;

class StochasticNewtonTest {
    private static final Perceptron DIGITS = new Perceptron(Datasets.digits().scaled(1.0 / 16), 0, 64);
    private static final Perceptron SMALL = new Perceptron(Datasets.digits().scaled(1.0 / 16), 1e-3, 8);
    private static final Batches BATCHES = Batches.shuffled(1797, 64, 100);

    private static Result run(Perceptron f, Method<?> method, Batches batches, int steps) {
        return Iterates.run(f, batches, method, steps, f.initial(0)).run();
    }

    private static List<State> states(Perceptron f, Method<?> method, Batches batches, int steps) {
        List<State> states = new ArrayList<>();
        Iterates.run(f, batches, method, steps, f.initial(0))
                .observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        states.add(p.state());
                    }
                })
                .run();
        return states;
    }

    /** Momentum 0.9 with its best rate needs 10 passes, Adam 22 epochs. */
    @Test
    void kfacFitsThePerceptronOfTheDigitsInFivePasses() {
        Result r = Minimization.of(DIGITS)
                .from(DIGITS.initial(0))
                .with(new Kfac(0.3))
                .batches(BATCHES)
                .budget(Budget.UNLIMITED.withPasses(5))
                .until(StoppingRule.NEVER)
                .verdict(false)
                .run();
        assertThat(r.value()).isLessThan(0.01);
    }

    @Test
    void kfacPaysForItsFactors() {
        Result r = run(DIGITS, new Kfac(0.3), BATCHES, 17); // factors at steps 0 and 16
        assertThat(r.counts().gradientTerms()).isEqualTo((17 + 2) * 64);
        Kfac half = new Kfac(Schedule.constant(0.3), 0.01, 0, 0.9, 1, Labels.SAMPLED, 0.5, 2, 2);
        assertThat(run(DIGITS, half, BATCHES, 4).counts().gradientTerms()).isEqualTo(4 * 64 + 2 * 32);
    }

    @Test
    void theClipBoundsTheStepInTheNormOfTheFactors() {
        Kfac method = new Kfac(Schedule.constant(10), 0.01, 0, 0.9, 0.25, Labels.EMPIRICAL, 1, 1, 1);
        Kfac.State s = (Kfac.State) states(SMALL, method, BATCHES, 1).get(1);
        double squared = 0; // of the damped factors, of which the inverses are kept
        for (Kronecker.Block b : s.factors()) {
            double pi = Factors.pi(b);
            double root = Math.sqrt(0.01 + 1e-3);
            double[][] v = b.matrix(s.v());
            double[][] sv = times(b.s(), root / pi, v);
            double[][] va = times(b.a(), root * pi, transpose(v));
            for (int i = 0; i < v.length; i++) {
                for (int j = 0; j < v[0].length; j++) {
                    squared += sv[i][j] * va[j][i];
                }
            }
        }
        assertThat(squared).isCloseTo(0.25, within(1e-12));
        assertThat(s.step().length()).isLessThan(10);
    }

    private static double[][] times(double[][] m, double shift, double[][] v) {
        double[][] product = new double[m.length][v[0].length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < v[0].length; j++) {
                product[i][j] = shift * v[i][j];
                for (int k = 0; k < m.length; k++) {
                    product[i][j] += m[i][k] * v[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] transpose(double[][] v) {
        double[][] t = new double[v[0].length][v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = v[i][j];
            }
        }
        return t;
    }

    @Test
    void naturalGradientDescendsOnEveryBatchAndAdaptsItsDamping() {
        Batches large = Batches.shuffled(1797, 600, 1);
        List<State> states = states(SMALL, new NaturalGradient(), large, 8);
        for (int k = 1; k < states.size(); k++) {
            NaturalGradient.State s = (NaturalGradient.State) states.get(k);
            double before = ((NaturalGradient.State) states.get(k - 1)).delta();
            assertThat(s.delta() / before)
                    .satisfiesAnyOf(
                            q -> assertThat(q).isCloseTo(2.0 / 3, within(1e-15)),
                            q -> assertThat(q).isIn(1.0, 1.5));
            assertThat(s.step().predicted()).isNegative();
            if (s.step().outcome() == Outcome.ACCEPTED) {
                Objective batch = SMALL.on(large.at(k - 1));
                assertThat(batch.value(s.x())).isLessThan(s.evaluation().value());
            }
        }
        assertThat(((NaturalGradient.State) states.get(8)).delta()).isLessThan(1);
    }

    @Test
    void aWarmStartCostsAProductAndSavesMore() {
        Batches full = Batches.full();
        Result cold = run(SMALL, new NaturalGradient(0.1, 5e-4, 0, 250), full, 6);
        Result warm = run(SMALL, new NaturalGradient(0.1, 5e-4, 0.95, 250), full, 6);
        assertThat(warm.counts().gradients()).isEqualTo(cold.counts().gradients());
        assertThat(warm.value()).isLessThanOrEqualTo(cold.value() * 1.05);
    }

    @Test
    void subsampledNewtonTakesItsProductsOnTheBatch() {
        Result r = run(SMALL, new SubsampledNewton(), BATCHES, 5);
        assertThat(r.counts().productTerms()).isEqualTo(64 * r.counts().products());
        assertThat(r.counts().gradientTerms()).isEqualTo(1797 * r.counts().gradients());
        assertThat(r.counts().products()).isBetween(5L, 50L);
        double first = SMALL.value(SMALL.initial(0));
        assertThat(r.value()).isLessThan(0.6 * first);
    }

    @Test
    void sophiaNeverMovesAComponentFartherThanItsRate() {
        for (Sophia.Scaling scaling : List.of(Sophia.Scaling.GAMMA, Sophia.Scaling.SUM)) {
            Sophia g = new Sophia(
                    Schedule.constant(0.02), 0.96, 0.99, 0.05, 1e-12, 10, Sophia.Estimator.BARTLETT, scaling);
            List<State> states = states(SMALL, g, BATCHES, 12);
            for (int k = 1; k < states.size(); k++) {
                double[] s = Vectors.minus(states.get(k).x(), states.get(k - 1).x());
                assertThat(Vectors.normInf(s))
                        .isLessThanOrEqualTo(0.02 * (1 + 1e-12))
                        .isGreaterThan(0.01);
            }
        }
    }

    /** ρ bounds the step in one rule and divides the curvature in the others: the same numbers are other methods. */
    @Test
    void theScalingsOfSophiaDiffer() {
        double m = 0.3;
        double h = 2;
        assertThat(Sophia.Scaling.GAMMA.of(m, h, 0.05, 1e-12)).isEqualTo(1);
        assertThat(Sophia.Scaling.RHO.of(m, h, 0.05, 1e-12)).isEqualTo(0.05);
        assertThat(Sophia.Scaling.SUM.of(m, h, 0.05, 1)).isCloseTo(0.3 / 1.1, within(1e-15));
        // of negative curvature all follow the sign of the momentum, as fast as they ever do
        assertThat(Sophia.Scaling.GAMMA.of(-m, -h, 0.05, 1e-12)).isEqualTo(-1);
        assertThat(Sophia.Scaling.RHO.of(-m, -h, 0.05, 1e-12)).isEqualTo(-0.05);
        assertThat(Sophia.Scaling.SUM.of(-m, -h, 0.05, 1e-12)).isEqualTo(-1);
    }

    @Test
    void sophiaPaysForAnEstimateEveryFewSteps() {
        assertThat(run(SMALL, new Sophia(0.01), BATCHES, 11).counts().products())
                .isEqualTo(2);
        AdaHessian every = new AdaHessian(Schedule.constant(0.01), 0.9, 0.999, 1e-4, 1, 1, 4);
        assertThat(run(SMALL, every, BATCHES, 9).counts().products()).isEqualTo(3);
    }

    /** On one variable L^{-1/2} of a vector is AdaGrad's 1/√(ε + Σg²). */
    @Test
    void shampooOfOneVariableIsAdaGrad() {
        Shampoo method = new Shampoo(Schedule.constant(0.5), 0, 1, 1e-4, 1, 8, Shampoo.Grafting.NONE);
        double[][] path = Iterates.of(new Iterates.Bowl(3.0), method, 6, 2.0);
        double x = 2;
        double sum = 1e-4;
        for (int k = 0; k < 6; k++) {
            sum += 9 * x * x;
            x -= 0.5 * 3 * x / Math.sqrt(sum);
            assertThat(path[k][0]).isCloseTo(x, within(1e-14));
        }
    }

    /** With roots of the first gradient alone kept for ten steps they end 10 to 600 times higher than they began. */
    @Test
    void rarerRootsOfShampooDoNotThrowItAwayAtTheStart() {
        double start = DIGITS.value(DIGITS.initial(0));
        for (int every : new int[] {1, 10}) {
            Shampoo method = new Shampoo(Schedule.constant(0.1), 0.9, 1, 1e-4, every, 1024, Shampoo.Grafting.NONE);
            assertThat(run(DIGITS, method, BATCHES, 56).last().value()).isLessThan(0.1 * start);
        }
    }

    @Test
    void constantsAreChecked() {
        assertThatThrownBy(() -> new NaturalGradient(0, 1e-3, 0, 1)).hasMessageContaining("damping = 0");
        assertThatThrownBy(() -> new Shampoo(Schedule.constant(1), 0, 0, 1, 1, 1, Shampoo.Grafting.NONE))
                .hasMessageContaining("decay = 0");
        assertThatThrownBy(() -> new Kfac(Schedule.constant(1), 1, 0, 0, 0, Labels.EXACT, 1, 1, 1))
                .hasMessageContaining("clip = 0");
        assertThatThrownBy(() -> new AdaHessian(Schedule.constant(1), 0, 0, 0, 1, 2, 1))
                .hasMessageContaining("power = 2");
    }
}
