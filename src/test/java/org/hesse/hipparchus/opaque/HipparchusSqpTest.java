package org.hesse.hipparchus.opaque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hesse.objective.BlackBox;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.junit.jupiter.api.Test;

class HipparchusSqpTest {
    private static final HipparchusSqp SHORT = new HipparchusSqp(HipparchusSqp.Merit.SCHITTKOWSKI, 1e-11, false, 0.2);

    @Test
    void staysWithinBoundsAndFindsTheMinimumOnThem() {
        TestProblem p = Problems.named("rosenbrock");
        Result r = Minimization.of(new BlackBox(2, x -> {
                    assertThat(x[0]).isBetween(-2.0, 0.5);
                    assertThat(x[1]).isBetween(-2.0, 2.0);
                    return p.objective().value(x);
                }))
                .bounds("-2:0.5, -2:2")
                .from(-1.2, 1)
                .with(new HipparchusSqp())
                .verdict(false)
                .run();
        assertThat(r.x()).as(r.toString()).containsExactly(new double[] {0.5, 0.25}, within(1e-6));
    }

    @Test
    void endsByBudgetAndByTheUsersException() {
        Result r = Minimization.of(Problems.named("rosenbrock").objective())
                .from(-1.2, 1)
                .with(SHORT)
                .budget(Budget.UNLIMITED.withEvaluations(10))
                .run();
        assertThat(r.status().code()).isEqualTo(Status.Code.BUDGET);
        assertThat(r.counts().evaluations()).isEqualTo(10);
        Result failed = Minimization.of(new BlackBox(2, x -> {
                    if (x[0] > -1) {
                        throw new ArithmeticException(
                                "of the user, in " + Thread.currentThread().getName());
                    }
                    return x[0] * x[0] + x[1] * x[1];
                }))
                .from(-3, 1)
                .with(SHORT)
                .verdict(false)
                .run();
        assertThat(failed.status().why())
                .contains("of the user, in " + Thread.currentThread().getName());
    }
}
