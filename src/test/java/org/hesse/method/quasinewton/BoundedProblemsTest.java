package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.method.Methods;
import org.hesse.objective.Domain;
import org.hesse.objective.Kind;
import org.hesse.problem.Problems;
import org.hesse.problem.bounded.Bounded;
import org.hesse.problem.bounded.Solution;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem with bounds or a penalty, by the method for it with its defaults, against the reference minima. */
class BoundedProblemsTest {
    static Stream<String> names() {
        Stream<String> onData = Stream.of(
                "l1-lasso-breast-cancer:lambda=0.1",
                "l1-lasso-breast-cancer:lambda=0.01",
                "l1-lasso-breast-cancer:lambda=0.001",
                "l1-logistic-breast-cancer:lambda=0.1",
                "l1-logistic-breast-cancer:lambda=0.01",
                "l1-logistic-breast-cancer:lambda=0.001",
                "l1-lasso-digits:lambda=0.1",
                "l1-lasso-digits:lambda=0.01",
                "l1-softmax-digits:lambda=0.01",
                "l1-softmax-digits:lambda=0.001");
        return Stream.concat(Bounded.entries().stream().map(Entry::name), onData)
                .filter(name -> !Methods.fitting(domain(name)).isEmpty());
    }

    private static Domain domain(String name) {
        return Problems.named(name).objective().domain();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theReferenceMinimumIsFoundWithTheRightVariablesHeld(String name) {
        TestProblem p = Problems.named(name);
        Domain d = p.objective().domain();
        Result r = Minimization.of(p.objective())
                .from(p.start())
                .withUsual()
                .verdict(p.objective().dimension() <= 120)
                .budget(Budget.UNLIMITED.withEvaluations(20_000))
                .run();
        System.out.println("XX " + name + " n=" + p.start().length + " " + r + " ref " + p.minima() + " " + r.status());
        Solution nearest = Solution.of(name).stream()
                .min((a, b) -> Double.compare(Math.abs(a.value() - r.value()), Math.abs(b.value() - r.value())))
                .orElseThrow();
        assertThat(r.isConverged()).as(r.toString()).isTrue();
        assertThat(Math.abs(r.value() - nearest.value())).isLessThanOrEqualTo(1e-8 * Math.abs(nearest.value()) + 1e-14);
        assertThat(held(d, r.x(), r.gradient())).containsExactly(held(d, nearest.x(), p.objective()));
        r.verdict().ifPresent(v -> assertThat(v.kind()).as(v.report()).isEqualTo(Kind.MINIMUM));
    }

    private static int[] held(Domain d, double[] x, org.hesse.objective.Objective f) {
        double[] g = new double[x.length];
        f.valueAndGradient(x, g);
        return held(d, x, g);
    }

    private static int[] held(Domain d, double[] x, double[] g) {
        return IntStream.range(0, x.length).filter(i -> d.isHeld(x, g, i)).toArray();
    }

    @Test
    void thereAreEnoughOfThem() {
        List<String> all = names().toList();
        assertThat(all.stream().filter(name -> domain(name).isBounded())).hasSizeGreaterThanOrEqualTo(25);
        assertThat(all.stream().filter(name -> domain(name).isPenalised())).hasSizeGreaterThanOrEqualTo(10);
    }
}
