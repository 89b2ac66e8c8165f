package org.hesse.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.box;
import static org.hesse.Hesse.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hesse.linear.Vectors;
import org.hesse.objective.Box;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExhaustiveTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    himmelblau; x=-6:6, y=-6:6; 4; 4; 1
                    six-hump-camel; x=-3:3, y=-2:2; 6; 7; 2
                    rastrigin; x=-5.12:5.12, y=-5.12:5.12; 121; 220; 100
                    rastrigin; x=-5:6, y=-5:6; 144; 264; 121
                    egg-crate; x=-5:5, y=-5:5; 9; 24; 16
                    muller-brown; x=-1.5:1.2, y=-0.5:2; 3; 2; 0
                    peaks; x=-4.5:4.5, y=-4.5:4.5; 3; 3; 3
                    """)
    void countsAreProved(String name, String box, int minima, int saddles, int maxima) {
        Census census = Exhaustive.of(Texts.named(name), box(box)).run();
        assertThat(census.certified()).as(census.report()).isTrue();
        assertThat(census.minima()).isEqualTo(minima);
        assertThat(census.saddles()).isEqualTo(saddles);
        assertThat(census.maxima()).isEqualTo(maxima);
        assertThat(census.degenerate()).isZero();
        assertThat(census.eulerSum()).isEqualTo(minima - saddles + maxima);
        assertThat(census.toString()).startsWith("CENSUS certified: " + minima + " minima");
        assertThat(census.points()).allSatisfy(p -> assertThat(p.radius()).isLessThan(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "himmelblau, 6",
        "six-hump-camel, 3",
        "styblinski-tang:n=2, 5",
        "styblinski-tang:n=3, 5",
        "styblinski-tang:n=4, 5"
    })
    void pointsAreThoseOfFortyDigits(String name, double side) {
        TestProblem problem = Problems.named(name);
        Objective f = Texts.named(name);
        int n = f.dimension();
        double[] upper = new double[n];
        Arrays.fill(upper, side);
        List<String> names = IntStream.range(0, n).mapToObj(f.layout()::name).toList();
        Census census = Exhaustive.of(f, new Box(names, Vectors.minus(new double[n], upper), upper))
                .run();
        assertThat(census.certified()).as(census.report()).isTrue();
        assertThat(census.points()).hasSize(problem.points().size());
        for (TestProblem.Point known : problem.points()) {
            CensusPoint found = Collections.min(
                    census.points(), Comparator.comparingDouble(p -> Vectors.norm(Vectors.minus(p.x(), known.x()))));
            assertThat(found.x()).containsExactly(known.x(), within(1e-14));
            assertThat(found.kind()).isEqualTo(known.kind());
            assertThat(found.index()).isEqualTo(known.index());
            assertThat(found.value()).isCloseTo(known.value(), within(1e-12 * Math.max(1, Math.abs(known.value()))));
        }
    }

    /** To the digits of the inventories. */
    @ParameterizedTest
    @CsvSource({
        "muller-brown, x=-1.5:1.2;y=-0.5:2, -0.5582236, 1.4417258, -146.699517, 0",
        "muller-brown, x=-1.5:1.2;y=-0.5:2, 0.6234994, 0.0280378, -108.166724, 0",
        "muller-brown, x=-1.5:1.2;y=-0.5:2, -0.0500108, 0.4666941, -80.767818, 0",
        "muller-brown, x=-1.5:1.2;y=-0.5:2, -0.8220016, 0.6243128, -40.664844, 1",
        "muller-brown, x=-1.5:1.2;y=-0.5:2, 0.2124866, 0.2929883, -72.248940, 1",
        "peaks, x=-4.5:4.5;y=-4.5:4.5, -0.0093176, 1.5813680, 8.1062136, 2"
    })
    void pointsAreThoseOfTheInventories(String name, String box, double x, double y, double value, int index) {
        Census census =
                Exhaustive.of(Texts.named(name), box(box.replace(';', ','))).run();
        assertThat(census.points()).anySatisfy(p -> {
            assertThat(p.x()).containsExactly(new double[] {x, y}, within(6e-8));
            assertThat(p.value()).isCloseTo(value, within(6e-7));
            assertThat(p.index()).isEqualTo(index);
        });
    }

    @Test
    void degeneratePointsAreLeftUndecided() {
        Census census =
                Exhaustive.of(function("x^3 - 3*x*y^2"), box("x=-1:2, y=-1:2")).run();
        assertThat(census.certified()).isFalse();
        assertThat(census.undecided()).hasSize(1);
        assertThat(census.degenerate()).isEqualTo(1);
        assertThat(census.points().get(0).x()).containsExactly(new double[2], within(1e-6));
        assertThat(census.points().get(0).evidence()).isEqualTo("DEGENERATE");
    }

    @Test
    void aPointOnTheBorderIsSaidSo() {
        Census census =
                Exhaustive.of(function("x^2 + y^2"), box("x=0:1, y=-1:1")).run();
        assertThat(census.minima()).isEqualTo(1);
        assertThat(census.points().get(0).border()).isTrue();
        assertThat(census.points().get(0).toString()).endsWith("on the border");
        assertThat(Exhaustive.of(function("x^2 + y^2"), box("x=0.01:1, y=-1:1"))
                        .run()
                        .points())
                .isEmpty();
    }

    @Test
    void threadsChangeNothing() {
        Exhaustive search = Exhaustive.of(Texts.named("egg-crate"), box("x=-5:5, y=-5:5"));
        assertThat(search.threads(3).run().report()).isEqualTo(search.run().report());
    }

    @Test
    void whatABudgetLeavesIsSaidSavedAndGoneOnWith() throws IOException {
        Exhaustive search = Exhaustive.of(Texts.named("egg-crate"), box("x=-5:5, y=-5:5"));
        Census part = search.maxBoxes(150).run();
        assertThat(part.certified()).isFalse();
        assertThat(part.boxes()).isEqualTo(150);
        assertThat(part.stopped()).contains("150");
        assertThat(part.unsearched()).isBetween(0.01, 1.0);
        assertThat(part.report()).contains("% of the box not to the end");
        Path file = directory.resolve("census.json");
        part.save(file);
        Census all = search.goOn(Census.load(file));
        assertThat(all.certified()).isTrue();
        assertThat(all.toString()).isEqualTo("CENSUS certified: 9 minima, 24 saddles, 16 maxima, Euler sum 1");
        assertThat(all.points().toString()).isEqualTo(search.run().points().toString());
    }

    @Test
    void aLargerBoxKeepsThePointsAndSearchesTheRest() throws IOException {
        Objective f = Texts.named("himmelblau");
        Census small = Exhaustive.of(f, box("x=-1:6, y=-2:3")).run();
        Path file = directory.resolve("small.json");
        small.save(file);
        Exhaustive larger = Exhaustive.of(f, box("x=-6:6, y=-6:6"));
        Census all = larger.goOn(Census.load(file));
        assertThat(all.certified()).as(all.report()).isTrue();
        assertThat(all.points()).hasSize(9);
        assertThat(all.boxes() - small.boxes()).isLessThan(larger.run().boxes());
        for (CensusPoint kept : small.points()) {
            assertThat(all.points()).anySatisfy(p -> assertThat(p.x()).containsExactly(kept.x()));
        }
    }

    @Test
    void aPointOnTheBorderIsInsideALargerBox() {
        Census half = Exhaustive.of(function("x^2 + y^2"), box("x=0:1, y=-1:1")).run();
        Census whole =
                Exhaustive.of(function("x^2 + y^2"), box("x=-1:1, y=-1:1")).goOn(half);
        assertThat(whole.points()).hasSize(1);
        assertThat(whole.points().get(0).border()).isFalse();
        assertThat(whole.certified()).isTrue();
    }

    @Test
    void aValleyIsGivenUpAndSaid() {
        Census census = Exhaustive.of(function("(x^2 + y^2 - 1)^2"), box("x=-2:2, y=-2:2"))
                .run();
        assertThat(census.boxes()).isLessThan(20_000);
        assertThat(census.certified()).isFalse();
        assertThat(census.maxima()).isEqualTo(1);
        assertThat(census.undecided()).hasSize(1);
        assertThat(census.undecided().get(0).why()).isEqualTo("a valley of dimension 1");
        assertThat(census.undecided().get(0).region().upper()).containsExactly(new double[] {1, 1}, within(1e-2));
        CensusPoint valley = census.points().get(1);
        assertThat(valley.flat()).isEqualTo(1);
        assertThat(Vectors.norm(valley.x())).isEqualTo(1, within(1e-7));
    }

    /** Huber's loss of x and of y − x: continuous derivatives, so that the minimum is the only point, and proved. */
    @Test
    void boxesAwayFromASwitchAreCertified() {
        Census census = Exhaustive.of(
                        function("if(abs(x) < 1, x^2/2, abs(x) - 0.5) + if(abs(y-x) < 1, (y-x)^2/2, abs(y-x) - 0.5)"),
                        box("x=-4:4, y=-4:4"))
                .run();
        assertThat(census.certified()).as(census.report()).isTrue();
        assertThat(census.minima()).isEqualTo(1);
    }

    @Test
    void ofAJumpOnlyTheBoxesAtTheSwitchRemainOpen() {
        Census census = Exhaustive.of(function("if(x < 0.3, x^2, (x-1)^2) + y^2"), box("x=-2:2, y=-2:2"))
                .run();
        assertThat(census.boxes()).isLessThan(20_000);
        assertThat(census.minima()).isEqualTo(2);
        assertThat(census.certified()).isFalse();
        assertThat(census.points()).allMatch(CensusPoint::certified);
        assertThat(census.undecided()).hasSize(1);
        OpenPart open = census.undecided().get(0);
        assertThat(open.why()).contains("a condition is not decided");
        assertThat(open.region().lower()[0]).isBetween(0.29, 0.3);
        assertThat(open.region().upper()[0]).isBetween(0.3, 0.31);
    }
}
