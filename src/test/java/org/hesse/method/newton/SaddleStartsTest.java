package org.hesse.method.newton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hesse.method.Methods;
import org.hesse.objective.Kind;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Started exactly at each known saddle and maximum of the library: nobody calls that a success. */
class SaddleStartsTest {
    /** The methods of Newton's type, as {@link Methods} names them; a new one is one line. */
    private static final List<String> METHODS = List.of( //
            "newton", //
            "newton-ls", //
            "newton-ls:modification=cheng-higham", //
            "saddle-free", //
            "saddle-free:vectors=3",
            "tron");

    /** Without curvature at the saddle, and without a minimum anywhere: only the verdict has something to say. */
    private static final String FLAT = "monkey-saddle";

    private static Stream<TestProblem> problems() {
        return Stream.concat(Problems.names().stream(), Stream.of("styblinski-tang:n=4"))
                .map(Problems::named)
                .filter(p -> saddles(p).findAny().isPresent());
    }

    private static Stream<TestProblem.Point> saddles(TestProblem p) {
        return p.points().stream().filter(point -> point.kind() != Kind.MINIMUM);
    }

    static Stream<Arguments> starts() {
        return METHODS.stream()
                .flatMap(method -> problems().flatMap(p -> saddles(p).map(point -> Arguments.of(method, p, point))));
    }

    private static Result run(String method, TestProblem p, double[] x0) {
        return Minimization.of(p.objective())
                .from(x0)
                .with(Methods.named(method))
                .budget(Budget.UNLIMITED.withSteps(300))
                .run();
    }

    @ParameterizedTest
    @MethodSource("starts")
    void theVerdictSaysSo(String method, TestProblem p, TestProblem.Point point) {
        Result r = run(method, p, point.x());
        if (!r.isMinimum()) { // some leave by themselves
            assertThat(r.verdict().orElseThrow().kind()).isEqualTo(point.kind());
            assertThat(r.toString()).contains(point.kind().name());
        }
    }

    @ParameterizedTest
    @MethodSource("starts")
    void escapeEndsInAMinimum(String method, TestProblem p, TestProblem.Point point) {
        Result r = run("escape(" + method + ")", p, point.x());
        if (p.name().equals(FLAT)) {
            assertThat(r.isMinimum()).isFalse();
            return;
        }
        assertThat(r.value()).isLessThan(point.value());
        if (!r.isMinimum()) { // a minimum too flat for the verdict, or the infimum at the end of Beale's valley
            double beyond = p.name().equals("beale") ? 0.452 : Double.NaN;
            assertThat(DoubleStream.concat(DoubleStream.of(p.minima()), DoubleStream.of(beyond)))
                    .as("%s", r)
                    .anyMatch(m -> Math.abs(r.value() - m) < 1e-2);
            assertThat(r.verdict().orElseThrow().kind()).isNotIn(Kind.SADDLE, Kind.MAXIMUM);
        }
    }

    @Test
    void allKindsAreThere() {
        assertThat(problems().flatMap(SaddleStartsTest::saddles)).hasSizeGreaterThan(80);
        assertThat(problems().flatMap(SaddleStartsTest::saddles).map(TestProblem.Point::kind))
                .contains(Kind.MAXIMUM, Kind.SADDLE);
    }
}
