package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hesse.autodiff.Expression;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Hessian;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {
    static Stream<TestProblem> problems() {
        Stream<String> larger = Stream.of(
                "rosenbrock:n=4",
                "rosenbrock:n=5",
                "rosenbrock:n=6",
                "rosenbrock:n=7",
                "rosenbrock:n=30",
                "quadratic:n=7,condition=1e6,seed=3",
                "quadratic:n=1,condition=5",
                "styblinski-tang:n=1",
                "styblinski-tang:n=3",
                "styblinski-tang:n=9");
        return Stream.concat(SmallProblems.all().stream(), larger.map(Problems::named));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void gradientAndHessianAreThoseOfTheValues(TestProblem p) {
        Objective f = p.objective();
        int n = f.dimension();
        RandomGenerator random = Seeds.random(11);
        for (int trial = 0; trial < 20; trial++) {
            double[] x = random.doubles(n, -2, 2).toArray();
            double[] g = new double[n];
            assertThat(f.valueAndGradient(x, g)).isEqualTo(f.value(x));
            double[] differences = new double[n];
            FiniteDifferences.gradient(f::value, x, differences);
            assertThat(g).containsExactly(differences, within(1e-6 * (1 + Vectors.norm(g))));

            double[][] h = f.as(Curved.class).orElseThrow().hessianAt(x).dense();
            double[][] hd = FiniteDifferences.hessian((y, gy) -> f.valueAndGradient(y, gy), x)
                    .dense();
            for (int i = 0; i < n; i++) {
                assertThat(h[i]).containsExactly(hd[i], within(1e-6 * (1 + Vectors.norm(h[i]))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void productsAreThoseOfTheMatrix(TestProblem p) {
        int n = p.objective().dimension();
        double[] x = Seeds.random(5).doubles(n, -2, 2).toArray();
        double[] v = Seeds.random(6).doubles(n, -1, 1).toArray();
        Hessian h = p.objective().as(Curved.class).orElseThrow().hessianAt(x);
        assertThat(h.dimension()).isEqualTo(n);
        double[] hv = new double[n];
        h.times(v, hv);
        double[][] rows = h.dense();
        for (int i = 0; i < n; i++) {
            assertThat(hv[i]).isCloseTo(Vectors.dot(rows[i], v), within(1e-12 * (1 + Vectors.norm(rows[i]))));
        }
    }

    /** The listed points are those of the true function: the Newton step there is rounding, the value agrees. */
    @ParameterizedTest
    @MethodSource("problems")
    void listedPointsAreCriticalToFullPrecision(TestProblem p) {
        for (TestProblem.Point point : p.points()) {
            double[] g = new double[point.x().length];
            double f = p.objective().valueAndGradient(point.x(), g);
            assertThat(f).isCloseTo(point.value(), within(1e-12 * Math.max(1, Math.abs(point.value()))));
            double[][] h = p.objective()
                    .as(Curved.class)
                    .orElseThrow()
                    .hessianAt(point.x())
                    .dense();
            double size = Arrays.stream(h).mapToDouble(Vectors::norm).max().orElseThrow();
            assertThat(Vectors.norm(g))
                    .isLessThanOrEqualTo(4 * Math.ulp(1.0) * size * Math.max(1, Vectors.norm(point.x())));
        }
    }

    /** minima/saddles/maxima, from the literature (see the classes). */
    @ParameterizedTest
    @CsvSource({"himmelblau,4,4,1", "six-hump-camel,6,7,2", "styblinski-tang,4,4,1", "beale,1,2,0", "rosenbrock,1,0,0"})
    void inventoriesAreComplete(String name, long minima, long saddles, long maxima) {
        TestProblem p = Problems.named(name);
        assertThat(p.complete()).isTrue();
        Map<Kind, Long> counts =
                p.points().stream().collect(Collectors.groupingBy(TestProblem.Point::kind, Collectors.counting()));
        assertThat(counts.getOrDefault(Kind.MINIMUM, 0L)).isEqualTo(minima);
        assertThat(counts.getOrDefault(Kind.SADDLE, 0L)).isEqualTo(saddles);
        assertThat(counts.getOrDefault(Kind.MAXIMUM, 0L)).isEqualTo(maxima);
        long distinct =
                p.points().stream().map(q -> Arrays.toString(q.x())).distinct().count();
        assertThat(distinct).isEqualTo(p.points().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beale | (1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2",
                "himmelblau | (x^2+y-11)^2 + (x+y^2-7)^2",
                "six-hump-camel | 4*x^2 - 2.1*x^4 + x^6/3 + x*y - 4*y^2 + 4*y^4",
                "monkey-saddle | x^3 - 3*x*y^2",
                "rosenbrock | (1-x)^2 + 100*(y-x^2)^2",
                "styblinski-tang | (x^4-16*x^2+5*x + y^4-16*y^2+5*y)/2",
                "quadratic:n=3,condition=100 | x^2/2 + 10*y^2/2 + 100*z^2/2"
            })
    void writtenAsTextTheyHaveTheSameDerivatives(String name, String text) {
        Objective f = Problems.named(name).objective();
        Objective e = Expression.parse(text);
        int n = f.dimension();
        assertThat(e.dimension()).isEqualTo(n);
        RandomGenerator random = Seeds.random(3);
        for (int trial = 0; trial < 100; trial++) {
            double[] x = random.doubles(n, -2, 2).toArray();
            double[] g = new double[n];
            double[] ge = new double[n];
            double value = f.valueAndGradient(x, g);
            assertThat(e.valueAndGradient(x, ge)).isCloseTo(value, within(1e-12 * (1 + Math.abs(value))));
            assertThat(ge).containsExactly(g, within(1e-12 * (1 + Vectors.norm(g))));
            double[][] h = f.as(Curved.class).orElseThrow().hessianAt(x).dense();
            double[][] he = e.as(Curved.class).orElseThrow().hessianAt(x).dense();
            for (int i = 0; i < n; i++) {
                assertThat(he[i]).containsExactly(h[i], within(1e-12 * (1 + Vectors.norm(h[i]))));
            }
        }
    }

    @Test
    void aRotatedQuadraticHasTheGivenEigenvalues() {
        Quadratic q = new Quadratic(6, 1e3, 9);
        double[][] h = q.hessianAt(new double[6]).dense();
        assertThat(org.hesse.linear.Spectrum.valuesOf(h)).containsExactly(q.eigenvalues(), within(1e-12 * 1e3));
        assertThat(q.eigenvalues()).startsWith(1.0).endsWith(1000.0);
        assertThat(Math.abs(h[0][5])).isGreaterThan(1);
        assertThat(new Quadratic(6, 1e3, 9).hessianAt(new double[6]).dense()).isDeepEqualTo(h);
    }

    @Test
    void namesWithParametersAreRead() {
        assertThat(Problems.names())
                .contains("rosenbrock", "quadratic", "himmelblau")
                .isSorted();
        assertThat(Problems.named("rosenbrock:n=12").objective().dimension()).isEqualTo(12);
        assertThat(Problems.named(" quadratic : n = 3 , condition = 1e4 ")
                        .objective()
                        .value(new double[] {0, 0, 1}))
                .isEqualTo(5e3);
        for (TestProblem p : Problems.all()) {
            assertThat(p.start()).hasSize(p.objective().dimension());
            assertThat(p.source()).isNotBlank();
        }
        for (TestProblem p : List.of(Problems.named("quadratic:n=4,seed=2"), Problems.named("rosenbrock:n=5"))) {
            assertThat(Problems.named(p.name()).name()).isEqualTo(p.name());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rosenbruck | unknown problem 'rosenbruck': did you mean rosenbrock?",
                "zzz | unknown problem 'zzz': expected one of beale, biggs6, himmelblau",
                "rosenbrock:m=3 | unknown parameter of 'rosenbrock:m=3' 'm': did you mean n?",
                "beale:n=3 | problem 'beale:n=3' has no parameters",
                "rosenbrock:n=x | problem 'rosenbrock:n=x': n = 'x', expected an integer",
                "rosenbrock:3 | problem 'rosenbrock:3': '3' is not of the form name=value",
                "rosenbrock:n=2,n=3 | problem 'rosenbrock:n=2,n=3': n is given twice",
                "rosenbrock:n=1 | rosenbrock: n = 1, expected at least 2",
                "quadratic:condition=0.5 | quadratic: condition = 0.5, expected a finite number >= 1",
                "quadratic:condition=NaN | quadratic: condition = NaN, expected a finite number >= 1",
                "quadratic:n=0 | quadratic: n = 0, expected at least 1",
                "styblinski-tang:n=0 | styblinski-tang: n = 0, expected at least 1"
            })
    void badNamesAreExplained(String name, String message) {
        assertThatThrownBy(() -> Problems.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
