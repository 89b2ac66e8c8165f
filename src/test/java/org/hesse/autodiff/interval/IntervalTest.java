package org.hesse.autodiff.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hesse.autodiff.interval.Interval.EMPTY;
import static org.hesse.autodiff.interval.Interval.ENTIRE;
import static org.hesse.autodiff.interval.Interval.ONE;
import static org.hesse.autodiff.interval.Interval.PI;
import static org.hesse.autodiff.interval.Interval.ZERO;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static Interval i(double lo, double hi) {
        return Interval.of(lo, hi);
    }

    @Test
    void arithmeticIsExactWhereTheResultIsADouble() {
        assertThat(i(1, 2).add(i(3, 4))).isEqualTo(i(4, 6));
        assertThat(i(1, 2).subtract(i(3, 4))).isEqualTo(i(-3, -1));
        assertThat(i(-1, 2).multiply(i(-3, 4))).isEqualTo(i(-6, 8));
        assertThat(i(1, 2).divide(i(4, 8))).isEqualTo(i(0.125, 0.5));
        assertThat(i(-2, 3).square()).isEqualTo(i(0, 9));
        assertThat(i(4, 9).sqrt()).isEqualTo(i(2, 3));
        assertThat(i(-27, 8).cbrt()).isEqualTo(i(-3, 2));
        assertThat(i(16, 81).rootN(4).contains(i(2, 3))).isTrue();
        assertThat(i(-1, 0).exp().hi()).isEqualTo(1);
        assertThat(i(1, 8).apply(Function.LOG2)).isEqualTo(i(0, 3));
        assertThat(i(0.01, 1000).log10().hi()).isEqualTo(3);
        assertThat(i(3, 3).hypot(i(-4, 4))).isEqualTo(i(3, 5));
        assertThat(Interval.of(0.1).add(Interval.of(0.2))).isEqualTo(i(Math.nextDown(0.1 + 0.2), 0.1 + 0.2));
    }

    @Test
    void divisionByAnIntervalAroundZero() {
        assertThat(i(1, 2).divide(i(-1, 1))).isEqualTo(ENTIRE);
        assertThat(i(1, 2).divide(i(0, 4))).isEqualTo(i(0.25, INF));
        assertThat(i(1, 2).divide(i(-4, 0))).isEqualTo(i(-INF, -0.25));
        assertThat(i(-2, -1).divide(i(0, 4))).isEqualTo(i(-INF, -0.25));
        assertThat(i(-1, 1).divide(i(0, 4))).isEqualTo(ENTIRE);
        assertThat(i(1, 2).divide(ZERO)).isEqualTo(EMPTY);
        assertThat(i(0, 4).reciprocal()).isEqualTo(i(0.25, INF));
        assertThat(i(-0.0, 4).reciprocal()).isEqualTo(i(0.25, INF));
        assertThat(i(-1, 4).reciprocal()).isEqualTo(ENTIRE);
        assertThat(i(1, 2).divide(i(0, 4)).obstacle()).contains("divide of [1.0, 2.0], [0.0, 4.0]");
        assertThat(i(1, 2).divide(i(1, 4)).obstacle()).isEmpty();
    }

    @Test
    void evenAndOddPowers() {
        assertThat(i(-2, 3).pow(4)).isEqualTo(i(0, 81));
        assertThat(i(-2, 3).pow(3)).isEqualTo(i(-8, 27));
        assertThat(i(-2, 1).pow(7)).isEqualTo(i(-128, 1));
        assertThat(i(-2, 1).pow(0)).isEqualTo(ONE);
        assertThat(i(-2, -1).pow(-1)).isEqualTo(i(-1, -0.5));
        assertThat(i(-2, 1).pow(-2)).isEqualTo(i(0.25, INF));
        assertThat(i(-2, 1).pow(-3)).isEqualTo(ENTIRE);
        assertThat(i(0, 2).pow(-3)).isEqualTo(i(0.125, INF));
        assertThat(i(4, 9).pow(0.5)).isEqualTo(i(2, 3));
        assertThat(i(-4, 9).pow(0.5)).isEqualTo(i(0, 3));
        assertThat(i(-4, 9).pow(0.5).obstacle()).isPresent();
        assertThat(i(0.5, 2).pow(i(-1, 2))).isEqualTo(i(0.25, 4));
        assertThat(i(-1, 1).pow(i(1.5, 2.5)).contains(1)).isTrue();
        assertThat(i(-1, 0).pow(i(-2.5, -1.5)).contains(1)).isTrue();
        assertThat(ZERO.pow(ZERO)).isEqualTo(ONE);
        assertThat(ZERO.pow(-1)).isEqualTo(EMPTY);
        assertThat(i(-8, 27).rootN(3)).isEqualTo(i(-2, 3));
        assertThat(i(-8, -1).rootN(2)).isEqualTo(EMPTY);
        assertThat(i(1, 4).rootN(-2)).isEqualTo(i(0.5, 1));
        assertThat(i(1, 4).rootN(0)).isEqualTo(EMPTY);
    }

    /** A little more than π is enough for a minimum and a maximum, or for two poles with equal signs beside them. */
    @Test
    void aHalfTurnHoldsTwoExtrema() {
        double half = Math.PI / 2 + 1e-3;
        assertThat(i(-half, half).sin()).isEqualTo(i(-1, 1));
        assertThat(i(half - 2e-3, Math.PI + half).sin()).isEqualTo(i(-1, 1));
        assertThat(i(-1e-3, Math.PI + 1e-3).cos()).isEqualTo(i(-1, 1));
        assertThat(i(-half, half).tan()).isEqualTo(ENTIRE);
    }

    @Test
    void periodicFunctionsAtExtrema() {
        assertThat(i(0, Math.PI).sin()).isEqualTo(i(0, 1));
        assertThat(i(0, Math.nextUp(Math.PI)).sin().lo()).isNegative();
        assertThat(i(-2, 2).sin()).isEqualTo(i(-1, 1));
        assertThat(i(1, 2).sin().hi()).isEqualTo(1);
        assertThat(i(1, 1.5).sin().hi()).isLessThan(1);
        assertThat(i(0, 4).cos().lo()).isEqualTo(-1);
        assertThat(i(-1, 1).cos().hi()).isEqualTo(1);
        assertThat(i(0, 1).cos().hi()).isEqualTo(1);
        assertThat(i(0, 5).cos().contains(i(-1, 1))).isTrue();
        assertThat(i(3.2, 6.2).cos().hi()).isLessThan(1);
        assertThat(i(3.2, 6.3).cos().hi()).isEqualTo(1);
        assertThat(i(0, 100).sin()).isEqualTo(i(-1, 1));
        assertThat(ENTIRE.cos()).isEqualTo(i(-1, 1));
        assertThat(i(1e300, Math.nextUp(1e300)).sin()).isEqualTo(i(-1, 1));
        assertThat(Interval.of(1e15).sin().width()).isLessThan(1e-15);
        assertThat(i(1e15, 1e15 + 1).sin().width()).isLessThan(1.1);
        assertThat(i(1, 2).tan()).isEqualTo(ENTIRE);
        assertThat(i(1, 2).tan().obstacle()).isPresent();
        assertThat(i(-1, 1).tan().obstacle()).isEmpty();
        assertThat(i(0, 3.5).tan()).isEqualTo(ENTIRE);
    }

    @Test
    void domainsAreCut() {
        assertThat(i(-1, 1).log()).isEqualTo(i(-INF, 0));
        assertThat(i(-1, 1).log().obstacle()).contains("log of [-1.0, 1.0]");
        assertThat(i(-2, -1).log()).isEqualTo(EMPTY);
        assertThat(ZERO.log()).isEqualTo(EMPTY);
        assertThat(i(-1, 4).sqrt()).isEqualTo(i(0, 2));
        assertThat(i(-1, 4).sqrt().obstacle()).isPresent();
        assertThat(i(0, 4).sqrt().obstacle()).isEmpty();
        assertThat(i(-3, 3).asin().contains(i(-1.57, 1.57))).isTrue();
        assertThat(i(0, 3).acos().lo()).isEqualTo(0);
        assertThat(i(-3, 1).acosh()).isEqualTo(ZERO);
        assertThat(i(-3, 0).atanh()).isEqualTo(i(-INF, 0));
        assertThat(i(-3, 0).log1p()).isEqualTo(i(-INF, 0));
        assertThat(i(-1, 4).sqrt().add(1).exp().obstacle()).contains("sqrt of [-1.0, 4.0]");
    }

    @Test
    void anglesAcrossTheCutAndTheOrigin() {
        double pi = PI.hi();
        assertThat(i(-1, 1).atan2(i(-2, -1))).isEqualTo(i(-pi, pi));
        assertThat(i(-1, 1).atan2(i(-2, -1)).obstacle()).isPresent();
        assertThat(i(0, 1).atan2(i(0, 1)).lo()).isEqualTo(0);
        assertThat(i(0, 1).atan2(i(0, 1)).obstacle()).isPresent();
        assertThat(i(1, 2).atan2(i(-1, 1)).contains(Math.PI / 2)).isTrue();
        assertThat(i(1, 2).atan2(i(-1, 1)).width()).isLessThan(1.6);
        assertThat(i(1, 2).atan2(i(-1, 1)).obstacle()).isEmpty();
        assertThat(ZERO.atan2(ONE)).isEqualTo(ZERO);
        assertThat(i(-1, -0.5).atan2(i(-1, -0.5)).hi()).isNegative();
    }

    @Test
    void infiniteIntervals() {
        assertThat(i(1, INF).multiply(ZERO)).isEqualTo(ZERO);
        assertThat(i(1, INF).multiply(i(-1, 2))).isEqualTo(ENTIRE);
        assertThat(i(1, 2).divide(i(1, INF))).isEqualTo(i(0, 2));
        assertThat(i(1, INF).subtract(i(1, INF))).isEqualTo(ENTIRE);
        assertThat(i(-INF, 0).exp()).isEqualTo(i(0, 1));
        assertThat(i(0, INF).tanh().hi()).isEqualTo(1);
        assertThat(ENTIRE.atan().hi()).isBetween(Math.PI / 2, Math.PI / 2 + 1e-15);
        assertThat(i(1, 1e300).square().hi()).isEqualTo(INF);
        assertThat(i(1e200, 1e300).square().lo()).isEqualTo(Double.MAX_VALUE);
        assertThat(Interval.of(INF)).isEqualTo(i(Double.MAX_VALUE, INF));
        assertThat(i(800, 900).exp().lo()).isFinite();
        assertThat(Interval.of(Double.MIN_VALUE).square()).isEqualTo(i(0, Double.MIN_VALUE));
        assertThat(Interval.of(Double.NaN)).isEqualTo(EMPTY);
        assertThat(Interval.of(Double.NaN).obstacle()).contains("NaN");
        assertThat(Interval.of(-0.0).toString()).isEqualTo("[0.0, 0.0]");
    }

    @Test
    void everyOperationKeepsTheEmptyInterval() {
        for (Function f : Function.values()) {
            assertThat(EMPTY.apply(f)).as(f.text()).isEqualTo(EMPTY);
        }
        for (Operation o : Operation.values()) {
            assertThat(EMPTY.apply(o, ONE)).as(o.text()).isEqualTo(EMPTY);
            assertThat(ZERO.apply(o, EMPTY)).as(o.text()).isEqualTo(EMPTY);
        }
    }

    @Test
    void kinksAndJumps() {
        assertThat(i(-3, 2).abs()).isEqualTo(i(0, 3));
        assertThat(i(1, 2).copySign(i(-1, 1))).isEqualTo(i(-2, 2));
        assertThat(i(1, 2).copySign(i(-1, 1)).obstacle()).isPresent();
        assertThat(i(-3, 2).copySign(-1.0)).isEqualTo(i(-3, 0));
        assertThat(i(-3, 2).sign()).isEqualTo(i(-1, 1));
        assertThat(i(0.5, 2.5).floor()).isEqualTo(i(0, 2));
        assertThat(i(0.5, 2.5).ceil()).isEqualTo(i(1, 3));
        assertThat(i(0.5, 2.6).rint()).isEqualTo(i(0, 3));
        assertThat(i(0.5, 2.5).rint().obstacle()).isPresent();
        assertThat(i(0.6, 1.4).rint().obstacle()).isEmpty();
        assertThat(i(7, 8).remainder(3)).isEqualTo(i(-1.5, 1.5));
        assertThat(i(5, 7).remainder(3.0)).isEqualTo(i(-1, 1));
        assertThat(i(5, 7).remainder(ZERO)).isEqualTo(EMPTY);
        assertThat(i(1, 3).apply(Operation.MIN, i(2, 5))).isEqualTo(i(1, 3));
        assertThat(i(1, 3).apply(Operation.MAX, i(2, 5))).isEqualTo(i(2, 5));
    }

    @Test
    void whatHasNoSingleAnswerIsUndecided() {
        assertThatExceptionOfType(UndecidedException.class)
                .isThrownBy(() -> i(0, 1).getReal())
                .withMessage("the real value of [0.0, 1.0]: not the same for all its numbers")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
        assertThatExceptionOfType(UndecidedException.class).isThrownBy(() -> i(0, 1).isZero());
        assertThatExceptionOfType(UndecidedException.class).isThrownBy(() -> i(1, 2).getExponent());
        assertThatExceptionOfType(UndecidedException.class).isThrownBy(() -> i(1, 2).round());
        assertThatExceptionOfType(UndecidedException.class).isThrownBy(() -> i(1, 2).norm());
        assertThatExceptionOfType(UndecidedException.class).isThrownBy(() -> i(1, 2).getAddendum());
        assertThatExceptionOfType(UndecidedException.class)
                .isThrownBy(() -> i(1, INF).isInfinite());
        assertThatExceptionOfType(UndecidedException.class)
                .isThrownBy(() -> i(1, INF).isFinite());
        assertThat(i(1, 2).isZero()).isFalse();
        assertThat(ZERO.isZero()).isTrue();
        assertThat(i(1, 1.5).getExponent()).isZero();
        assertThat(i(1.6, 2.4).round()).isEqualTo(2);
        assertThat(i(1, 2).isFinite()).isTrue();
        assertThat(EMPTY.isFinite()).isFalse();
        assertThat(EMPTY.isNaN()).isTrue();
        assertThat(Interval.of(3).getReal()).isEqualTo(3);
        assertThat(Interval.of(-3).norm()).isEqualTo(3);
        assertThat(Interval.of(-3).getAddendum()).isEqualTo(ZERO);
    }

    /** Called through reflection with whatever it takes: a result, or that it is undecided, and nothing else. */
    @Test
    void noMethodOfTheFieldIsMissing() throws ReflectiveOperationException {
        int called = 0;
        for (Method m : CalculusFieldElement.class.getMethods()) {
            if (Modifier.isStatic(m.getModifiers())) {
                continue;
            }
            Object[] arguments = Arrays.stream(m.getParameterTypes())
                    .map(t -> t == double.class ? 2.0 : t == int.class ? 2 : argument(t))
                    .toArray();
            for (Interval x : new Interval[] {i(0.5, 0.75), i(-2, 3), ENTIRE, EMPTY, Interval.of(0.5)}) {
                try {
                    assertThat(m.invoke(x, arguments)).as(m.toString()).isNotNull();
                } catch (InvocationTargetException e) {
                    assertThat(e.getCause()).as(m.toString()).isInstanceOf(UndecidedException.class);
                }
                called++;
            }
        }
        assertThat(called).isGreaterThan(300);
    }

    private static Object argument(Class<?> type) {
        if (type == double[].class) {
            return new double[] {1, 2};
        }
        return type.isArray() ? new Interval[] {i(1, 2), i(3, 4)} : i(1, 2);
    }

    @Test
    void theOtherMethodsOfTheField() {
        Interval x = i(1, 2);
        assertThat(x.scalb(3)).isEqualTo(i(8, 16));
        assertThat(x.scalb(-1)).isEqualTo(i(0.5, 1));
        assertThat(i(0, 1e-322).contains(x.scalb(-5000))).isTrue();
        assertThat(x.scalb(-5000).hi()).isPositive();
        assertThat(x.scalb(2000).hi()).isEqualTo(INF);
        assertThat(x.ulp()).isEqualTo(i(Math.ulp(1.0), Math.ulp(2.0)));
        assertThat(x.multiply(3).add(1.0).subtract(0.5).divide(2.0)).isEqualTo(i(1.75, 3.25));
        assertThat(x.linearCombination(2.0, x, 3.0, i(-1, 1))).isEqualTo(i(-1, 7));
        assertThat(x.linearCombination(new double[] {2, 3}, new Interval[] {x, i(-1, 1)}))
                .isEqualTo(i(-1, 7));
        assertThat(x.linearCombination(x, x, x, x, x, x, x, x)).isEqualTo(i(4, 16));
        assertThatExceptionOfType(MathIllegalArgumentException.class)
                .isThrownBy(() -> x.linearCombination(new Interval[1], new Interval[2]));
        assertThat(i(180, 180).toRadians().contains(PI)).isTrue();
        assertThat(PI.toDegrees().contains(180)).isTrue();
        assertThat(x.getPi()).isEqualTo(PI);
        assertThat(x.getField().getZero()).isEqualTo(ZERO);
        assertThat(x.getField().getOne()).isEqualTo(ONE);
        assertThat(x.getField().getRuntimeClass()).isEqualTo(Interval.class);
        assertThat(x.sinCos().cos()).isEqualTo(x.cos());
        assertThat(x.sinhCosh().sinh()).isEqualTo(x.sinh());
    }

    @Test
    void sets() {
        Interval x = i(-1, 4);
        assertThat(x.midpoint()).isEqualTo(1.5);
        assertThat(x.width()).isEqualTo(5);
        assertThat(x.radius()).isEqualTo(2.5);
        assertThat(x.mignitude()).isZero();
        assertThat(x.magnitude()).isEqualTo(4);
        assertThat(i(-4, -1).mignitude()).isEqualTo(1);
        assertThat(x.bisect()).containsExactly(i(-1, 1.5), i(1.5, 4));
        assertThat(x.intersect(i(2, 9))).isEqualTo(i(2, 4));
        assertThat(x.intersect(i(5, 9))).isEqualTo(EMPTY);
        assertThat(x.hull(i(5, 9))).isEqualTo(i(-1, 9));
        assertThat(x.hull(EMPTY)).isEqualTo(x);
        assertThat(EMPTY.hull(x)).isEqualTo(x);
        assertThat(x.contains(i(0, 4))).isTrue();
        assertThat(x.contains(EMPTY)).isTrue();
        assertThat(i(0, 4).inside(x)).isFalse();
        assertThat(i(0, 3).inside(x)).isTrue();
        assertThat(ENTIRE.inside(ENTIRE)).isTrue();
        assertThat(ENTIRE.contains(INF)).isFalse();
        assertThat(ENTIRE.midpoint()).isZero();
        assertThat(i(1, INF).midpoint()).isEqualTo(Double.MAX_VALUE);
        assertThat(i(Double.MAX_VALUE / 2, Double.MAX_VALUE).midpoint()).isFinite();
        assertThat(EMPTY.midpoint()).isNaN();
        assertThat(EMPTY.width()).isNaN();
        assertThat(EMPTY.magnitude()).isNaN();
        assertThat(EMPTY.mignitude()).isNaN();
    }

    @Test
    void textIsRoundedOutward() {
        assertThat(i(0.1, 2)).hasToString("[0.1, 2.0]");
        assertThat(EMPTY).hasToString("[empty]");
        assertThat(PI.toString(3)).isEqualTo("[3.14, 3.15]");
        assertThat(i(-0.12345, 1e20 / 3).toString(2)).isEqualTo("[-0.13, 3.4E+19]");
        assertThat(ENTIRE.toString(2)).isEqualTo("[-Infinity, Infinity]");
        assertThatIllegalArgumentException().isThrownBy(() -> PI.toString(0)).withMessageContaining("digits 0");
        assertThatIllegalArgumentException().isThrownBy(() -> i(2, 1)).withMessageContaining("bounds 2.0 and 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> i(INF, INF));
        assertThatIllegalArgumentException().isThrownBy(() -> i(Double.NaN, 1));
    }
}
