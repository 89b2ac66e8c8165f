package org.hesse.hipparchus.opaque;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hesse.method.Algorithm;
import org.hesse.method.Methods;
import org.hesse.objective.CountingObjective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hipparchus's optimizers and ours on ten problems, by the same oracle within the same budget. */
class TenProblemsTest {
    /** Of the first of Moré, Garbow and Hillstrom; not that of Jennrich and Sampson, a subproblem of which Hipparchus's SQP does not end. */
    private static final List<TestProblem> PROBLEMS = Stream.of(
                    "rosenbrock",
                    "freudenstein-roth",
                    "powell-badly-scaled",
                    "brown-badly-scaled",
                    "beale",
                    "helical-valley",
                    "bard",
                    "gaussian",
                    "box-3d",
                    "kowalik-osborne")
            .map(Problems::named)
            .toList();

    private static final int BUDGET = 40;

    static Stream<String> algorithms() {
        return Stream.concat(
                Methods.opaqueNames().stream().filter(name -> name.startsWith("hipparchus-")),
                Stream.of("lbfgs", "newton-ls", "levenberg-marquardt"));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void everyEvaluationIsCountedAndWithinTheBudget(String name) {
        Algorithm algorithm = Methods.parse(name);
        int lower = 0;
        for (TestProblem p : PROBLEMS) {
            CountingObjective.Tally tally = new CountingObjective.Tally();
            Result r = Minimization.of(new CountingObjective(p.objective(), tally))
                    .from(p.start())
                    .with(algorithm)
                    .budget(Budget.UNLIMITED.withEvaluations(BUDGET))
                    .verdict(false)
                    .run();
            long measured = r.trace().rows().stream().filter(row -> !row.free()).count();
            assertThat(tally.all() - measured)
                    .as(p.name() + ": " + r)
                    .isEqualTo(r.counts().evaluations())
                    .isBetween(1L, (long) BUDGET);
            lower += r.value() < p.objective().value(p.start()) ? 1 : 0;
        }
        assertThat(lower).as("problems on which it found a lower value").isGreaterThanOrEqualTo(7);
    }
}
