package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.linear.Vectors.dot;

import java.util.Random;
import java.util.stream.Stream;
import org.hesse.autodiff.Expression;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.objective.Batches;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Objective;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.search.Preconditioning;
import org.hesse.search.Schedule;
import org.hesse.search.Steihaug;
import org.hesse.search.Subproblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SafeguardTest {
    /** Its pairs all have sᵀy &lt; 0. */
    private static final Objective CONCAVE = Expression.parse("-sqrt(1 + x^2)");

    private static Stream<Method<?>> damped() {
        Schedule one = Schedule.constant(1);
        return Stream.of(
                new Lbfgs(3).withSafeguard(Safeguard.DAMP).withRate(one),
                new Bfgs().withSafeguard(Safeguard.DAMP).withRate(one).withScaling(Scaling.NONE),
                new Dfp().withSafeguard(Safeguard.DAMP).withRate(one));
    }

    /** In one dimension the damped y is 0.2·Bs, so that H becomes 5H, whatever the formula. */
    @ParameterizedTest
    @MethodSource("damped")
    void aPairOfNegativeCurvatureMakesHFiveTimesAsLarge(Method<?> method) {
        double[][] path = Iterates.of(CONCAVE, method, 3, 1);
        double x = 1;
        double h = 1;
        for (double[] iterate : path) {
            x += h * x / Math.sqrt(1 + x * x);
            h *= 5;
            assertThat(iterate[0]).isCloseTo(x, within(1e-12 * x));
        }
        Result r = Iterates.run(CONCAVE, Batches.full(), method, 3, 1).run();
        assertThat(r.report()).contains("method          3 pairs damped");
    }

    @Test
    void skippedPairsAreCountedInTheReport() {
        Method<?> method = new Bfgs().withRate(Schedule.constant(1));
        assertThat(Iterates.run(CONCAVE, Batches.full(), method, 1, 1).run().report())
                .contains("method          1 pair skipped");
    }

    /** ‖g‖ = 2e6 and sᵀy/sᵀs = 100, then 300: on either side of 1e-4‖g‖ = 200. */
    @Test
    void aCautiousPairNeedsCurvatureInProportionToTheGradient() {
        for (double curvature : new double[] {100, 300}) {
            double s = 1e-3;
            Evaluation from = new Evaluation(new double[] {0}, 0, new double[] {-2e6}, 0);
            Evaluation to = new Evaluation(new double[] {s}, 0, new double[] {-2e6 + curvature * s}, 0);
            assertThat(CurvaturePair.of(from, to, 1, Safeguard.CAUTIOUS, 0).isUsed())
                    .isEqualTo(curvature > 200);
            assertThat(CurvaturePair.of(from, to, 1, Safeguard.SKIP, 0).isUsed())
                    .isTrue();
        }
    }

    @Test
    void tooLargeForADenseMatrixNamesNAndMemory() {
        Objective large = new Iterates.Bowl(new double[4_000_000]);
        for (Method<?> method : new Method<?>[] {new Bfgs(), new Sr1()}) {
            assertThatThrownBy(() -> Minimization.of(large)
                            .from(new double[4_000_000])
                            .with(method)
                            .run())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(method.name() + ": n = 4000000 variables")
                    .hasMessageContaining("128000.0 GB");
        }
    }

    /** Inside it solves Bp = −g; at the boundary it is no worse than the Cauchy point. */
    @Test
    void steihaugSolvesTheSystemInsideAndBeatsTheCauchyPointAtTheBoundary() {
        Random random = new Random(7);
        int inside = 0;
        for (int trial = 0; trial < 200; trial++) {
            int n = 1 + trial % 6;
            double[][] b = new double[n][n];
            double[] g = new double[n];
            for (int i = 0; i < n; i++) {
                g[i] = random.nextGaussian();
                for (int j = 0; j <= i; j++) {
                    b[i][j] = random.nextGaussian();
                    b[j][i] = b[i][j];
                }
                b[i][i] += trial % 3;
            }
            double radius = 0.2 + 2 * random.nextDouble();
            Subproblem.Solution s =
                    new Steihaug(Preconditioning.NONE, 1e-10, 2 * n).solve(Dense.asHessian(b), g, radius);
            Spectrum spectrum = Spectrum.of(b);
            assertThat(Vectors.norm(s.step())).isLessThanOrEqualTo(radius * (1 + 1e-12));
            assertThat(s.change()).isNegative();
            if (!s.atBoundary()) {
                inside++;
                double[] residual = Dense.times(b, s.step());
                assertThat(spectrum.values()[0]).isPositive();
                assertThat(Vectors.norm(Vectors.plus(residual, 1, g))).isLessThan(1e-8 * Vectors.norm(g));
                assertThat(s.change()).isCloseTo(0.5 * dot(g, s.step()), within(1e-9));
            } else {
                assertThat(Vectors.norm(s.step())).isCloseTo(radius, within(1e-12 * radius));
            }
            assertThat(s.change()).isLessThanOrEqualTo(cauchy(b, g, radius) + 1e-12);
        }
        assertThat(inside).isGreaterThan(20);
    }

    /** The least value of the model along −g. */
    private static double cauchy(double[][] b, double[] g, double radius) {
        double norm = Vectors.norm(g);
        double bend = dot(g, Dense.times(b, g));
        double t = bend > 0 ? Math.min(norm * norm / bend, radius / norm) : radius / norm;
        return -t * norm * norm + 0.5 * t * t * bend;
    }
}
