package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundOffTest {
    private static Status status(double predicted, double seen, double value, double measured) {
        Step step = new Step(Outcome.STUCK, 0, predicted, seen, "no step");
        return RoundOff.NONE
                .status(step, new Evaluation(new double[4], value, new double[4], 0), measured)
                .orElseThrow();
    }

    @Test
    void isJudgedByThePredictedDecreaseAgainstTheNoise() {
        // 52 units of 2.22e-16, of f = 1, are 1.155e-14
        Status floor = status(-1.15e-14, Double.NaN, 1, 0);
        assertThat(floor.code()).isEqualTo(Status.Code.AT_ROUNDOFF_FLOOR);
        assertThat(floor.why()).isEqualTo("predicted decrease 1.2e-14<=1.2e-14=noise of f; no step");
        assertThat(floor.isConverged()).isFalse();
        assertThat(status(-1.16e-14, Double.NaN, 1, 0).toString()).isEqualTo("STUCK: no step");
        assertThat(status(-1.15e-14, Double.NaN, 0.5, 0).code()).isEqualTo(Status.Code.STUCK);
        assertThat(status(-1e-9, Double.NaN, 1, 2e-9).code()).isEqualTo(Status.Code.AT_ROUNDOFF_FLOOR);
        assertThat(status(-1e-9, 2e-9, 1, 0).code()).isEqualTo(Status.Code.AT_ROUNDOFF_FLOOR);
        assertThat(status(Double.NaN, 2e-9, 1, 1).code()).isEqualTo(Status.Code.STUCK);
        assertThat(status(1e-20, Double.NaN, 1, 0).code()).isEqualTo(Status.Code.STUCK); // a rise is no decrease
    }

    private static Stream<Method<?>> methods() {
        return Stream.of(
                        "bfgs",
                        "dfp",
                        "broyden:phi=0.3",
                        "lbfgs",
                        "lbfgs:safeguard=damp,search=armijo",
                        "sr1",
                        "cg-descent",
                        "polak-ribiere",
                        "newton-ls",
                        "trust-region",
                        "arc",
                        "escape(bfgs)")
                .map(Methods::named);
    }

    /** To a gradient that no rounded function has, on a function with a minimum whose value is not 0. */
    @ParameterizedTest
    @MethodSource("methods")
    void aMinimumToTheLastBitIsNeitherConvergedNorStuck(Method<?> method) {
        Objective f = org.hesse.autodiff.Expression.parse("exp(x) - 2*x + (y - x)^2 + 3*y^4 + 17");
        Result r = Minimization.of(f)
                .from(2, -1)
                .with(method)
                .until(StoppingRule.gradientNorm(1e-40))
                .budget(Budget.UNLIMITED.withEvaluations(3000))
                .run();
        assertThat(r.status().code())
                .as(r.report())
                .isIn(Status.Code.AT_ROUNDOFF_FLOOR, Status.Code.CONVERGED, Status.Code.BUDGET);
        assertThat(r.status().code()).as(r.report()).isNotEqualTo(Status.Code.BUDGET);
        assertThat(r.trace().rows().stream()
                        .mapToDouble(Row::gradientNorm)
                        .min()
                        .orElseThrow())
                .isLessThan(1e-6);
    }

    private static final Set<String> SHARP = Set.of("bfgs", "broyden:phi=0.3", "lbfgs", "sr1", "cg-descent");

    /** Errors of 1e-8, relative, that depend on nothing but x. */
    private record Noisy(Objective exact) implements Objective {
        @Override
        public int dimension() {
            return exact.dimension();
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[x.length]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            SplittableRandom random = new SplittableRandom(Arrays.hashCode(x));
            double value = exact.valueAndGradient(x, g) * (1 + 1e-8 * random.nextDouble(-1, 1));
            for (int i = 0; i < g.length; i++) {
                g[i] *= 1 + 1e-8 * random.nextDouble(-1, 1);
            }
            return value;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bfgs",
                "dfp",
                "broyden:phi=0.3",
                "lbfgs",
                "sr1",
                "cg-descent",
                "polak-ribiere",
                "barzilai-borwein"
            })
    void noiseOfValuesDoesNotKeepFromTheMinimum(String method) {
        for (String name : new String[] {"beale", "himmelblau", "six-hump-camel", "styblinski-tang"}) {
            TestProblem problem = Problems.named(name);
            Minimization m = Minimization.of(new Noisy(problem.objective()))
                    .from(problem.start())
                    .with(Methods.named(method))
                    .verdict(false)
                    .budget(Budget.UNLIMITED.withEvaluations(2000));
            assertThat(m.until(StoppingRule.gradientNorm(1e-5)).run().isConverged())
                    .as(name)
                    .isTrue();
            if (!SHARP.contains(method)) {
                continue; // their steps along -g may end without a model of what is left
            }
            Result below = m.until(StoppingRule.gradientNorm(1e-30)).run();
            assertThat(below.status().code()).as(name).isIn(Status.Code.AT_ROUNDOFF_FLOOR, Status.Code.CONVERGED);
        }
    }

    /** The gradient points the other way: nothing is at its floor. */
    @ParameterizedTest
    @MethodSource("methods")
    void aWrongGradientIsStuck(Method<?> method) {
        TestProblem rosenbrock = Problems.named("rosenbrock");
        Objective right = rosenbrock.objective();
        Objective wrong = new Objective() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public double value(double[] x) {
                return right.value(x);
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                double value = right.valueAndGradient(x, g);
                g[0] = -g[0];
                g[1] = -g[1];
                return value;
            }
        };
        Result r = Minimization.of(wrong)
                .from(rosenbrock.start())
                .with(method)
                .budget(Budget.UNLIMITED.withEvaluations(3000))
                .verdict(false)
                .run();
        assertThat(r.status().code()).as(r.report()).isNotIn(Status.Code.CONVERGED, Status.Code.AT_ROUNDOFF_FLOOR);
    }
}
