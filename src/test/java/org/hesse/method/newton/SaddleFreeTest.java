package org.hesse.method.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.function;

import org.hesse.linear.Vectors;
import org.hesse.method.Iterates;
import org.hesse.method.Methods;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;
import org.hesse.search.Armijo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaddleFreeTest {
    /** f = x² − 2y²: |H|⁻¹g = (x, −y), so the step doubles y; the Krylov space of two vectors is the plane. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 10})
    void theStepIsTheMirrorOfNewtons(int vectors) {
        Objective f = function("x^2 - 2*y^2");
        double[] x = Iterates.of(f, new SaddleFree(new Armijo(), vectors), 1, 3, 0.5)[0];
        assertThat(x).containsExactly(new double[] {0, 1}, within(1e-14));
        assertThat(Iterates.of(f, new Newton(), 1, 3, 0.5)[0]).containsExactly(new double[] {0, 0}, within(1e-14));
    }

    /** The rotated saddle x y has eigenvalues ±1 along the diagonals: (x, y) goes to (x, y) − (y·swapped) by hand. */
    @Test
    void byHandOffTheAxes() {
        // H = [[0, 1], [1, 0]], |H| = I: d = −g = (−y, −x)
        double[] x = Iterates.of(function("x*y"), new SaddleFree(), 1, 1, 3)[0];
        assertThat(x).containsExactly(new double[] {-2, 2}, within(1e-14));
    }

    @Test
    void asManyVectorsAsVariablesAreExact() {
        for (String name : new String[] {"biggs6", "himmelblau", "wood", "beale"}) {
            TestProblem p = Problems.named(name);
            int n = p.start().length;
            double[][] exact = Iterates.of(p.objective(), new SaddleFree(), 3, p.start());
            double[][] krylov = Iterates.of(p.objective(), new SaddleFree(new Armijo(), n), 3, p.start());
            for (int k = 0; k < 3; k++) {
                assertThat(krylov[k]).containsExactly(exact[k], within(1e-6 * (1 + Vectors.norm(exact[k]))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"styblinski-tang:n=400", "extended-rosenbrock:n=400", "cosine:n=400"})
    void fewVectorsSolveLargeProblemsWithoutAMatrix(String name) {
        TestProblem p = Problems.named(name);
        Result r = Minimization.of(p.objective())
                .from(p.start())
                .with(Methods.named("saddle-free:vectors=20"))
                .until(StoppingRule.gradientNorm(1e-6))
                .verdict(false)
                .run();
        assertThat(r.isConverged()).as("%s", r).isTrue();
        assertThat(r.counts().hessians()).isZero();
        assertThat(r.counts().products()).isLessThanOrEqualTo(20 * r.steps());
    }

    @Test
    void aFlatDirectionIsNoTrouble() {
        Result flat = Minimization.of(function("x^2 + 0*y"))
                .from(1, 5)
                .with(new SaddleFree())
                .verdict(false)
                .run();
        assertThat(flat.isConverged()).isTrue();
        assertThat(flat.x()).containsExactly(0, 5);
        assertThatThrownBy(() -> Methods.named("saddle-free:vectors=-1")).hasMessageContaining("vectors = -1");
    }
}
