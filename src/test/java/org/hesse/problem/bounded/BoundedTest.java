package org.hesse.problem.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.linear.Cholesky;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.Domain;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedTest {
    static List<String> names() {
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
                .toList();
    }

    static List<Solution> solutions() {
        return names().stream().flatMap(name -> Solution.of(name).stream()).toList();
    }

    private static int[] held(Domain d, double[] x, double[] g) {
        return IntStream.range(0, x.length).filter(i -> d.isHeld(x, g, i)).toArray();
    }

    private static double[] gradient(Objective f, double[] x) {
        double[] g = new double[x.length];
        f.valueAndGradient(x, g);
        return g;
    }

    @Test
    void thereAreManyWithActiveBoundsAndWithPenalties() {
        List<String> bounded = names().stream()
                .filter(name -> !Problems.named(name).objective().domain().isPenalised())
                .toList();
        assertThat(bounded)
                .hasSizeGreaterThanOrEqualTo(25)
                .allMatch(name -> !Solution.of(name).isEmpty());
        assertThat(names().size() - bounded.size()).isGreaterThanOrEqualTo(10);
        for (String name : names()) {
            Objective f = Problems.named(name).objective();
            double[] x = Solution.of(name).get(0).x();
            assertThat(held(f.domain(), x, gradient(f, x))).as(name).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void theReferenceMinimaAreMinima(Solution s) {
        TestProblem p = Problems.named(s.problem());
        Objective f = p.objective();
        Domain d = f.domain();
        double[] x = s.x();
        double[] g = new double[x.length];
        double value = f.valueAndGradient(x, g) + d.penalty(x);
        assertThat(value).isCloseTo(s.value(), within(1e-12 * Math.max(1, Math.abs(value))));
        double[] step = new double[x.length];
        d.proximalGradient(x, g, step);
        assertThat(Vectors.normInf(step)).isLessThan(1e-9 * Math.max(1, Vectors.normInf(g)));
        assertThat(p.minima()).contains(s.value());
        int[] free =
                IntStream.range(0, x.length).filter(i -> !d.isHeld(x, g, i)).toArray();
        if (free.length > 0) {
            double[][] h = f.as(Curved.class).orElseThrow().hessianAt(x).dense();
            double[][] reduced = Arrays.stream(free)
                    .mapToObj(i -> Arrays.stream(free).mapToDouble(j -> h[i][j]).toArray())
                    .toArray(double[][]::new);
            assertThat(Cholesky.of(reduced)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void derivativesAreThoseOfTheValues(String name) {
        TestProblem p = Problems.named(name);
        assertThat(p.name()).isEqualTo(name);
        assertThat(p.source()).isNotBlank();
        double[] projected = p.start().clone();
        p.objective().domain().project(projected);
        assertThat(p.start()).containsExactly(projected);
        assertThat(DerivativeCheck.of(p.objective(), p.start()).outcome())
                .as(name)
                .isNotEqualTo(DerivativeCheck.Outcome.WRONG);
    }

    @Test
    void valuesInTurnAndOnAGrid() {
        Domain driver = Problems.named("lbfgsb-driver-box").objective().domain();
        assertThat(driver.lower()).startsWith(1.2, -100, 1.2).endsWith(1.2);
        assertThat(driver.upper()).containsOnly(100);
        Domain torsion = Problems.named("torsion").objective().domain();
        assertThat(torsion.upper()).hasSize(100);
        assertThat(torsion.upper()[0]).isZero();
        assertThat(torsion.upper()[11]).isEqualTo(1 / 9.0);
        assertThat(torsion.lower()[44]).isEqualTo(-4 / 9.0);
        assertThat(Problems.named("l1-rosenbrock").objective().domain().l1()).containsExactly(0.5, 6);
        assertThat(Problems.named("l1-lasso-digits").objective().domain().l1()[64])
                .isZero();
        assertThatThrownBy(() -> Problems.named("l1-lasso-digits:lambda=-1"))
                .hasMessage("l1-lasso-digits: lambda = -1.0, expected a finite number, at least 0");
    }

    /** From the books: Hock and Schittkowski's f*, BIGGSB1's 0.015, and HATFLDB's 5.57281e-3 of CUTEst. */
    @Test
    void publishedValuesAreTheirs() {
        assertThat(Solution.values("hs2")[1]).isCloseTo(0.0504261879, within(1e-9));
        assertThat(Solution.values("hs4")[0]).isCloseTo(8 / 3.0, within(1e-15));
        assertThat(Solution.values("hs45")).contains(1);
        assertThat(Solution.values("biggsb1-box")[0]).isCloseTo(0.015, within(1e-12));
        assertThat(Solution.values("hatfldb")[0]).isCloseTo(5.57281e-3, within(1e-8));
        assertThat(Solution.values("pspdoc")[0]).isCloseTo(1 + Math.sqrt(2), within(1e-12));
    }
}
