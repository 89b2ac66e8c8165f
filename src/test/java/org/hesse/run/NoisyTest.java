package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleFunction;
import org.hesse.critical.CriticalPoint;
import org.hesse.method.quasinewton.Bfgs;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.objective.BlackBox;
import org.hesse.objective.Kind;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions known by noisy values alone. */
class NoisyTest {
    private static ToDoubleFunction<double[]> noisy(ToDoubleFunction<double[]> f, double noise) {
        return x -> {
            long bits = 0;
            for (double xi : x) {
                bits = Seeds.mix(bits, Double.doubleToLongBits(xi));
            }
            return f.applyAsDouble(x) + noise * (bits / 0x1p63);
        };
    }

    private static double rosenbrock(double[] x) {
        return (1 - x[0]) * (1 - x[0]) + 100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-6, 1e-4})
    void endsWhereTheNoiseBegins(double noise) {
        Minimization m = Minimization.of(new BlackBox(2, noisy(NoisyTest::rosenbrock, noise)))
                .from(-1.2, 1)
                .budget(Budget.UNLIMITED.withEvaluations(5000));
        for (Result r :
                new Result[] {m.with(new Lbfgs()).run(), m.with(new Bfgs()).run()}) {
            assertThat(rosenbrock(r.x())).isLessThan(10 * noise);
            assertThat(r.noise().orElseThrow().level()).isBetween(noise / 8, 4 * noise);
            assertThat(r.report()).contains("\n  noise           ");
        }
    }

    @Test
    void resumesBitForBit() {
        Minimization m = Minimization.of(new BlackBox(2, noisy(NoisyTest::rosenbrock, 1e-6)))
                .from(-1.2, 1)
                .with(new Lbfgs());
        Result through = m.budget(Budget.UNLIMITED.withSteps(9)).run();
        Result first = m.budget(Budget.UNLIMITED.withSteps(4)).run();
        Result second = m.budget(Budget.UNLIMITED.withSteps(9)).resume(first.checkpoint());
        assertThat(second.x()).containsExactly(through.x());
        assertThat(second.counts()).isEqualTo(through.counts());
    }

    @Test
    void anExactFunctionCostsLittleMore() {
        Result r = Minimization.of(new BlackBox(2, NoisyTest::rosenbrock))
                .from(-1.2, 1)
                .with(new Lbfgs())
                .run();
        assertThat(r.status().code()).isIn(Status.Code.CONVERGED, Status.Code.AT_ROUNDOFF_FLOOR);
        assertThat(r.value()).isLessThan(1e-15);
        assertThat(r.noise().orElseThrow().dominatesRounding()).isFalse();
    }

    @Test
    void theVerdictKnowsTheNoise() {
        CriticalPoint p = CriticalPoint.of(
                new BlackBox(2, noisy(x -> Math.cosh(x[0]) + 2 * x[1] * x[1], 1e-6)), new double[] {1e-5, -1e-5});
        assertThat(p.report()).contains("differences of values, noise ");
        assertThat(p.kind()).as(p.report()).isEqualTo(Kind.MINIMUM);
        assertThat(Math.abs(p.eigenvalues()[0] - 1)).isLessThan(p.errorBar(0));
        assertThat(Math.abs(p.eigenvalues()[1] - 4)).isLessThan(p.errorBar(1));
        assertThat(p.error().total()).isLessThan(0.5);
    }
}
