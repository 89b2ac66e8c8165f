package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.linear.Vectors;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.problem.mgh.MoreGarbowHillstrom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MoreGarbowHillstromTest {
    private static final Reference PYTHON = Reference.read("more_garbow_hillstrom.txt");
    private static final List<TestProblem> PROBLEMS = Stream.of(
                    MoreGarbowHillstrom.names().stream(),
                    Stream.of("watson:n=6", "watson:n=12", "penalty-1:n=4", "penalty-2:n=4"),
                    Stream.of("linear-full-rank:n=10,m=20", "linear-rank-1:n=10,m=20", "linear-rank-1-zero:n=10,m=20"),
                    Stream.of(2, 7, 9, 10).map(n -> "chebyquad:n=" + n),
                    Stream.of("chebyquad:n=8,m=10"))
            .flatMap(names -> names)
            .map(Problems::named)
            .toList();

    static List<TestProblem> problems() {
        return PROBLEMS;
    }

    private static double[] point(TestProblem p, IntToDoubleFunction x) {
        return IntStream.range(0, p.start().length).mapToDouble(x).toArray();
    }

    /** The start, and random points off it by some per cent. */
    private static Stream<double[]> near(TestProblem p) {
        RandomGenerator random = Seeds.random(7);
        Stream<double[]> off = Stream.generate(() ->
                point(p, i -> p.start()[i] * (1 + 0.05 * random.nextGaussian()) + 0.01 * random.nextGaussian()));
        return Stream.concat(Stream.of(p.start()), off.limit(5));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void valuesAreThoseOfThePaper(TestProblem p) {
        double[] values = PYTHON.vector(p.name());
        Objective f = p.objective();
        assertThat(f.value(p.start())).isCloseTo(values[0], within(1e-13 * values[0]));
        double[] x = point(p, i -> 1.01 * p.start()[i] + 0.002 * (i + 1));
        assertThat(f.value(x)).isCloseTo(values[1], within(1e-12 * values[1]));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void derivativesAreThoseOfTheValues(TestProblem p) {
        near(p).forEach(x -> {
            DerivativeCheck check = DerivativeCheck.of(p.objective(), x);
            assertThat(check.agrees()).as(check.report()).isTrue();
            assertThat(p.objective().valueAndGradient(x, new double[x.length]))
                    .isEqualTo(p.objective().value(x));
        });
    }

    /** f = ½‖r‖² and ∇f = Jᵀr; and the Jacobian is that of the residuals along a random direction. */
    @ParameterizedTest
    @MethodSource("problems")
    void residualsAreThoseOfTheObjective(TestProblem p) {
        LeastSquares squares = p.objective().as(LeastSquares.class).orElseThrow();
        int n = squares.dimension();
        int m = squares.residualCount();
        assertThat(n).isEqualTo(p.objective().dimension());
        double[] r = new double[m];
        double[] same = new double[m];
        double[] up = new double[m];
        double[] down = new double[m];
        double[][] jacobian = new double[m][n];
        near(p).forEach(x -> {
            double[] g = new double[n];
            double f = p.objective().valueAndGradient(x, g);
            squares.residuals(x, same);
            squares.residualsAndJacobian(x, r, jacobian);
            assertThat(r).isEqualTo(same);
            assertThat(Vectors.dot(r, r) / 2).isCloseTo(f, within(1e-13 * f));
            double[] v = point(p, i -> 1e-6 * Math.sin(i + 1) * Math.max(1e-3, Math.abs(x[i])));
            squares.residuals(point(p, i -> x[i] + v[i]), up);
            squares.residuals(point(p, i -> x[i] - v[i]), down);
            for (int j = 0; j < n; j++) {
                double sum = 0;
                double size = 0;
                for (int i = 0; i < m; i++) {
                    sum += jacobian[i][j] * r[i];
                    size += Math.abs(jacobian[i][j] * r[i]);
                }
                assertThat(g[j]).isCloseTo(sum, within(1e-12 * size));
            }
            for (int i = 0; i < m; i++) {
                double change = Vectors.dot(jacobian[i], v);
                double size = Vectors.norm(jacobian[i]) * Vectors.norm(v);
                double rounding = 1e-13 * (Math.abs(r[i]) + Vectors.norm(jacobian[i]) * Vectors.norm(x) + 1e5);
                assertThat((up[i] - down[i]) / 2).isCloseTo(change, within(1e-5 * size + rounding));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("problems")
    void threadsGetTheSameBits(TestProblem p) {
        double[] g = new double[p.start().length];
        double f = p.objective().valueAndGradient(p.start(), g);
        IntStream.range(0, 64).parallel().forEach(k -> {
            double[] other = new double[g.length];
            assertThat(p.objective().valueAndGradient(p.start(), other)).isEqualTo(f);
            assertThat(other).isEqualTo(g);
        });
    }

    /** As far as the paper prints them. */
    @ParameterizedTest
    @CsvSource({
        "freudenstein-roth, 48.9842, 1e-4",
        "jennrich-sampson, 124.362, 1e-3",
        "bard, 8.21487e-3, 1e-8",
        "bard, 17.4286, 1e-4",
        "gaussian, 1.12793e-8, 1e-13",
        "meyer, 87.9458, 1e-4",
        "kowalik-osborne, 3.07505e-4, 1e-9",
        "kowalik-osborne, 1.02734e-3, 1e-8",
        "brown-dennis, 85822.2, 0.1",
        "osborne-1, 5.46489e-5, 1e-10",
        "osborne-2, 4.01377e-2, 1e-7",
        "watson:n=6, 2.28767e-3, 1e-8",
        "watson:n=9, 1.39976e-6, 1e-11",
        "watson:n=12, 4.72238e-10, 1e-15",
        "penalty-1:n=4, 2.24997e-5, 1e-10",
        "penalty-1:n=10, 7.08765e-5, 1e-10",
        "penalty-2:n=4, 9.37629e-6, 1e-11",
        "penalty-2:n=10, 2.93660e-4, 1e-9",
        "'linear-full-rank:n=10,m=20', 10, 0",
        "chebyquad:n=8, 3.51687e-3, 1e-8",
        "chebyquad:n=10, 6.50395e-3, 1e-8"
    })
    void theMinimaOfThePaperAreListed(String name, double value, double digit) {
        double[] distances = Arrays.stream(Problems.named(name).minima())
                .map(f -> Math.abs(f - value))
                .toArray();
        assertThat(Arrays.stream(distances).min().orElseThrow()).isLessThanOrEqualTo(digit);
    }

    /** Σ (i·s − 1)² over the m residuals is least, by s, at a closed form; SciPy's least_squares ends there too. */
    @ParameterizedTest
    @CsvSource({
        "'linear-rank-1:n=10', 2.142857142857143",
        "'linear-rank-1:n=10,m=20', 4.634146341463414",
        "'linear-rank-1-zero:n=10', 3.6470588235294117",
        "'linear-rank-1-zero:n=10,m=20', 6.135135135135135"
    })
    void linearProblemsOfRankOneHaveOneValue(String name, double value) {
        assertThat(Problems.named(name).minima()).hasSize(1);
        assertThat(Problems.named(name).minima()[0]).isCloseTo(value, within(1e-14));
    }

    /** Along (t, …, t, n + 1 − nt) Brown's function falls below its value at the point that the paper calls a minimum. */
    @Test
    void brownsAlmostLinearFunctionHasNoMinimumOfOne() {
        TestProblem p = Problems.named("brown-almost-linear");
        for (double t : new double[] {0.05, 0.1}) {
            double[] x = point(p, i -> i < 9 ? t : 11 - 10 * t);
            assertThat(p.objective().value(x) - 1)
                    .isNegative()
                    .isCloseTo(-22 * Math.pow(t, 9), within(Math.pow(t, 9) * 22));
        }
    }

    @Test
    void theListIsInTheOrderOfThePaper() {
        List<TestProblem> all = Problems.moreGarbowHillstrom();
        assertThat(all.stream().map(TestProblem::name)).containsExactlyElementsOf(MoreGarbowHillstrom.names());
        assertThat(all.stream()
                        .skip(1) // Rosenbrock's is of the chained family
                        .map(p -> p.source().replaceFirst(".*no\\. ", ""))
                        .map(Integer::valueOf))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 35).boxed().toList());
        assertThat(all).allSatisfy(p -> assertThat(p.minima()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "watson:n=32 | watson: n = 32, expected from 2 to 31",
                "gulf:m=100 | gulf: m = 100, expected from 3 to 99",
                "box-3d:m=2 | box-3d: m = 2, expected at least 3",
                "jennrich-sampson:m=1 | jennrich-sampson: m = 1, expected at least 2",
                "chebyquad:n=8,m=7 | chebyquad: m = 7, expected at least 8",
                "linear-rank-1-zero:n=2 | linear-rank-1-zero: n = 2, expected at least 3",
                "penalty-2:n=1 | penalty-2: n = 1, expected at least 2"
            })
    void sizesOutOfRangeAreExplained(String name, String message) {
        assertThatThrownBy(() -> Problems.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
