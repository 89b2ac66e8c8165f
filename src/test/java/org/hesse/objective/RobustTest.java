package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hesse.autodiff.reverse.RecordedResiduals;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.problem.Problems;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RobustTest {
    private static final RobustLoss.Shape[] SHAPES = RobustLoss.Shape.values();

    /** ½‖r‖² of y = b₀exp(−b₁t) + b₂ at t = i/4 with 30 values, four of them far off. */
    private static final class Decay implements Objective {
        private final LeastSquares residuals = new RecordedResiduals(3, 30, b -> {
            org.hesse.autodiff.reverse.Var[] r = new org.hesse.autodiff.reverse.Var[30];
            for (int i = 0; i < 30; i++) {
                double t = 0.25 * i;
                r[i] = b[0].multiply(b[1].multiply(-t).exp()).add(b[2]).subtract(y(i));
            }
            return r;
        });

        private static double y(int i) {
            double t = 0.25 * i;
            double off = i == 4 ? 2 : i == 11 ? -1.5 : i == 17 ? 3 : i == 26 ? 1 : 0;
            return 3 * Math.exp(-0.6 * t) + 0.5 + 0.02 * Math.sin(7.3 * t * t) + off;
        }

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public double value(double[] x) {
            double[] r = new double[30];
            residuals.residuals(x, r);
            return 0.5 * Vectors.dot(r, r);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            return new Robust(this, RobustLoss.SQUARES).valueAndGradient(x, g);
        }

        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            return type == LeastSquares.class ? Optional.of(type.cast(residuals)) : Optional.empty();
        }
    }

    /**
     * SciPy 1.17.1, {@code least_squares(f, [2.5, 0.5, 0.4], J, loss=..., f_scale=0.1, ftol=None, xtol=1e-15, gtol=1e-13)};
     * Tukey's ρ, ρ' and ρ'' given as a function.
     */
    @ParameterizedTest
    @CsvSource({
        "SQUARES, 7.840917401543291, 3.016335948609531, 0.6423535224621182, 0.6896883015152925",
        "HUBER, 0.7350534431956772, 2.996058871986246, 0.612171637035547, 0.5228599050029282",
        "SOFT_L1, 0.7162562481021032, 2.995919394273254, 0.6124156717581107, 0.523327422582339",
        "CAUCHY, 0.1166001055781592, 2.9946937967295493, 0.605889675849381, 0.5097095005609219",
        "TUKEY, 0.00882501519652422, 2.9947471388048634, 0.6051860732836876, 0.5084980569964602"
    })
    void minimaAreThoseOfSciPy(RobustLoss.Shape shape, double cost, double b0, double b1, double b2) {
        Robust f = new Robust(new Decay(), new RobustLoss(shape, 0.1));
        List<String> names = new ArrayList<>(List.of("levenberg-marquardt", "gauss-newton", "newton-ls", "lbfgs"));
        if (shape == RobustLoss.Shape.TUKEY) {
            names = List.of("levenberg-marquardt"); // from that start others find other minima
        }
        for (String name : names) {
            Result r = Minimization.of(f)
                    .from(2.5, 0.5, 0.4)
                    .with((Method<?>) Methods.named(name))
                    .run();
            assertThat(r.value()).as(name + r.report()).isCloseTo(cost, within(1e-10 * cost));
            assertThat(r.x()).as(name).containsExactly(new double[] {b0, b1, b2}, within(1e-7));
            assertThat(r.isMinimum()).as(name + r.report()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(RobustLoss.Shape.class)
    void derivativesAreThoseOfTheValues(RobustLoss.Shape shape) {
        RobustLoss loss = new RobustLoss(shape, 0.3);
        for (double[] b : new double[][] {{2.5, 0.5, 0.4}, {3, 0.6, 0.5}, {1, 2, -1}}) {
            assertThat(DerivativeCheck.of(new Robust(new Decay(), loss), b).parts())
                    .noneMatch(part -> part.outcome() == DerivativeCheck.Outcome.WRONG);
        }
        for (String name : List.of("nist-misra1a", "nist-thurber", "bard", "osborne-1", "meyer")) {
            var p = Problems.named(name);
            Robust f = new Robust(p.objective(), loss);
            assertThat(f.as(Curved.class)).isPresent();
            assertThat(DerivativeCheck.of(f, p.start()).parts())
                    .as(name)
                    .noneMatch(part -> part.outcome() == DerivativeCheck.Outcome.WRONG);
        }
    }

    /** ρ, its weight and its curvature are derivatives of each other; what is corrected keeps the gradient. */
    @Test
    void lossesAreSmallBesideSquares() {
        for (RobustLoss.Shape shape : SHAPES) {
            RobustLoss loss = new RobustLoss(shape, 2);
            double h = 1e-5;
            for (double r : new double[] {0.01, -0.7, 1.9, -2.2, 30}) {
                double slope = (value(loss, r + h) - value(loss, r - h)) / (2 * h);
                assertThat(loss.weight(r) * r).isCloseTo(slope, within(1e-8 + 1e-9 * Math.abs(slope)));
                double curvature = (loss.weight(r + h) * (r + h) - loss.weight(r - h) * (r - h)) / (2 * h);
                assertThat(loss.curvature(r)).isCloseTo(curvature, within(1e-8));
                assertThat(value(loss, r)).isLessThanOrEqualTo(0.5 * r * r * (1 + 1e-15));
                double[] corrected = {r};
                double[][] jacobian = {{3}};
                loss.correct(corrected, jacobian);
                assertThat(corrected[0] * jacobian[0][0]).isCloseTo(3 * loss.weight(r) * r, within(1e-13));
                double least = Math.max(loss.curvature(r), 0.1 * loss.weight(r));
                assertThat(jacobian[0][0] * jacobian[0][0]).isCloseTo(9 * least, within(1e-13));
            }
            assertThat(value(loss, 1e-3)).isCloseTo(0.5e-6, within(1e-12));
            assertThat(loss.decrease(new double[] {3}, new double[] {1}))
                    .isCloseTo(value(loss, 3) - value(loss, 1), within(1e-14));
        }
    }

    private static double value(RobustLoss loss, double r) {
        return loss.value(new double[] {r});
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> RobustLoss.huber(0)).hasMessageContaining("scale = 0.0, expected a finite number > 0");
        assertThatThrownBy(() -> new Robust(new BlackBoxLike(), RobustLoss.cauchy(1)))
                .hasMessageContaining("offers no residuals");
        Robust once = new Robust(new Decay(), RobustLoss.tukey(1));
        assertThatThrownBy(() -> new Robust(once, RobustLoss.huber(1)))
                .hasMessageContaining("has a loss already, tukey(1.0)");
    }

    private static final class BlackBoxLike implements Objective {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] x) {
            return x[0];
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            g[0] = 1;
            return x[0];
        }
    }
}
