package org.hesse.problem.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hesse.linear.Cholesky;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.LeastSquares;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NistTest {
    static List<Regression> regressions() {
        return Nist.names().stream().map(Nist::named).toList();
    }

    @Test
    void allTwentySevenAreThere() {
        assertThat(Nist.names()).hasSize(27).doesNotHaveDuplicates();
        assertThat(Problems.names())
                .containsAll(Nist.names().stream()
                        .map(n -> "nist-" + n.toLowerCase(java.util.Locale.ROOT))
                        .toList());
        assertThat(regressions().stream().mapToInt(r -> r.y().length).sum()).isEqualTo(2176);
    }

    @Test
    void modelsAreReadFromTheFiles() {
        assertThat(Nist.named("misra1a").model()).isEqualTo("b1*(1-exp(-b2*x))");
        assertThat(Nist.named("Nelson").model()).isEqualTo("b1-b2*x1*exp(-b3*x2)");
        assertThat(Nist.named("Nelson").predictors()).containsExactly("x1", "x2");
        assertThat(Nist.named("Nelson").y()[0]).isEqualTo(Math.log(15));
        assertThat(Nist.named("Roszman1").model()).isEqualTo("b1-b2*x-atan(b3/(x-b4))/pi");
        assertThat(Nist.named("Misra1a").x()[13]).containsExactly(760);
        assertThat(Nist.named("Misra1a").y()[13]).isEqualTo(81.78);
    }

    @Test
    void aProblemBeginsAtTheNearStartUnlessToldOtherwise() {
        assertThat(Problems.named("nist-misra1a").start()).containsExactly(250, 0.0005);
        assertThat(Problems.named("nist-misra1a:start=1").start()).containsExactly(500, 0.0001);
        assertThat(Problems.named("nist-misra1a").name()).isEqualTo("nist-misra1a:start=2");
        assertThat(Problems.named("nist-misra1a").objective().layout().shown()).isEqualTo("b1, b2");
        assertThatThrownBy(() -> Problems.named("nist-misra1a:start=3"))
                .hasMessage("nist-misra1a: start = 3, expected 1 or 2");
        assertThatThrownBy(() -> Nist.named("misra1")).hasMessageContaining("unknown NIST regression 'misra1'");
    }

    /** Lanczos1 is left out: its residuals are rounding of the data, of the size of that of doubles. */
    @ParameterizedTest
    @MethodSource("regressions")
    void theCertifiedSumOfSquaresIsThatOfTheCertifiedParameters(Regression r) {
        double rss = r.certified().residualSumOfSquares();
        double[] b = r.certified().parameters();
        double f = r.objective().value(b);
        assertThat(f).isCloseTo(rss, within(r.name().equals("Lanczos1") ? 1e-20 : 2e-10 * rss));
        assertThat(r.certified().degreesOfFreedom()).isEqualTo(r.y().length - b.length);
        double s = r.certified().residualStandardDeviation();
        assertThat(Math.sqrt(rss / r.certified().degreesOfFreedom())).isCloseTo(s, within(1e-9 * s));
    }

    /** The certified parameters have 11 digits: the Newton step of Gauss and the standard errors agree to that. */
    @ParameterizedTest
    @MethodSource("regressions")
    void theCertifiedParametersAreTheMinimumAndTheStandardErrorsTheirs(Regression r) {
        double[] b = r.certified().parameters();
        int p = b.length;
        LeastSquares f = r.objective().as(LeastSquares.class).orElseThrow();
        double[] residuals = new double[f.residualCount()];
        double[][] jacobian = new double[f.residualCount()][p];
        f.residualsAndJacobian(b, residuals, jacobian);
        double[][] normal = new double[p][p]; // of columns scaled to length 1
        double[] norms = new double[p];
        for (int j = 0; j < p; j++) {
            norms[j] = Vectors.norm(column(jacobian, j));
        }
        double[] g = new double[p];
        for (int j = 0; j < p; j++) {
            g[j] = Vectors.dot(column(jacobian, j), residuals) / norms[j];
            for (int k = 0; k < p; k++) {
                normal[j][k] = Vectors.dot(column(jacobian, j), column(jacobian, k)) / norms[j] / norms[k];
            }
        }
        Cholesky cholesky = Cholesky.of(normal).orElseThrow();
        for (int j = 0; j < p; j++) {
            double[] unit = new double[p];
            unit[j] = 1;
            double[] inverse = cholesky.solve(unit);
            double s = Math.sqrt(2 * inverse[j]) / norms[j] * r.certified().residualStandardDeviation();
            assertThat(s).isCloseTo(r.certified().standardErrors()[j], within(1e-5 * s));
            double step = Vectors.dot(inverse, g) / norms[j];
            assertThat(Math.abs(step)).isLessThan(1e-3 * s + 1e-8 * Math.abs(b[j]));
        }
    }

    private static double[] column(double[][] rows, int j) {
        return java.util.Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void derivativesAreThoseOfTheValues(Regression r) {
        for (double[] b :
                new double[][] {r.starts()[0], r.starts()[1], r.certified().parameters()}) {
            assertThat(DerivativeCheck.of(r.objective(), b).parts())
                    .noneMatch(part -> part.outcome() == DerivativeCheck.Outcome.WRONG);
        }
    }

    /** The recording that gives the Hessian is of the same function: value and ½‖r‖² agree. */
    @ParameterizedTest
    @MethodSource("regressions")
    void theResidualsAreThoseOfTheSum(Regression r) {
        TestProblem p = r.problem(1);
        double[] residuals = new double[r.y().length];
        p.objective().as(LeastSquares.class).orElseThrow().residuals(p.start(), residuals);
        double f = p.objective().value(p.start());
        assertThat(Vectors.dot(residuals, residuals) / 2).isCloseTo(f, within(1e-13 * f));
        assertThat(p.objective().as(Curved.class)).isPresent();
    }
}
