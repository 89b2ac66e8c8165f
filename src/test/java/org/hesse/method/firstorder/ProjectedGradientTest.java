package org.hesse.method.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hesse.method.Iterates;
import org.hesse.objective.Domain;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.api.Test;

class ProjectedGradientTest {
    private static final Domain BOX = new Domain(new double[] {1, -3}, new double[] {2, 4});

    @Test
    void endsOnTheBoundWhereTheMinimumIsCutOff() {
        Result r = Minimization.of(new Iterates.Bowl(BOX, 1, 2))
                .from(9, 9)
                .with(new ProjectedGradient(0.4))
                .verdict(false)
                .run();
        assertThat(r.isConverged()).isTrue();
        assertThat(r.x()).containsExactly(new double[] {1, 0}, within(1e-8));
        assertThat(r.trace().rows().get(0).value()).isEqualTo(0.5 * 4 + 0.5 * 2 * 16); // from (2, 4), not (9, 9)
    }

    @Test
    void neverLeavesTheBox() {
        for (double[] x : Iterates.of(new Iterates.Bowl(BOX, 1, 2), new ProjectedGradient(1.7), 20, 2, 3)) {
            double[] projected = x.clone();
            BOX.project(projected);
            assertThat(x).isEqualTo(projected);
        }
    }
}
