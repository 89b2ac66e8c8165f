package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.hesse.objective.Seeds;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;

class TanhTest {
    private static final DfpField DIGITS = new DfpField(60);

    private static double tanh(double x) {
        double[] y = new double[3];
        Tanh.of(new double[] {0.3, x, -0.3}, 2, y);
        assertThat(y[2]).isZero(); // beyond n nothing is written
        return y[1];
    }

    /** In 60 digits, by 1 − 2/(exp(2x) + 1); below 1e-5 by the series, which has no cancellation. */
    private static double error(double x) {
        Dfp a = DIGITS.newDfp(x);
        Dfp square = a.multiply(a);
        Dfp exact = Math.abs(x) < 1e-5
                ? a.multiply(DIGITS.getOne()
                        .subtract(square.divide(3))
                        .add(square.multiply(square).multiply(2).divide(15)))
                : DIGITS.getOne()
                        .subtract(DIGITS.getTwo().divide(a.multiply(2).exp().add(1)));
        return DIGITS.newDfp(tanh(x))
                .subtract(exact)
                .divide(Math.ulp(exact.toDouble()))
                .toDouble();
    }

    @Test
    void isRightToTwoUlp() {
        RandomGenerator random = Seeds.random(1);
        DoubleStream all = DoubleStream.of(1e-300, 1e-16, 1e-8, 0.1732, 0.1733, 0.1734, 0.5199, 19.06, 19.07, 20, 21);
        DoubleStream tiny = random.doubles(300, -30, -3).map(Math::exp);
        DoubleStream common = random.doubles(4000, -6, 3).map(Math::exp);
        double worst = DoubleStream.of(all.toArray())
                .map(TanhTest::error)
                .map(Math::abs)
                .max()
                .orElseThrow();
        worst = Math.max(worst, tiny.map(TanhTest::error).map(Math::abs).max().orElseThrow());
        worst = Math.max(worst, common.map(TanhTest::error).map(Math::abs).max().orElseThrow());
        assertThat(worst).isLessThan(2);
    }

    @Test
    void isOddAndKeepsTheSignOfZero() {
        Seeds.random(2).doubles(1000, -25, 25).forEach(x -> assertThat(tanh(-x)).isEqualTo(-tanh(x)));
        assertThat(Double.doubleToRawLongBits(tanh(0.0))).isEqualTo(Double.doubleToRawLongBits(0.0));
        assertThat(Double.doubleToRawLongBits(tanh(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    void theEndsOfTheRange() {
        assertThat(tanh(Double.NaN)).isNaN();
        assertThat(tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(tanh(Double.MAX_VALUE)).isEqualTo(1);
        assertThat(tanh(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(tanh(-3 * Double.MIN_VALUE)).isEqualTo(-3 * Double.MIN_VALUE);
        assertThat(tanh(Double.MIN_NORMAL)).isEqualTo(Double.MIN_NORMAL);
        assertThat(tanh(18)).isLessThan(1);
    }

    @Test
    void inPlace() {
        double[] x = {1, -2, 3};
        Tanh.of(x, 3, x);
        assertThat(x).containsExactly(tanh(1), tanh(-2), tanh(3));
    }
}
