package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem with bounds or a penalty, by the usual method and by Newton within bounds, against the reference minima. */
class BoundedProblemsTest {
    private static final int VERDICT = 120; // variables: larger Hessians take long

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

    static Stream<Arguments> runs() {
        return names().flatMap(name -> {
            Stream<String> newton =
                    domain(name).isPenalised() ? Stream.of() : Stream.of("tron", "tron:subproblem=more-sorensen");
            return Stream.concat(Stream.of(Methods.usual(domain(name)).name()), newton)
                    .map(method -> Arguments.of(name, method));
        });
    }

    private static Domain domain(String name) {
        return Problems.named(name).objective().domain();
    }

    @Test
    void thereAreEnoughOfThem() {
        List<Domain> all = names().map(BoundedProblemsTest::domain).toList();
        assertThat(all.stream().filter(Domain::isBounded)).hasSizeGreaterThanOrEqualTo(25);
        assertThat(all.stream().filter(Domain::isPenalised)).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theReferenceMinimumIsFoundWithTheRightVariablesHeld(String name, String method) {
        TestProblem p = Problems.named(name);
        Domain d = p.objective().domain();
        boolean clear = !name.startsWith("biggsb1"); // its multipliers are all 0 but two: rounding decides their signs
        Result r = Minimization.of(p.objective())
                .from(p.start())
                .with(Methods.named(method))
                .verdict(clear && p.objective().dimension() <= VERDICT)
                .budget(Budget.UNLIMITED.withEvaluations(1000))
                .run();
        Solution nearest = Solution.of(name).stream()
                .min(Comparator.comparingDouble(s -> Math.abs(s.value() - r.value())))
                .orElseThrow();
        assertThat(r.isConverged()).as(r.toString()).isTrue();
        assertThat(Math.abs(r.value() - nearest.value())).isLessThanOrEqualTo(1e-8 * Math.abs(nearest.value()) + 1e-15);
        double[] g = new double[r.x().length];
        double[] x = onBounds(d, nearest.x());
        p.objective().valueAndGradient(x, g);
        int[] held = held(d, r.x(), r.gradient());
        assertThat(held(d, x, g)).contains(held);
        assertThat(held).contains(clearly(d, x, g));
        r.verdict().ifPresent(v -> assertThat(v.kind()).as(v.report()).isEqualTo(Kind.MINIMUM));
    }

    private static int[] held(Domain d, double[] x, double[] g) {
        return IntStream.range(0, x.length).filter(i -> d.isHeld(x, g, i)).toArray();
    }

    /** The variables held by slopes that are not 0 but for rounding; all those of biggsb1 between its ends are 0. */
    private static int[] clearly(Domain d, double[] x, double[] g) {
        return IntStream.of(held(d, x, g))
                .filter(i -> d.lower()[i] == d.upper()[i] || Math.abs(Math.abs(g[i]) - d.weight(i)) > 1e-10)
                .toArray();
    }

    /** Some bounds are expressions, which Java and NumPy round to another last digit. */
    private static double[] onBounds(Domain d, double[] reference) {
        double[] x = reference.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.abs(x[i] - d.lower()[i]) <= Math.ulp(x[i]) ? d.lower()[i] : x[i];
            x[i] = Math.abs(x[i] - d.upper()[i]) <= Math.ulp(x[i]) ? d.upper()[i] : x[i];
        }
        return x;
    }
}
