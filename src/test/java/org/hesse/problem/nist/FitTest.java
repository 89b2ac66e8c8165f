package org.hesse.problem.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hesse.method.Method;
import org.hesse.method.newton.LevenbergMarquardt;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.hesse.run.StoppingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Levenberg–Marquardt on the regressions of the NIST from both starts, against the certified parameters. */
class FitTest {
    private static final double DIGITS = 8;

    /** Their sums of squares are so small, or so flat, that |g| ≤ 1e-8 comes too early: they need a tolerance of 0. */
    private static final Set<String> EARLY = Set.of(
            "nist-lanczos3:start=1",
            "nist-lanczos3:start=2",
            "nist-mgh17:start=1",
            "nist-roszman1:start=1",
            "nist-roszman1:start=2",
            "nist-mgh09:start=1",
            "nist-mgh09:start=2",
            "nist-eckerle4:start=1");

    /** The certified digits of the worst parameter: −log₁₀ |b − c|/|c|, at most 11. */
    static double digits(double[] b, double[] c) {
        return IntStream.range(0, b.length)
                .mapToDouble(j -> -Math.log10(Math.max(1e-11, Math.abs(b[j] - c[j]) / Math.abs(c[j]))))
                .min()
                .orElseThrow();
    }

    private static Result fit(TestProblem p, Method<?> method, double tolerance) {
        return Minimization.of(p.objective())
                .from(p.start())
                .with(method)
                .until(StoppingRule.gradientNorm(tolerance))
                .budget(Budget.UNLIMITED.withEvaluations(3000))
                .verdict(false)
                .run();
    }

    private static void isCertified(Regression r, TestProblem p, Result result) {
        double rss = r.certified().residualSumOfSquares();
        assertThat(digits(result.x(), r.certified().parameters()))
                .as(p + ": " + result.report())
                .isGreaterThanOrEqualTo(DIGITS);
        double noise = r.name().equals("Lanczos1") ? 1e-20 : 2e-10 * rss; // the residuals of Lanczos1 are rounding
        assertThat(result.value()).isCloseTo(rss, within(noise));
    }

    private static List<TestProblem> starts(Regression r) {
        return List.of(r.problem(1), r.problem(2));
    }

    @Test
    void theDefaultsReachEightDigits() {
        List<String> early = new ArrayList<>();
        for (Regression r : NistTest.regressions()) {
            for (TestProblem p : starts(r)) {
                Result result = fit(p, new LevenbergMarquardt(), 1e-8);
                if (digits(result.x(), r.certified().parameters()) < DIGITS) {
                    assertThat(result.isConverged()).as(p.name()).isTrue();
                    early.add(p.name());
                } else {
                    isCertified(r, p, result);
                }
            }
        }
        assertThat(EARLY).containsAll(early);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withAToleranceOfZeroAllDo(boolean geodesic) {
        long evaluations = 0;
        Method<?> method = new LevenbergMarquardt().withGeodesic(geodesic);
        for (Regression r : NistTest.regressions()) {
            for (TestProblem p : starts(r)) {
                Result result = fit(p, method, 0);
                isCertified(r, p, result);
                assertThat(result.status().code()).as(p.name()).isEqualTo(Status.Code.AT_ROUNDOFF_FLOOR);
                evaluations += result.counts().evaluations();
            }
        }
        assertThat(evaluations).isLessThan(geodesic ? 6000 : 10000); // 4886 and 8846
    }
}
