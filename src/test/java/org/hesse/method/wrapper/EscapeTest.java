package org.hesse.method.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.reverse.Var;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.quasinewton.Bfgs;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.objective.Curved;
import org.hesse.objective.Event;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.junit.jupiter.api.Test;

class EscapeTest {
    private final List<Escape.Escaped> escapes = new ArrayList<>();

    private Result run(Objective f, Method<?> method, double... x0) {
        escapes.clear();
        return Minimization.of(f)
                .from(x0)
                .with(method)
                .budget(Budget.UNLIMITED.withSteps(20_000))
                .observe(new Observer() {
                    @Override
                    public void onEvent(Event event) {
                        if (event instanceof Escape.Escaped e) {
                            escapes.add(e);
                        }
                    }
                })
                .run();
    }

    @Test
    void biggs6GoesOnFromTheSaddle() {
        TestProblem p = Problems.named("biggs6");
        Result plain = run(p.objective(), new Bfgs(), p.start());
        assertThat(plain.value()).isCloseTo(5.65565e-3, within(1e-8));
        Result away = run(p.objective(), Methods.named("escape(bfgs)"), p.start());
        assertThat(away.value()).isLessThan(1e-12);
        assertThat(away.status().code()).isEqualTo(Status.Code.CONVERGED);
        assertThat(escapes).isNotEmpty();
        assertThat(escapes.get(0).curvature()).isCloseTo(-9.803168e-3, within(1e-4));
        assertThat(escapes.get(0).change()).isNegative();
        assertThat(away.report()).contains("along negative curvature");
    }

    @Test
    void leavesASaddleThatItStartsAtOrRunsInto() {
        Objective f = function("x^2 - y^2 + y^4");
        for (Method<?> inner : List.of(new Bfgs(), new Lbfgs(), new GradientDescent(0.1))) {
            for (double[] x0 : new double[][] {{1, 0}, {0, 0}, {1e-9, 0}}) {
                Result plain = run(f, inner, x0);
                assertThat(plain.value()).isCloseTo(0, within(1e-12));
                Result r = run(f, new Escape<>(inner), x0);
                assertThat(r.isConverged()).isTrue();
                assertThat(r.value()).isCloseTo(-0.25, within(1e-12));
                assertThat(Math.abs(r.x()[1])).isCloseTo(Math.sqrt(0.5), within(1e-6));
                assertThat(escapes).hasSize(1);
                assertThat(r.counts().hessians()).isPositive();
                assertThat(r.verdict().orElseThrow().kind()).isEqualTo(Kind.MINIMUM);
            }
        }
    }

    /** From a maximum of a function of three variables: down to a saddle line by line, and off it again. */
    @Test
    void leavesMaximaAndSaddlesOnTheWay() {
        Result r = run(function("x^4 - x^2 + y^4 - 2*y^2 + z^4 - 3*z^2"), new Escape<>(new Bfgs()), 0, 0, 0);
        assertThat(r.value()).isCloseTo(-0.25 - 1 - 2.25, within(1e-10));
        assertThat(escapes).hasSize(3);
    }

    @Test
    void staysHonestlyWhereTheHessianSaysNothing() {
        TestProblem monkey = Problems.named("monkey-saddle");
        Result r = run(monkey.objective(), new Escape<>(new Bfgs()), 0, 0);
        assertThat(r.isConverged()).isTrue();
        assertThat(escapes).isEmpty();
        assertThat(r.x()).containsExactly(0, 0);
        assertThat(r.report()).doesNotContain("escape");
        assertThat(run(function("x^2 + y^4"), new Escape<>(new Bfgs()), 1, 0.5).isConverged())
                .isTrue();
        assertThat(escapes).isEmpty();
    }

    /** n = 300 goes by Lanczos: no whole Hessian. The one negative eigenvalue has 299 others around it. */
    @Test
    void largeProblemsTakeProducts() {
        int n = 300;
        Objective f = Differentiable.of(n, x -> {
            Var sum = x[0].multiply(x[0]).subtract(1).multiply(x[0]).multiply(x[0]); // x⁴ − x²
            for (int i = 1; i < n; i++) {
                sum = sum.add(x[i].multiply(x[i]).multiply(0.1 + i / 300.0));
            }
            return sum;
        });
        double[] x0 = new double[n];
        Arrays.fill(x0, 1);
        x0[0] = 0;
        Result r = run(f, new Escape<>(new Lbfgs()), x0);
        assertThat(r.isConverged()).isTrue();
        assertThat(r.value()).isCloseTo(-0.25, within(1e-12));
        assertThat(r.counts().hessians()).isZero();
        assertThat(r.counts().products()).isBetween(5L, 800L);
        assertThat(escapes).hasSize(1);
    }

    @Test
    void aPointIsLookedAtOnceForEachDecadeOfTheGradient() {
        Result r = run(function("x^2 + 2*y^2"), new Escape<>(new GradientDescent(0.01), 1e-4), 1, 1);
        assertThat(r.isConverged()).isTrue();
        assertThat(r.counts().hessians()).isBetween(4L, 5L); // 1e-4 … 1e-8
        Result plain = run(function("x^2 + 2*y^2"), new GradientDescent(0.01), 1, 1);
        assertThat(r.x()).containsExactly(plain.x(), within(1e-8));
    }

    @Test
    void namesItselfAndWantsATolerance() {
        assertThat(new Escape<>(new Bfgs()).name()).isEqualTo("escape(bfgs)");
        assertThat(new Escape<>(new Bfgs()).needs()).containsExactly(Curved.class);
        assertThatThrownBy(() -> Methods.named("escape(bfgs):tolerance=0")).hasMessageContaining("tolerance = 0.0");
        assertThatThrownBy(() -> new WeightDecay<>(new Escape<>(new Bfgs()), 0.1))
                .hasMessageContaining("Curved");
    }
}
