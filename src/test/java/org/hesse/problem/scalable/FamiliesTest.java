package org.hesse.problem.scalable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hesse.Hesse;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.Parameters;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Result;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FamiliesTest {
    private static final int[] SIZES = {1, 2, 3, 4, 5, 6, 8, 9, 12, 13, 16, 20, 21};

    static List<Entry> families() {
        return Families.entries();
    }

    static TestProblem member(Entry family, int n) {
        String list = "n=" + n;
        return family.make().apply(new Parameters(family.name() + ":" + list, list, family.parameters()));
    }

    static TestProblem usual(Entry family) {
        return family.make().apply(new Parameters(family.name(), "", family.parameters()));
    }

    /** The members of the sizes above that there are, and the usual one. */
    static List<TestProblem> members(Entry family) {
        List<TestProblem> members = new ArrayList<>(List.of(usual(family)));
        for (int n : SIZES) {
            try {
                members.add(member(family, n));
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith(family.name() + ": n = " + n + ", expected ");
            }
        }
        return members;
    }

    /** A start and a point off every line of symmetry. */
    static List<double[]> points(TestProblem p) {
        RandomGenerator random = Seeds.random(7);
        double[] off = p.start().clone();
        for (int i = 0; i < off.length; i++) {
            off[i] += 0.1 * random.nextGaussian();
        }
        return List.of(p.start(), off);
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreThoseOfTheValues(Entry family) {
        assertThat(members(family)).hasSizeGreaterThan(3);
        for (TestProblem p : members(family)) {
            Objective f = p.objective();
            assertThat(p.name()).isEqualTo(family.name() + ":n=" + f.dimension());
            for (double[] x : points(p)) {
                DerivativeCheck check = DerivativeCheck.of(f, x);
                assertThat(check.outcome()).as(p + "\n" + check.report()).isEqualTo(DerivativeCheck.Outcome.AGREES);
                double[] g = new double[x.length];
                assertThat(f.valueAndGradient(x, g)).isEqualTo(f.value(x)).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void hessianIsTheSameMatrixInEveryForm(Entry family) {
        for (TestProblem p : members(family)) {
            for (double[] x : points(p)) {
                Hessian h = p.objective().as(Curved.class).orElseThrow().hessianAt(x);
                double[][] dense = h.dense();
                double[] v = Seeds.random(3).doubles(x.length, -1, 1).toArray();
                double[] hv = new double[x.length];
                h.times(v, hv);
                for (int i = 0; i < x.length; i++) {
                    assertThat(hv[i])
                            .isCloseTo(
                                    Vectors.dot(dense[i], v), within(1e-13 * x.length * (1 + Vectors.norm(dense[i]))));
                    for (int j = 0; j < i; j++) {
                        assertThat(dense[i][j]).isEqualTo(dense[j][i]);
                    }
                }
                h.sparse().ifPresent(s -> assertThat(s.dense()).isDeepEqualTo(dense));
                h.colouring()
                        .ifPresent(c -> assertThat(c.recover(h::times).dense()).satisfies(r -> assertClose(r, dense)));
            }
        }
    }

    private static void assertClose(double[][] a, double[][] b) {
        for (int i = 0; i < b.length; i++) {
            assertThat(a[i]).containsExactly(b[i], within(1e-13 * b.length * (1 + Vectors.norm(b[i]))));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void residualsAreThoseOfTheValueAndTheGradient(Entry family) {
        for (TestProblem p : members(family)) {
            LeastSquares squares = p.objective().as(LeastSquares.class).orElse(null);
            if (squares == null) {
                continue;
            }
            for (double[] x : points(p)) {
                double[] r = new double[squares.residualCount()];
                double[] again = new double[r.length];
                double[][] jacobian = new double[r.length][x.length];
                squares.residuals(x, r);
                squares.residualsAndJacobian(x, again, jacobian);
                assertThat(again).isEqualTo(r);
                double[] g = new double[x.length];
                double f = p.objective().valueAndGradient(x, g);
                assertThat(Vectors.dot(r, r) / 2).isCloseTo(f, within(1e-13 * (1 + f)));
                double size = Vectors.norm(g);
                for (int i = 0; i < r.length; i++) {
                    Vectors.axpy(-r[i], jacobian[i], g);
                }
                assertThat(Vectors.norm(g)).as(p.name()).isLessThan(1e-13 * (1 + size + f));
            }
        }
    }

    /** Figures of src/test/python/scalable_families.py, which shares no code with the sources. */
    static List<String> figures() throws IOException {
        try (InputStream in = FamiliesTest.class.getResourceAsStream("families.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void valuesGradientsAndMinimaAreThoseOfNumPy(String line) {
        String[] fields = line.split(",", -1);
        TestProblem p = Problems.named(fields[0]);
        Objective f = p.objective();
        int n = f.dimension();
        assertThat(p.name()).isEqualTo(fields[0] + ":n=" + fields[1]);
        double[] figures = new double[4];
        Arrays.setAll(figures, i -> Double.parseDouble(fields[i + 2]));
        double[] g = new double[n];
        assertThat(f.valueAndGradient(p.start(), g)).isCloseTo(figures[0], within(1e-12 * (1 + Math.abs(figures[0]))));
        assertThat(Vectors.norm(g)).isCloseTo(figures[1], within(1e-12 * (1 + figures[1])));
        double[] y = p.start().clone();
        Arrays.setAll(y, i -> y[i] + 0.1 * Math.sin(i + 1));
        assertThat(f.valueAndGradient(y, g)).isCloseTo(figures[2], within(1e-12 * (1 + Math.abs(figures[2]))));
        double weighted = 0;
        for (int i = 0; i < n; i++) {
            weighted += g[i] / (i + 1);
        }
        assertThat(weighted).isCloseTo(figures[3], within(1e-12 * (1 + Vectors.norm(g))));
        if (!fields[6].isEmpty()) {
            double minimum = Double.parseDouble(fields[6]);
            double nearest = Arrays.stream(p.minima())
                    .map(m -> Math.abs(m - minimum))
                    .min()
                    .orElseThrow();
            assertThat(nearest).isLessThan((minimum > 1e-5 ? 1e-12 : 1e-8) * (1 + Math.abs(minimum)));
        }
    }

    @Test
    void everyFamilyHasFigures() throws IOException {
        assertThat(figures().stream().map(line -> line.split(",")[0]))
                .containsExactlyInAnyOrderElementsOf(
                        families().stream().map(Entry::name).toList());
    }

    /** The points are critical, of positive definite Hessian, and have the value they are listed with, at any n. */
    @ParameterizedTest
    @MethodSource("families")
    void listedPointsAreMinima(Entry family) {
        for (TestProblem p : members(family)) {
            for (TestProblem.Point point : p.points()) {
                double[] g = new double[point.x().length];
                double f = p.objective().valueAndGradient(point.x(), g);
                assertThat(f).isCloseTo(point.value(), within(1e-13 * g.length * Math.max(1, Math.abs(point.value()))));
                double[][] h = p.objective()
                        .as(Curved.class)
                        .orElseThrow()
                        .hessianAt(point.x())
                        .dense();
                double[] spectrum = Spectrum.valuesOf(h);
                assertThat(spectrum[0]).as(p.name()).isPositive();
                double scale = spectrum[spectrum.length - 1] * Math.max(1, Vectors.norm(point.x()));
                assertThat(Vectors.norm(g)).as(p.name()).isLessThanOrEqualTo(1e-15 * scale);
            }
        }
    }

    /** Our own run from the start ends at a value that is listed. */
    @ParameterizedTest
    @MethodSource("families")
    void aRunEndsAtAListedMinimum(Entry family) {
        TestProblem p = usual(family);
        Assumptions.assumeFalse(family.name().equals("sine")); // a long curved valley, not done in 3000 steps
        Result r = Hesse.minimize(p.objective())
                .from(p.start())
                .budget(Budget.UNLIMITED.withSteps(3000))
                .run();
        assertThat(Arrays.stream(p.minima())
                        .map(m -> Math.abs(m - r.value()) / Math.max(1, Math.abs(m)))
                        .min()
                        .orElseThrow())
                .as(p + ": " + r)
                .isLessThan(1e-7);
    }

    @ParameterizedTest
    @MethodSource("families")
    void aLargeMemberIsEvaluatedInItsSparseForm(Entry family) {
        TestProblem p = member(family, 3600); // a square, and a multiple of 2, 3 and 4
        double[] g = new double[3600];
        assertThat(p.objective().valueAndGradient(p.start(), g))
                .isEqualTo(p.objective().value(p.start()));
        Hessian h = p.objective().as(Curved.class).orElseThrow().hessianAt(p.start());
        h.times(p.start(), g);
        assertThat(h.sparse().map(s -> s.pattern().entries()).orElse(0)).isLessThan(3600 * 13);
    }

    @Test
    void wrongSizesAreExplained() {
        assertThatThrownBy(() -> Problems.named("extended-powell:n=6"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("extended-powell: n = 6, expected a multiple of 4, at least 4");
        assertThatThrownBy(() -> Problems.named("liarwhd:n=1")).hasMessage("liarwhd: n = 1, expected at least 2");
        assertThatThrownBy(() -> Problems.named("bratu-2d:n=10"))
                .hasMessage("bratu-2d: n = 10, expected a square, at least 1");
    }
}
