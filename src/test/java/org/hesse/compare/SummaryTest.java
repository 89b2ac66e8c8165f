package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hesse.method.firstorder.Adam;
import org.hesse.run.Status.Code;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Entry ENTRY = Entry.of("m", new Adam(0.1));

    private static Summary of(Run... runs) {
        return Summary.of(ENTRY, Regime.FULL, List.of(runs), 1, 2);
    }

    @Test
    void aMissedGoalIsCensoredNotReplacedByTheBudget() {
        Run hit = Small.run(1, Code.CONVERGED, new double[] {0, 1, 2}, new double[] {9, 2, 1.5});
        Run miss = Small.run(2, Code.BUDGET, new double[] {0, 1, 2}, new double[] {9, 3, 2.5});
        Summary one = of(hit, miss, miss);
        assertThat(one.hits()).isEqualTo(1);
        assertThat(one.passesToGoal()).isEqualTo(new Quartiles(INF, INF, INF));
        Summary two = of(hit, hit, miss);
        assertThat(two.passesToGoal().median()).isEqualTo(1);
        assertThat(two.gradientsToGoal().median()).isEqualTo(1);
        assertThat(two.secondsToGoal().median()).isEqualTo(0.1);
        assertThat(two.finalExcess()).isEqualTo(new Quartiles(0.5, 0.5, 1));
        assertThat(two.status()).isEqualTo("1 BUDGET, 2 CONVERGED");
    }

    @Test
    void divergedIsNotFiniteOrHigherThanAtTheStart() {
        Run higher = Small.run(1, Code.BUDGET, new double[] {0, 1, 2}, new double[] {9, 3, 9.5});
        Run lost = Small.run(2, Code.NOT_FINITE, new double[] {0, 1}, new double[] {9, 3});
        Run fine = Small.run(3, Code.BUDGET, new double[] {0, 1}, new double[] {9, 8.9});
        assertThat(of(higher, lost, fine).diverged()).isEqualTo(2);
        assertThat(of(lost).finalExcess().median()).isEqualTo(INF);
        assertThat(of(lost).bestExcess().median()).isEqualTo(2);
    }
}
