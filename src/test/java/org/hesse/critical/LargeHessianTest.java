package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.hesse.autodiff.Expression;
import org.hesse.linear.Spectrum;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeHessianTest {
    private static final String TERMS = "*(x[i]-1)^2 + (x[i]-1)^4) + 0.3*sum(i,1,n-1,(x[i]-1)*(x[i+1]-1))";
    private static final String CONVEX = "sum(i,1,n,(1+i/n)" + TERMS;
    private static final String MIXED = "sum(i,1,n,(1+i/n)*cos(3*i)" + TERMS;

    private static double[] near(int n, double off) {
        RandomGenerator random = Seeds.random(3);
        double[] x = new double[n];
        Arrays.setAll(x, i -> 1 + off * random.nextGaussian() / Math.sqrt(n));
        return x;
    }

    /** Once run at n = 1000 too. The same answers from factorisations as from all eigenpairs, at, near and away from a critical point. */
    @ParameterizedTest
    @CsvSource({"510, 0", "600, 1e-5", "510, 1e-2"})
    void agreesWithTheWholeSpectrum(int n, double off) {
        for (String text : new String[] {CONVEX, MIXED}) {
            Expression f = Expression.parse(text, Map.of("n", n));
            double[] x = near(n, off);
            CriticalPoint p = CriticalPoint.of(f, x);
            Objective plain = CriticalPointTest.withoutIntervals(f);
            CriticalPoint whole = CriticalPoint.of(
                    plain, x, CriticalPoint.Options.at(x).withCertify(n).withoutCheck());
            assertThat(p.signs()).isPresent();
            assertThat(whole.signs()).isEmpty();
            Kind kind = off > 1e-3 ? Kind.NOT_CRITICAL : text.equals(CONVEX) ? Kind.MINIMUM : Kind.SADDLE;
            assertThat(p.kind()).as(p::report).isEqualTo(kind);
            double[] values = whole.eigenvalues();
            assertThat(p.index())
                    .isEqualTo((int) Arrays.stream(values).filter(v -> v < 0).count());
            assertThat(p.largestIndex()).isEqualTo(p.index());
            assertThat(p.nullity()).isEqualTo(whole.nullity()).isZero();
            assertThat(p.count()).isEqualTo(n);
            assertThat(p.distance()).isCloseTo(whole.distance(), within(1e-8 * whole.distance()));
            assertThat(p.error().total())
                    .isLessThanOrEqualTo(
                            10 * n * Math.ulp(1.0) * whole.spectrum().norm());
            for (int i = 0; i < p.eigenvalues().length; i++) {
                double lambda = p.eigenvalues()[i];
                double nearest = Arrays.stream(values)
                        .map(v -> Math.abs(v - lambda))
                        .min()
                        .orElseThrow();
                assertThat(nearest)
                        .isLessThanOrEqualTo(p.errorBar(i) + whole.error().total());
            }
            assertThat(p.eigenvalues()[0])
                    .isCloseTo(values[0], within(1e-6 * whole.spectrum().norm()));
            assertThat(p.report()).contains(" of " + n + ", nullity 0").contains("highest");
            assertThat(p.toString()).startsWith(kind.name()).hasSizeLessThanOrEqualTo(80);
        }
    }

    /** Where an eigenvalue may be 0 its direction is asked for. */
    @Test
    void aDegeneratePointTakesAllEigenpairs() {
        Expression f = Expression.parse("sum(i,1,n,x[i]^4) + sum(i,2,n,x[i]^2)", Map.of("n", 510));
        CriticalPoint p = CriticalPoint.of(f, new double[510]);
        assertThat(p.signs()).isEmpty();
        assertThat(p.nullity()).isEqualTo(1);
        assertThat(p.kind()).isEqualTo(Kind.MINIMUM);
    }

    /** A dense one, of normal numbers, with E within 10nε‖H‖ and the eigenvalues on both sides of 0. */
    @Test
    void aRandomMatrixIsCounted() {
        int n = 520;
        RandomGenerator random = Seeds.random(4);
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                h[i][j] = random.nextGaussian();
                h[j][i] = h[i][j];
            }
        }
        Derivatives at = new Derivatives(0, new double[n], 0, h, 0, "given");
        LargeHessian large = LargeHessian.of(at).orElseThrow();
        double[] values = Spectrum.valuesOf(h);
        int negative = (int) Arrays.stream(values).filter(v -> v < 0).count();
        assertThat(large.negative()).isEqualTo(negative);
        double norm = Math.max(-values[0], values[n - 1]);
        assertThat(large.error().total()).isLessThanOrEqualTo(10 * n * Math.ulp(1.0) * norm);
        double[] expected = {values[0], values[negative - 1], values[negative], values[n - 1]};
        assertThat(large.spectrum().values()).containsExactly(expected, within(1e-5 * norm));
        assertThat(large.within(1e-3).undecided()).isEqualTo((int)
                Arrays.stream(values).filter(v -> Math.abs(v) < 1e-3).count());
        h[3][4] = Double.NaN;
        assertThatThrownBy(() -> LargeHessian.of(at)).hasMessageContaining("row 3, column 4 is NaN");
    }

    @Test
    void tooLargeSaysWhatItWouldTakeAndWhatToDoInstead() {
        assertThatThrownBy(() ->
                        CriticalPoint.of(Problems.named("rosenbrock:n=6000").objective(), new double[6000]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n = 6000")
                .hasMessageContaining("1440 MB, and 4 minutes beside its 6000 products")
                .hasMessageContaining("expected n <= 5000")
                .hasMessageContaining("Instead: Curvature.of");
    }
}
