package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;
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
}
