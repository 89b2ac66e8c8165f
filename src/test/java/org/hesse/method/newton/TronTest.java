package org.hesse.method.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.function;

import java.util.ArrayList;
import java.util.List;
import org.hesse.method.Methods;
import org.hesse.objective.Domain;
import org.hesse.objective.Event;
import org.hesse.objective.Kind;
import org.hesse.problem.Problems;
import org.hesse.problem.bounded.Bounded;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.hesse.search.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference minima of all problems with bounds are in {@code BoundedProblemsTest}. */
class TronTest {
    private final List<Trial> trials = new ArrayList<>();

    private Result run(Minimization m, String method) {
        trials.clear();
        return m.with(Methods.named(method))
                .budget(Budget.UNLIMITED.withSteps(500))
                .observe(new Observer() {
                    @Override
                    public void onEvent(Event event) {
                        if (event instanceof Trial t) {
                            trials.add(t);
                        }
                    }
                })
                .run();
    }

    /** By hand: H = I, from (2, 1) the whole Newton step (-1.5, -2) ends outside; y stops at 0, x goes on to 0.5. */
    @ParameterizedTest
    @ValueSource(strings = {"tron", "tron:subproblem=more-sorensen", "tron:subproblem=gltr"})
    void aQuadraticInABoxTakesOneStep(String method) {
        Minimization m = Minimization.of(function("0.5*(x - 0.5)^2 + 0.5*(y + 1)^2"))
                .from(2, 1)
                .bounds("0:9");
        Result r = run(m, method);
        assertThat(r.x()).containsExactly(new double[] {0.5, 0}, within(1e-14));
        assertThat(r.x()[1]).isZero();
        assertThat(r.steps()).isEqualTo(1);
        assertThat(r.isMinimum()).isTrue();
    }

    /** Where no bound is met, the step is that of the trust region, until that takes a longer one of its own. */
    @Test
    void withoutBoundsItIsTheTrustRegion() {
        Minimization m =
                Minimization.of(function("x^4 + x^2 + (x - 2*y)^2 + exp(y)")).from(3, -2);
        run(m, "trust-ncg:radius=0.3");
        List<Trial> expected = List.copyOf(trials);
        Result r = run(m, "tron:subproblem=steihaug,radius=0.3");
        for (int k = 0; k < 3; k++) {
            assertThat(trials.get(k).evaluation().x())
                    .containsExactly(expected.get(k).evaluation().x(), within(1e-9));
        }
        assertThat(r.isMinimum()).isTrue();
    }

    @Test
    void everyTrialIsWithinTheBounds() {
        for (String name : Bounded.entries().stream().map(Entry::name).toList()) {
            TestProblem p = Problems.named(name);
            Domain d = p.objective().domain();
            if (!d.isPenalised()) {
                run(Minimization.of(p.objective()).from(p.start()).verdict(false), "tron");
                assertThat(trials).isNotEmpty();
                for (Trial t : trials) {
                    double[] x = t.evaluation().x().clone();
                    d.project(x);
                    assertThat(t.evaluation().x()).as(name).containsExactly(x);
                }
            }
        }
    }

    /** z ≥ 0 is held; on its face is a saddle at 0 between minima at y = ±√½. */
    @Test
    void aSaddleOnAFace() {
        Minimization m = Minimization.of(function("x^2 - y^2 + y^4 + z")).bounds("x=-9:9, y=-9:9, z=0:9");
        for (double[] x0 : new double[][] {{0, 0, 0}, {1, 0, 2}}) {
            Result plain = run(m.from(x0), "tron");
            assertThat(plain.x()).containsExactly(new double[] {0, 0, 0}, within(1e-8));
            assertThat(plain.isMinimum()).isFalse();
            assertThat(plain.verdict().orElseThrow().kind()).isEqualTo(Kind.SADDLE);
            Result away = run(m.from(x0), "escape(tron)");
            assertThat(away.isMinimum()).as("%s", away).isTrue();
            assertThat(away.value()).isCloseTo(-0.25, within(1e-12));
            assertThat(away.x()[2]).isZero();
        }
    }

    /** √x and log x beyond 0: the trial is not a number, and the region shrinks; no Hessian where x stayed. */
    @Test
    void aTrialThatIsNotANumberShrinksTheRegion() {
        Minimization m = Minimization.of(function("x - log(x) + (y - 3)^2 - sqrt(y)"))
                .from(9, 4)
                .bounds("y=0:2");
        Result r = run(m, "tron:subproblem=more-sorensen,radius=1000");
        assertThat(r.isMinimum()).isTrue();
        assertThat(r.x()).containsExactly(new double[] {1, 2}, within(1e-7));
        assertThat(trials).anyMatch(t -> Double.isNaN(t.value()));
        assertThat(r.counts().hessians()).isLessThan(trials.size() + 1);
    }

    @Test
    void aFunctionWithoutMinimumIsNoSuccess() {
        Result r = run(Minimization.of(function("-x")).from(0).bounds("-1:inf"), "tron");
        assertThat(r.status().code()).isNotEqualTo(Status.Code.CONVERGED);
        assertThat(r.isMinimum()).isFalse();
        assertThat(r.value()).isLessThan(-1e20);
    }

    @Test
    void wrongConstants() {
        assertThatThrownBy(() -> Methods.named("tron:radius=0")).hasMessageContaining("radius");
        assertThatThrownBy(() -> Methods.named("tron:accept=0.25")).hasMessageContaining("0 <= accept < 0.25");
        assertThatThrownBy(() -> Methods.named("tron:grow=0.5")).hasMessageContaining("grow");
    }
}
