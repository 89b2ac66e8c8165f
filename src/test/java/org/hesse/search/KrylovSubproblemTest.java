package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.linear.Vectors;
import org.hesse.objective.Hessian;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

/** Matrix-free subproblems against the conditions of Moré and Sorensen, and against diagonal matrices solved by hand. */
class KrylovSubproblemTest {
    private static final Gltr EXACT = new Gltr(Preconditioning.NONE, 1e-12, 200);

    private static Hessian of(double[][] a) {
        return new Hessian() {
            @Override
            public int dimension() {
                return a.length;
            }

            @Override
            public void times(double[] v, double[] hv) {
                Arrays.setAll(hv, i -> Vectors.dot(a[i], v));
            }
        };
    }

    private static Hessian diagonal(double... d) {
        double[][] a = new double[d.length][d.length];
        for (int i = 0; i < d.length; i++) {
            a[i][i] = d[i];
        }
        return of(a);
    }

    /** A reflected diagonal: eigenvalues known, nothing else special. */
    private static double[][] rotated(double[] values, RandomGenerator random) {
        int n = values.length;
        double[] w = random.doubles(n, -1, 1).toArray();
        double ww = Vectors.dot(w, w);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    double qi = (i == k ? 1 : 0) - 2 * w[i] * w[k] / ww;
                    double qj = (j == k ? 1 : 0) - 2 * w[j] * w[k] / ww;
                    a[i][j] += qi * values[k] * qj;
                }
            }
        }
        return a;
    }

    private static double model(Hessian h, double[] g, double[] p) {
        double[] hp = new double[p.length];
        h.times(p, hp);
        return Vectors.dot(g, p) + 0.5 * Vectors.dot(p, hp);
    }

    @Test
    void gltrSatisfiesTheConditionsOfAGlobalMinimum() {
        RandomGenerator random = Seeds.random(3);
        for (int trial = 0; trial < 40; trial++) {
            int n = 2 + trial % 12;
            double[] values = random.doubles(n, trial % 3 == 0 ? 0.1 : -2, 3).toArray();
            Hessian h = of(rotated(values, random));
            double[] g = random.doubles(n, -1, 1).toArray();
            double radius = Math.pow(10, random.nextDouble(-2, 1.5));
            Subproblem.Solution s = EXACT.solve(h, g, radius);
            double[] rest = new double[n];
            h.times(s.step(), rest);
            Vectors.axpy(s.multiplier(), s.step(), rest);
            Vectors.axpy(1, g, rest);
            assertThat(Vectors.norm(rest)).isLessThan(1e-10);
            assertThat(s.multiplier())
                    .isGreaterThanOrEqualTo(-1e-12 - Arrays.stream(values).min().orElseThrow());
            assertThat(s.change()).isCloseTo(model(h, g, s.step()), within(1e-10));
            assertThat(Vectors.norm(s.step())).isLessThanOrEqualTo(radius * (1 + 1e-10));
            assertThat(s.atBoundary()).isEqualTo(s.multiplier() > 0);
            if (s.atBoundary()) {
                assertThat(Vectors.norm(s.step())).isCloseTo(radius, within(1e-10 * radius));
            }
            Subproblem.Solution less = EXACT.solve(h, g, radius / 2, s.kept());
            Subproblem.Solution anew = EXACT.solve(h, g, radius / 2);
            assertThat(less.products()).isZero();
            assertThat(Math.abs(less.change() - anew.change())).isLessThan(1e-9 * Math.abs(anew.change()));
        }
    }

    /** H = diag(−2, 1, 3), g ⊥ e₁: λ = 2, p = (τ, −g₂/3, −g₃/5) with τ to the boundary. */
    @Test
    void gltrSolvesTheHardCaseByARestart() {
        double[] g = {0, 0.3, 0.5};
        Subproblem.Solution s = EXACT.solve(diagonal(-2, 1, 3), g, 1);
        assertThat(s.multiplier()).isCloseTo(2, within(1e-10));
        assertThat(s.step()[1]).isCloseTo(-0.1, within(1e-10));
        assertThat(s.step()[2]).isCloseTo(-0.1, within(1e-10));
        assertThat(Math.abs(s.step()[0])).isCloseTo(Math.sqrt(1 - 0.02), within(1e-10));
        assertThat(s.change()).isCloseTo(-0.98 - 0.03 - 0.05 + 0.005 + 0.015, within(1e-10));
    }

    @Test
    void gltrLeavesASaddleWithoutAGradient() {
        Subproblem.Solution s = new Gltr().solve(diagonal(2, 1, -1, 4, 5), new double[5], 0.5);
        assertThat(s.change()).isLessThan(-0.12).isGreaterThan(-0.125 - 1e-12);
        assertThat(new Gltr().solve(diagonal(2, 1, 4), new double[3], 0.5).change())
                .isZero();
    }

    @Test
    void steihaugIsNewtonInsideAndFollowsCurvatureToTheBoundary() {
        Steihaug exact = new Steihaug(Preconditioning.NONE, 1e-12, 100);
        double[] g = {1, -4, 9};
        Subproblem.Solution inside = exact.solve(diagonal(1, 2, 3), g, 10);
        assertThat(inside.step()).containsExactly(new double[] {-1, 2, -3}, within(1e-12));
        assertThat(inside.change()).isCloseTo(-0.5 - 4 - 13.5, within(1e-11));
        assertThat(inside.products()).isEqualTo(3);
        for (double[] d : new double[][] {{1, 2, 3}, {1, -2, 3}, {-1, -2, -3}}) {
            Subproblem.Solution s = exact.solve(diagonal(d), g, 0.7);
            assertThat(s.atBoundary()).isTrue();
            assertThat(Vectors.norm(s.step())).isCloseTo(0.7, within(1e-14));
            assertThat(s.change()).isCloseTo(model(diagonal(d), g, s.step()), within(1e-12));
            double gg = Vectors.dot(g, g);
            double[] cauchy = {-0.7 * g[0] / Math.sqrt(gg), -0.7 * g[1] / Math.sqrt(gg), -0.7 * g[2] / Math.sqrt(gg)};
            assertThat(s.change()).isLessThanOrEqualTo(Math.min(0, model(diagonal(d), g, cauchy)) + 1e-12);
            assertThat(EXACT.solve(diagonal(d), g, 0.7).change()).isLessThanOrEqualTo(s.change() + 1e-12);
        }
    }

    /** The norm of the iterates is known by recurrences, of which the first step says nothing. */
    @Test
    void steihaugReachesTheBoundaryAfterSomeSteps() {
        Steihaug exact = new Steihaug(Preconditioning.NONE, 1e-12, 100);
        double[] g = {1, -2, 1, 3};
        Hessian h = diagonal(1, 10, 40, 100);
        for (double radius : new double[] {0.2, 0.4, 0.7, 1}) { // Newton's step has the norm 1.02
            Subproblem.Solution s = exact.solve(h, g, radius);
            assertThat(s.products()).isBetween(2, 4);
            assertThat(s.atBoundary()).isTrue();
            assertThat(Vectors.norm(s.step())).isCloseTo(radius, within(1e-13));
            double[] rest = new double[4];
            h.times(s.step(), rest);
            Vectors.axpy(1, g, rest);
            assertThat(s.multiplier())
                    .isCloseTo(-Vectors.dot(s.step(), rest) / (radius * radius), within(1e-12))
                    .isPositive();
        }
        assertThat(exact.solve(h, g, 2).atBoundary()).isFalse();
    }

    /** Inside the region GLTR's iterates are those of conjugate gradients: it looks at every ninth of them at least. */
    @Test
    void bothStopAsEarlyAsToldAndNoEarlier() {
        double[] d = new double[120];
        Arrays.setAll(d, i -> Math.pow(1.03, i));
        for (double size : new double[] {1e-6, 1, 1e6}) {
            double[] g = Seeds.random(7).doubles(d.length, -size, size).toArray();
            double goal = Math.min(0.01, Math.sqrt(Vectors.norm(g))) * Vectors.norm(g);
            Subproblem.Solution cg = new Steihaug(Preconditioning.NONE, 0.01, 500).solve(diagonal(d), g, 1e9);
            Subproblem.Solution lanczos = new Gltr(Preconditioning.NONE, 0.01, 200).solve(diagonal(d), g, 1e9);
            assertThat(residual(d, g, cg.step())).isBetween(0.2 * goal, goal);
            assertThat(residual(d, g, lanczos.step())).isLessThanOrEqualTo(goal * (1 + 1e-6));
            assertThat(lanczos.products()).isBetween(cg.products(), cg.products() + 2 + cg.products() / 8);
        }
    }

    private static double residual(double[] d, double[] g, double[] p) {
        double[] r = g.clone();
        Arrays.setAll(r, i -> g[i] + d[i] * p[i]);
        return Vectors.norm(r);
    }

    @Test
    void whatIsNotFiniteIsAValueAndMisuseIsNot() {
        double[] g = {1, 1};
        assertThat(new Steihaug().solve(diagonal(Double.NaN, 1), g, 1).change()).isNaN();
        assertThat(new Gltr().solve(diagonal(Double.NaN, 1), g, 1).change()).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Steihaug(Preconditioning.NONE, 0, 1))
                .withMessageContaining("eta = 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gltr(Preconditioning.NONE, 0.1, 0))
                .withMessageContaining("limit = 0");
    }
}
