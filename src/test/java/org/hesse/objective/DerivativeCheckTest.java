package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.hesse.objective.DerivativeCheck.Outcome;
import org.hesse.problem.Classics;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeCheckTest {
    /** s·(exp(a·x) + x·y²) with a gradient that can be spoilt, and its Hessian. */
    private record Bent(double s, UnaryOperator<double[]> gradient, UnaryOperator<double[]> product)
            implements Objective, Curved {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public Layout layout() {
            return Layout.scalars(java.util.List.of("x", "y"));
        }

        @Override
        public double value(double[] x) {
            return s * (Math.exp(x[0]) + x[0] * x[1] * x[1]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            double[] right = {s * (Math.exp(x[0]) + x[1] * x[1]), 2 * s * x[0] * x[1]};
            System.arraycopy(gradient.apply(right), 0, g, 0, 2);
            return value(x);
        }

        @Override
        public Hessian hessianAt(double[] at) {
            double[] x = at.clone();
            return new Hessian() {
                @Override
                public int dimension() {
                    return 2;
                }

                @Override
                public void times(double[] v, double[] hv) {
                    double[] right = {
                        s * (Math.exp(x[0]) * v[0] + 2 * x[1] * v[1]), s * (2 * x[1] * v[0] + 2 * x[0] * v[1])
                    };
                    System.arraycopy(product.apply(right), 0, hv, 0, 2);
                }
            };
        }
    }

    private static UnaryOperator<double[]> right() {
        return v -> v;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-12, 1, 1e12, 1e200})
    void followsTheScaleOfTheFunction(double s) {
        double[] x = {0.5, -2};
        assertThat(DerivativeCheck.of(new Bent(s, right(), right()), x).agrees())
                .isTrue();

        DerivativeCheck gradient = DerivativeCheck.of(new Bent(s, g -> new double[] {g[0], g[1] * 1.0001}, right()), x);
        assertThat(gradient.agrees()).isFalse();
        Finding worst = gradient.part("gradient").orElseThrow().worst().get(0);
        assertThat(worst.name()).isEqualTo("df/dy");
        assertThat(worst.given() / worst.expected()).isBetween(1.00009, 1.00011);
        assertThat(gradient.toString()).startsWith("WRONG GRADIENT: df/dy = ").hasSizeLessThanOrEqualTo(80);
        assertThat(gradient.report())
                .contains("\n  gradient        2 of 4 wrong\n")
                .contains("wrong by 0.00010 of it");

        DerivativeCheck hessian = DerivativeCheck.of(new Bent(s, right(), hv -> new double[] {hv[0], -hv[1]}), x);
        assertThat(hessian.part("gradient").orElseThrow().outcome()).isEqualTo(Outcome.AGREES);
        assertThat(hessian.agrees()).isFalse();
        assertThat(hessian.toString()).startsWith("WRONG HESSIAN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 1e3, 1e8})
    void followsTheScaleOfTheVariables(double scale) {
        double[] x = {0.5, 2 * scale};
        assertThat(DerivativeCheck.of(new Bent(1, right(), right()), x).agrees())
                .isTrue();
        assertThat(DerivativeCheck.of(new Bent(1, g -> new double[] {g[0], 1.001 * g[1]}, right()), x)
                        .agrees())
                .isFalse();
    }

    static java.util.List<TestProblem> problems() {
        return Classics.all();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void noProblemIsWrong(TestProblem problem) {
        DerivativeCheck check = DerivativeCheck.of(problem.objective(), problem.start());
        assertThat(check.outcome()).as(check.report()).isNotEqualTo(Outcome.WRONG);
        assertThat(check.parts()).hasSize(5);
    }

    @Test
    void whatIsNotFiniteDoesNotAgree() {
        DerivativeCheck check =
                DerivativeCheck.of(new Bent(1, g -> new double[] {Double.NaN, g[1]}, right()), new double[] {1, 1});
        assertThat(check.agrees()).isFalse();
        assertThat(check.toString()).startsWith("WRONG").contains("df/dx = NaN");
    }

    @Test
    void refusesWhatHasNothingToCheck() {
        assertThatThrownBy(() -> DerivativeCheck.of(new BlackBox(1, x -> x[0]), new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to check");
        assertThatThrownBy(() -> DerivativeCheck.of(new Bent(1, right(), right()), new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("length 3: expected 2");
    }
}
