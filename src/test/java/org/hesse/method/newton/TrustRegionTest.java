package org.hesse.method.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.method.Outcome;
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
import org.hesse.search.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustRegionTest {
    private final List<Trial> trials = new ArrayList<>();

    private Result run(Objective f, String method, double... x0) {
        trials.clear();
        return Minimization.of(f)
                .from(x0)
                .with(Methods.named(method))
                .budget(Budget.UNLIMITED.withSteps(2000))
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

    /** Rosenbrock's valley makes every method of this kind reject steps. */
    @ParameterizedTest
    @ValueSource(strings = {"trust-region", "trust-region:scaled=false", "arc"})
    void noHessianWhereAStepWasRejected(String method) {
        TestProblem p = Problems.named("rosenbrock");
        Result r = run(p.objective(), method, p.start());
        assertThat(r.isMinimum()).isTrue();
        assertThat(r.value()).isLessThan(1e-14);
        assertThat(trials).hasSize((int) r.counts().gradients() - 1);
        double f = p.objective().value(p.start());
        int accepted = 0;
        for (Trial t : trials) {
            accepted += t.value() < f ? 1 : 0;
            f = Math.min(f, t.value());
        }
        assertThat(accepted).isLessThan(trials.size());
        assertThat(r.counts().hessians()).isLessThanOrEqualTo(accepted + 1); // and one more for the verdict
    }

    /** √x and log x beyond 0: the trial is not a number, and the region shrinks. */
    @ParameterizedTest
    @ValueSource(strings = {"trust-region", "trust-region:radius=1000,scaled=false", "arc:sigma=1e-6"})
    void aTrialThatIsNotANumberShrinksTheRegion(String method) {
        Result r = run(function("x - log(x) + (y - 3)^2 - sqrt(y)"), method, 9, 4);
        assertThat(r.isMinimum()).isTrue();
        assertThat(r.x()[0]).isCloseTo(1, within(1e-7));
        assertThat(trials).anyMatch(t -> Double.isNaN(t.value()));
    }

    /** By its rule: 2σ below η₁, σ to η₂, max(min(σ/3, ‖g‖), ε) above; what the cubic model promises is counted by hand. */
    @Test
    void sigmaFollowsTheRatioOfDecreases() {
        int[] seen = new int[4];
        CubicRegularization.State[] before = {null};
        for (String start : List.of("-1.2,1", "3,-4", "0.9,0.8001", "-5,-3")) {
            String[] x = start.split(",");
            before[0] = null;
            Minimization.of(function("(1-x)^2 + 100*(y-x^2)^2"))
                    .from(Double.parseDouble(x[0]), Double.parseDouble(x[1]))
                    .with(new CubicRegularization(1e-3, 0.3, 0.9))
                    .every(1, p -> {
                        CubicRegularization.State now = (CubicRegularization.State) p.state();
                        if (before[0] != null && before[0].evaluation().value() > 1e-6) {
                            seen[sigmaIsRight(before[0], now)]++;
                        }
                        before[0] = now;
                    })
                    .run();
        }
        assertThat(seen[0]).as("rejected").isPositive();
        assertThat(seen[1]).as("fair").isPositive();
        assertThat(seen[2]).as("good").isPositive();
        assertThat(seen[3]).as("good, and the gradient small").isPositive();
    }

    private static int sigmaIsRight(CubicRegularization.State from, CubicRegularization.State to) {
        if (to.step().outcome() == Outcome.REJECTED) {
            assertThat(to.sigma()).isEqualTo(2 * from.sigma());
            return 0;
        }
        double[] g = from.evaluation().gradient();
        double x = from.x()[0];
        double y = from.x()[1];
        double p = to.x()[0] - x;
        double q = to.x()[1] - y;
        double curvature = (2 - 400 * (y - 3 * x * x)) * p * p - 800 * x * p * q + 200 * q * q;
        double change = g[0] * p + g[1] * q + curvature / 2 + from.sigma() / 3 * Math.pow(Math.hypot(p, q), 3);
        assertThat(to.step().predicted()).isCloseTo(change, within(1e-6 * Math.abs(change)));
        double ratio = (from.evaluation().value() - to.evaluation().value()) / -change;
        assertThat(ratio).isGreaterThanOrEqualTo(0.3 - 1e-6);
        double norm = Math.hypot(g[0], g[1]);
        boolean good = ratio > 0.9;
        assertThat(to.sigma())
                .isEqualTo(good ? Math.max(Math.min(from.sigma() / 3, norm), Math.ulp(1.0)) : from.sigma());
        return good ? norm < from.sigma() / 3 ? 3 : 2 : 1;
    }

    /** x + x^2.5 falls where it is no number: from 0 no step is too short to be one, and yet it ends. */
    @ParameterizedTest
    @ValueSource(strings = {"trust-region", "trust-ncg", "trust-krylov", "arc"})
    void aStartAtTheEdgeOfTheNumbersIsStuck(String method) {
        Result r = run(function("x + x^2.5"), method, 0);
        assertThat(r.status().toString()).startsWith("STUCK");
        assertThat(r.x()).containsExactly(0);
        assertThat(r.steps()).isLessThan(400);
    }

    /** x⁴ + y⁴: Newton goes by two thirds a step, the longer step straight to the end. */
    @Test
    void singularMinimaAreNoLongWay() {
        Result r = run(function("x^4 + y^4 + (x - y)^4"), "trust-region", 3, -2);
        assertThat(r.value()).isLessThan(1e-10);
        assertThat(r.counts().gradients()).isLessThan(10);
        Result slow = run(function("x^4 + y^4 + (x - y)^4"), "newton-ls", 3, -2);
        assertThat(slow.counts().gradients()).isGreaterThan(15);
    }

    /** Units do not matter to the scaled region: the same steps in x and in 1e4·x, 1e-3·y. */
    @Test
    void scaledRegionsDoNotSeeUnits() {
        Result plain = run(function("(1 - x)^2 + 100*(y - x^2)^2"), "trust-region", -1.2, 1);
        List<Trial> first = List.copyOf(trials);
        Result other = run(function("(1 - 1e4*x)^2 + 100*(1e-3*y - (1e4*x)^2)^2"), "trust-region", -1.2e-4, 1e3);
        for (int i = 0; i < 15; i++) {
            assertThat(trials.get(i).value())
                    .isCloseTo(
                            first.get(i).value(),
                            within(1e-6 * (1 + first.get(i).value())));
        }
        assertThat(plain.isMinimum()).isTrue();
        assertThat(other.value()).isLessThan(1e-20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meyer", "powell-badly-scaled", "brown-badly-scaled"})
    void badlyScaledProblems(String name) {
        TestProblem p = Problems.named(name);
        Result r = run(p.objective(), "trust-region", p.start());
        assertThat(r.value()).isCloseTo(p.minima()[0], within(1e-8 * (1 + p.minima()[0])));
        assertThat(r.counts().gradients()).isLessThan(330);
        assertThat(r.status().code()).isIn(Status.Code.CONVERGED, Status.Code.AT_ROUNDOFF_FLOOR);
    }

    /** All saddles and maxima of the library that the Hessian tells: the verdict says so, and an escape ends in a minimum. */
    @ParameterizedTest
    @ValueSource(strings = {"trust-region", "arc"})
    void startedAtASaddleOrMaximum(String method) {
        int points = 0;
        for (TestProblem p : Problems.all()) {
            for (TestProblem.Point point : p.points()) {
                boolean free = !p.objective().domain().isBounded()
                        && !p.objective().domain().isPenalised();
                if (!free || point.kind() != Kind.SADDLE && point.kind() != Kind.MAXIMUM) {
                    continue;
                }
                points++;
                String what = method + " at the " + point.kind() + " of " + p.name() + " with " + point.value();
                Result r = run(p.objective(), method, point.x());
                if (r.value() >= point.value() - 1e-9 * (1 + Math.abs(point.value()))) { // it stayed
                    assertThat(r.isMinimum()).as(what).isFalse();
                    assertThat(r.verdict().orElseThrow().kind())
                            .as(what)
                            .isIn(point.kind(), Kind.DEGENERATE, Kind.UNDECIDED);
                }
                if (point.index() > 0) {
                    Result away = run(p.objective(), "escape(" + method + ")", point.x());
                    assertThat(away.value()).as(what).isLessThan(point.value());
                    boolean known = Arrays.stream(p.minima()) // all of a continuum, where the verdict may stay open
                            .anyMatch(f -> Math.abs(away.value() - f) < 1e-9 * (1 + Math.abs(f)));
                    assertThat(known
                                    || Set.of(Kind.MINIMUM, Kind.DEGENERATE)
                                            .contains(
                                                    away.verdict().orElseThrow().kind()))
                            .as(what + "\n" + away.report())
                            .isTrue();
                }
            }
        }
        assertThat(points).isGreaterThan(10);
    }

    @Test
    void trouble() {
        assertThatThrownBy(() -> Methods.named("trust-region:accept=0.3")).hasMessageContaining("accept = 0.3");
        assertThatThrownBy(() -> Methods.named("trust-region:shrink=1")).hasMessageContaining("shrink = 1.0");
        assertThatThrownBy(() -> Methods.named("trust-region:grow=0.5")).hasMessageContaining("grow = 0.5");
        assertThatThrownBy(() -> Methods.named("arc:sigma=0")).hasMessageContaining("sigma = 0.0");
        assertThatThrownBy(() -> Methods.named("arc:accept=0.95")).hasMessageContaining("accept = 0.95");
        assertThatThrownBy(() -> Methods.named("trust-region:subproblem=nix")).hasMessageContaining("more-sorensen");
        Method<?> loose = Methods.named("trust-region:subproblem=more-sorensen(tolerance=0.1)");
        assertThat(((TrustRegion) loose).subproblem().name()).isEqualTo("more-sorensen");
    }
}
