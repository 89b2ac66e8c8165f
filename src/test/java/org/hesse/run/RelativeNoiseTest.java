package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hesse.method.Methods;
import org.hesse.objective.Curved;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.objective.Structure;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of 1e-8, relative, of the value and of each component of the gradient: a hash of x, so that runs repeat. */
class RelativeNoiseTest {
    private static final double NOISE = 1e-8;
    private static final long BUDGET = 20000;

    private record Noisy(Objective exact) implements Objective {
        @Override
        public int dimension() {
            return exact.dimension();
        }

        @Override
        public double value(double[] x) {
            return exact.value(x) * (1 + NOISE * share(x, -1));
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            double value = exact.valueAndGradient(x, g);
            for (int i = 0; i < g.length; i++) {
                g[i] *= 1 + NOISE * share(x, i);
            }
            return value * (1 + NOISE * share(x, -1));
        }

        private static double share(double[] x, int component) {
            long bits = 17;
            for (double xi : x) {
                bits = Seeds.mix(bits, Double.doubleToLongBits(xi));
            }
            return Seeds.mix(bits, component) / 0x1p63;
        }

        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            return type == Curved.class ? exact.as(type) : Optional.empty();
        }
    }

    /**
     * All 35 of Moré, Garbow and Hillstrom with the default stopping test: 90 % of them end within 1e-6·max(1, |f*|) of a known
     * minimum.
     *
     * @param method its name
     * @param spent so many at most spend the budget
     */
    @ParameterizedTest
    @CsvSource({
        "lbfgs,0",
        "bfgs,0",
        "broyden:phi=0.5,0",
        "dfp,2",
        "sr1,0",
        "cg-descent,4",
        "polak-ribiere,4",
        "newton-ls,0",
        "barzilai-borwein,5"
    })
    void everyMethodEndsFittingly(String method, int spent) {
        List<String> far = new ArrayList<>();
        int budgets = 0;
        for (TestProblem p : Problems.moreGarbowHillstrom()) {
            Result r = Minimization.of(new Noisy(p.objective()))
                    .from(p.start())
                    .with(Methods.named(method))
                    .verdict(false)
                    .budget(Budget.UNLIMITED.withEvaluations(BUDGET))
                    .run();
            double f = p.objective().value(r.x());
            boolean near = Arrays.stream(p.minima())
                    .anyMatch(known -> Math.abs(f - known) <= 1e-6 * Math.max(1, Math.abs(known)));
            if (!near) {
                far.add(p.name() + " " + r);
            }
            assertThat(r.counts().evaluations()).isLessThanOrEqualTo(BUDGET);
            assertThat(r.status().code())
                    .as(p.name() + " " + r)
                    .isIn(Status.Code.CONVERGED, Status.Code.AT_ROUNDOFF_FLOOR, Status.Code.STUCK, Status.Code.BUDGET);
            budgets += r.status().code() == Status.Code.BUDGET ? 1 : 0;
        }
        assertThat(35 - far.size()).as(far.toString()).isGreaterThanOrEqualTo(32);
        assertThat(budgets).isLessThanOrEqualTo(spent);
    }
}
