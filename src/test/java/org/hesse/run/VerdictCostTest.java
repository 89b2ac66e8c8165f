package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hesse.autodiff.Expression;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.autodiff.series.HigherDerivatives;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.objective.CountingObjective;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.junit.jupiter.api.Test;

class VerdictCostTest {
    /** A saddle by a user's own derivatives: all that the verdict takes reaches the objective, and is counted. */
    private static Result run(CountingObjective.Tally tally, long evaluations) {
        Objective f = Expression.parse("x^2-y^2");
        Objective own = new CountingObjective(f, tally) {
            @Override
            public <T extends Structure> Optional<T> as(Class<T> type) {
                return type == OnIntervals.class || type == HigherDerivatives.class ? Optional.empty() : super.as(type);
            }
        };
        return Minimization.of(own)
                .from(new double[2])
                .with(new GradientDescent(0.1))
                .budget(Budget.UNLIMITED.withEvaluations(evaluations))
                .run();
    }

    @Test
    void isCountedBesideTheMethod() {
        CountingObjective.Tally with = new CountingObjective.Tally();
        Result r = run(with, 1000);
        assertThat(r.verdict().orElseThrow().kind()).isEqualTo(Kind.SADDLE);
        assertThat(r.verdictCounts().values() + r.counts().values())
                .isBetween(with.values.get() - 3, with.values.get());
        assertThat(r.verdictCounts().evaluations()).isGreaterThan(50).isLessThan(with.all());
        assertThat(r.report()).contains("verdict cost    " + r.verdictCounts().values() + " values");
    }

    @Test
    void theCheckKeepsToTheBudget() {
        CountingObjective.Tally tally = new CountingObjective.Tally();
        Result r = run(tally, 20);
        assertThat(r.verdict().orElseThrow().kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(r.verdict().orElseThrow().blockedBy().orElseThrow().term()).isEqualTo("derivative check");
    }
}
