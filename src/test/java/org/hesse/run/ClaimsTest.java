package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hesse.autodiff.Expression;
import org.hesse.critical.CriticalPoint;
import org.hesse.critical.Evidence;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Kind;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run claims is right: the minima are known from elsewhere. */
class ClaimsTest {
    private static final double NEAR = 1e-6; // relative to max(1, |f*|)

    private static List<TestProblem> problems(Method<?> method) {
        List<TestProblem> all = new ArrayList<>();
        for (String name : Problems.names()) {
            TestProblem p = Problems.named(name);
            boolean free = !p.objective().domain().isBounded()
                    && !p.objective().domain().isPenalised();
            if (free
                    && method.needs().stream().allMatch(s -> p.objective().as(s).isPresent())) {
                all.add(p);
                Stream.of(1)
                        .filter(start -> Problems.parameters(name).contains("start"))
                        .forEach(start -> all.add(Problems.named(name + ":start=" + start)));
            }
        }
        return all;
    }

    static double distance(TestProblem p, double value) {
        return Arrays.stream(p.minima())
                .map(known -> Math.abs(value - known) / Math.max(1, Math.abs(known)))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** By default settings; the budget keeps the test short. */
    @ParameterizedTest
    @ValueSource(
            strings = {"lbfgs", "bfgs", "sr1", "cg-descent", "barzilai-borwein", "newton-ls", "levenberg-marquardt"})
    void whatIsCalledAMinimumIsOne(String name) {
        Method<?> method = (Method<?>) Methods.named(name);
        int claims = 0;
        for (TestProblem p : problems(method)) {
            Result r = Minimization.of(p.objective())
                    .from(p.start())
                    .with(method)
                    .budget(Budget.UNLIMITED.withEvaluations(1000))
                    .run();
            claims += r.isMinimum() ? 1 : 0;
            double distance = distance(p, r.value());
            boolean proved = r.verdict().filter(v -> v.kind() == Kind.MINIMUM).isPresent();
            if (r.isMinimum() && r.isConverged()) {
                assertThat(distance).as("%s on %s%n%s", name, p, r.report()).isLessThanOrEqualTo(NEAR);
            }
            boolean certified =
                    proved && r.verdict().orElseThrow().evidence() == Evidence.CERTIFIED; // a new one, as of Thurber
            if (r.status().code() == Status.Code.AT_ROUNDOFF_FLOOR && proved && !certified) {
                assertThat(distance).as("%s on %s%n%s", name, p, r.report()).isLessThanOrEqualTo(NEAR);
            }
            if (r.status().code() == Status.Code.STUCK) {
                double promise = 1e-14 * Math.max(Math.abs(r.value()), Double.MIN_NORMAL);
                assertThat(proved && Math.abs(r.verdict().orElseThrow().decrement()) <= promise)
                        .as("a false alarm of %s on %s%n%s", name, p, r.report())
                        .isFalse();
            }
        }
        assertThat(claims).as(name).isGreaterThan(60);
    }

    /** Unbounded below, or with an infimum that no point has: where f falls to −1e60, its noise is no floor. */
    @ParameterizedTest
    @MethodSource("free")
    void nothingIsAMinimumWhereThereIsNone(String name) {
        String[] functions = {
            "x^3 + y^2",
            "-x^4 + y^2",
            "x*y",
            "y^2 - exp(x)",
            "x^2*y + y^2/10",
            "x^3 - 3*x*y^2",
            "x^5 + y^4*x",
            "x^2 + exp(-y)"
        };
        for (String function : functions) {
            for (boolean verdict : new boolean[] {false, true}) {
                Result r = Minimization.of(Expression.parse(function))
                        .from(0.7, 0.4)
                        .with(Methods.named(name))
                        .verdict(verdict)
                        .budget(Budget.UNLIMITED.withEvaluations(500))
                        .run();
                String what = name + " on " + function + "\n" + r.report();
                assertThat(r.isMinimum()).as(what).isFalse();
                assertThat(r.status().code()).as(what).isNotEqualTo(Status.Code.AT_ROUNDOFF_FLOOR);
            }
        }
    }

    private static Stream<String> free() {
        return Methods.fitting(Domain.unbounded(2)).stream()
                .filter(name -> Set.of(Curved.class).containsAll(((Method<?>) Methods.named(name)).needs()));
    }

    /** f tends to 9771.5 as a parameter of BoxBOD goes to infinity, its gradient to 0. */
    @Test
    void aSmallGradientOnTheWayToInfinityIsNoMinimum() {
        TestProblem p = Problems.named("nist-boxbod");
        Result r = Minimization.of(p.objective())
                .from(p.start())
                .with(Methods.named("bfgs"))
                .run();
        assertThat(r.isConverged()).isTrue();
        assertThat(r.value()).isGreaterThan(9000);
        assertThat(r.isMinimum()).as(r.report()).isFalse();
        assertThat(r.toString()).startsWith("CONVERGED NOT_CRITICAL");
    }

    /** On a plateau where Krawczyk's step is no number: the proof gives up, and the verdict stays. */
    @Test
    void aProofThatOverflowsLeavesTheVerdict() {
        TestProblem p = Problems.named("nist-rat43:start=1");
        Result r = Minimization.of(p.objective())
                .from(p.start())
                .with(Methods.named("broyden:phi=0.5"))
                .run();
        assertThat(r.cause()).isEmpty();
        assertThat(r.verdict()).isPresent();
        assertThat(r.isMinimum()).isFalse();
    }

    /** Over the box of a proof, as wide in the small parameter as in the large one, the exponential overflows. */
    @Test
    void anUnboundedEnclosureLeavesTheVerdict() {
        double[] x = {500.00000000002774, 2.4223109522658425E-4};
        CriticalPoint at =
                CriticalPoint.of(Problems.named("nist-misra1a:start=1").objective(), x);
        assertThat(at.kind()).isNotEqualTo(Kind.MINIMUM);
        Result r = Minimization.of(Problems.named("nist-misra1a").objective())
                .from(x)
                .with(Methods.named("accelerated-gradient"))
                .budget(Budget.UNLIMITED.withEvaluations(500))
                .run();
        assertThat(r.verdict()).as(r.report()).isPresent();
        assertThat(r.cause()).isEmpty();
    }

    /** J'J is not the Hessian where residuals stay large, so its promise is too great; slopes lead on all the same. */
    @Test
    void largeResidualsAreNoEnd() {
        TestProblem p = Problems.named("freudenstein-roth");
        Minimization m = Minimization.of(p.objective()).from(p.start()).with(Methods.named("levenberg-marquardt"));
        Result r = m.run();
        assertThat(r.isMinimum()).as(r.report()).isTrue();
        assertThat(Vectors.normInf(r.gradient())).isLessThanOrEqualTo(1e-8);
        assertThat(distance(p, r.value())).isLessThan(1e-10);
    }
}
