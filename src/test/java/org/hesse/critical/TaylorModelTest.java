package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hesse.autodiff.Expression;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;
import org.junit.jupiter.api.Test;

class TaylorModelTest {
    private final Objective f = Expression.parse("exp(x)*cos(y)+x^2*y");

    @Test
    void isTheTaylorPolynomialByHand() { // at 0: 1 + x + (x² − y²)/2
        TaylorModel m = TaylorModel.at(f, new double[2]);
        double[] x = {0.3, -0.7};
        assertThat(m.value(x)).isCloseTo(1 + 0.3 + (0.09 - 0.49) / 2, within(1e-15));
        assertThat(m.gradient(x)).containsExactly(new double[] {1.3, 0.7}, within(1e-15));
        assertThat(m.predictedChange(x)).isCloseTo(0.1, within(1e-15));
        assertThat(m.minimiser()).isEmpty();
    }

    @Test
    void itsErrorIsOfThirdOrder() {
        TaylorModel m = TaylorModel.at(f, new double[] {0.5, 1});
        double[] d = {0.6, 0.8};
        double[] errors = new double[3];
        for (int k = 0; k < 3; k++) {
            double t = Math.pow(10, -1 - k);
            double[] step = {t * d[0], t * d[1]};
            TaylorModel.Comparison c = m.compare(f, step);
            errors[k] = Math.abs(c.actual() - c.predicted());
            assertThat(c.ratio()).isCloseTo(1, within(2 * t * t));
        }
        assertThat(errors[0] / errors[1]).isBetween(900.0, 1100.0);
        assertThat(errors[1] / errors[2]).isBetween(900.0, 1100.0);
    }

    @Test
    void itsMinimiserIsTheNewtonPoint() { // of a quadratic: where the gradient is 0, from anywhere
        Objective q = Expression.parse("(x-1)^2+3*(y+2)^2+x*y");
        TaylorModel m = TaylorModel.at(q, new double[] {7, -5});
        double[] end = m.minimiser().orElseThrow();
        assertThat(end).containsExactly(new double[] {24.0 / 11, -26.0 / 11}, within(1e-14));
        assertThat(Vectors.norm(m.gradient(end))).isLessThan(1e-13);
        double[] step = Vectors.minus(end, new double[] {7, -5});
        assertThat(m.compare(q, step).ratio()).isCloseTo(1, within(1e-14));
    }

    private static TaylorRadius radius(String text, double eta, double... x) {
        Objective f = Expression.parse(text);
        return TaylorModel.at(f, x).radius(f, eta);
    }

    /** One variable, in closed form: |cubic| r = eta (|g| + |H| r / 2) and so on. */
    @Test
    void itsRadiusByHand() {
        // c r^3 = eta r^2 / 2
        assertThat(radius("x^2/2 + 0.25*x^3", 0.01, 0).radius()).isCloseTo(0.02, within(1e-12));
        // r^3 = eta (2 r + r^2 / 2)
        double root = (0.005 + Math.sqrt(0.005 * 0.005 + 4 * 0.02)) / 2;
        assertThat(radius("2*x + x^2/2 + x^3", 0.01, 0).radius()).isCloseTo(root, within(1e-12));
        double r = radius("cosh(x)", 0.1, 0).radius();
        assertThat((Math.cosh(r) - 1 - r * r / 2) / (r * r / 2)).isCloseTo(0.1, within(1e-12));
        r = radius("exp(x)", 0.1, 0).radius(); // the error is larger upwards
        assertThat((Math.exp(r) - 1 - r - r * r / 2) / (r + r * r / 2)).isCloseTo(0.1, within(1e-12));
        // in the plane the model is worst along x
        assertThat(radius("x^2/2 + 0.25*x^3 + y^2/2", 0.01, 0, 0).radius()).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void itsRadiusOfAQuadraticHasNoEnd() {
        TaylorRadius r = radius("(x-1)^2+3*(y+2)^2+x*y", 1e-6, 7, -5);
        assertThat(r.exact()).isTrue();
        assertThat(r.radius()).isGreaterThan(1e9);
        assertThat(r.toString()).startsWith("exact as far as |d| = ");
        assertThat(radius("log(x)", 1e-3, 1).toString()).startsWith("within 0.001 up to |d| = 0.0");
        assertThatThrownBy(() -> radius("x^2", 0, 1)).hasMessage("relativeError = 0.0, expected a finite number > 0");
    }

    @Test
    void aSingularModelHasAMinimiserWhereItDoesNotFall() {
        Objective valley = Expression.parse("(x + y - 2)^2");
        TaylorModel m = TaylorModel.at(valley, new double[] {3, 1});
        assertThat(m.minimiser().orElseThrow()).containsExactly(new double[] {2, 0}, within(1e-14));
        assertThat(m.toString()).contains("convex");
        assertThat(TaylorModel.at(Expression.parse("(x + y - 2)^2 + x"), new double[] {3, 1})
                        .minimiser())
                .isEmpty();
        assertThat(m.report())
                .contains("\n  minimizer       at a distance of 1.41421\n")
                .contains("change to it    -4");
    }
}
