package org.hesse.problem.scalable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.Parameters;
import org.hesse.problem.catalog.TestProblem;
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
}
