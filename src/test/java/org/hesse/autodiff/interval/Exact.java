package org.hesse.autodiff.interval;

import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * The elementary functions in 60 decimal digits, of doubles. Where Hipparchus cancels (arguments near 0) the first three
 * terms of the Taylor series are taken, good to 45 digits.
 */
final class Exact {
    static final DfpField FIELD = new DfpField(60);

    private Exact() {}

    static Dfp of(double x) {
        return FIELD.newDfp(x);
    }

    /** f(x), or null where f is not defined at x or sixty digits are not enough. */
    static Dfp value(Function f, double x) {
        double size = Math.abs(x);
        Dfp a = of(x);
        boolean tiny = size < 1e-15;
        return switch (f) {
            case NEGATE -> a.negate();
            case SIN -> tiny ? series(a, 0, -6) : size > 1e15 ? null : a.sin();
            case COS -> size > 1e15 ? null : a.cos();
            case TAN -> tiny ? series(a, 0, 3) : size > 1e15 ? null : a.sin().divide(a.cos());
            case ASIN -> size > 1 ? null : tiny ? series(a, 0, 6) : a.asin();
            case ACOS -> size > 1 ? null : a.acos();
            case ATAN -> atan(a);
            case SINH -> tiny ? series(a, 0, 6) : size > 2000 ? null : a.sinh();
            case COSH -> size > 2000 ? null : a.cosh();
            case TANH -> tiny ? series(a, 0, -3) : size > 2000 ? null : a.sinh().divide(a.cosh());
            case ASINH -> {
                Dfp above = of(size);
                Dfp y = tiny
                        ? series(above, 0, -6)
                        : above.multiply(above).add(1).sqrt().add(above).log();
                yield x < 0 ? y.negate() : y;
            }
            case ACOSH -> x < 1 ? null : a.multiply(a).subtract(1).sqrt().add(a).log();
            case ATANH ->
                size >= 1
                        ? null
                        : tiny
                                ? series(a, 0, 3)
                                : a.add(1).divide(a.negate().add(1)).log().divide(2);
            case EXP -> size > 2000 ? null : a.exp();
            case EXPM1 -> tiny ? series(a, 2, 6) : size > 2000 ? null : a.exp().subtract(1);
            case LOG, LN -> x <= 0 ? null : a.log();
            case LOG1P -> x <= -1 ? null : tiny ? series(a, -2, 3) : a.add(1).log();
            case LOG10 -> x <= 0 ? null : a.log().divide(of(10).log());
            case LOG2 -> x <= 0 ? null : a.log().divide(of(2).log());
            case SQRT -> x < 0 ? null : a.sqrt();
            case CBRT -> root(x, 3);
            case SQUARE -> a.multiply(a);
            case RECIPROCAL -> x == 0 ? null : of(1).divide(a);
            case ABS, SIGN, FLOOR, CEIL, RINT -> of(f.value(x));
        };
    }

    static Dfp value(Operation o, double x, double y) {
        Dfp a = of(x);
        Dfp b = of(y);
        return switch (o) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> y == 0 ? null : a.divide(b);
            case POW -> power(x, y);
            case ATAN2 -> x == 0 && y == 0 ? null : angle(a, b);
            case HYPOT -> a.multiply(a).add(b.multiply(b)).sqrt();
            case MIN, MAX, COPY_SIGN -> of(o.value(x, y));
            case REMAINDER -> y == 0 ? null : of(Math.IEEEremainder(x, y)); // exact
            case ROOT -> x < 0 && y % 2 == 0 || x == 0 && y < 0 ? null : root(x, (int) y);
        };
    }

    private static Dfp power(double x, double y) {
        boolean whole = y == Math.rint(y);
        if (x == 0) {
            return y < 0 ? null : of(y == 0 ? 1 : 0);
        } else if (x < 0 && !whole || Math.abs(y * Math.log(Math.abs(x))) > 2000) {
            return null;
        }
        Dfp size = of(Math.abs(x)).log().multiply(of(y)).exp();
        return x < 0 && y % 2 != 0 ? size.negate() : size;
    }

    private static Dfp root(double x, int n) {
        if (x == 0) {
            return of(0);
        }
        Dfp size = of(Math.abs(x)).log().divide(n).exp();
        return x < 0 ? size.negate() : size;
    }

    private static Dfp angle(Dfp y, Dfp x) {
        Dfp pi = FIELD.getPi();
        if (x.isZero()) {
            return y.getReal() > 0 ? pi.divide(2) : pi.divide(-2);
        }
        Dfp principal = atan(y.divide(x));
        if (x.greaterThan(FIELD.getZero())) {
            return principal;
        }
        return y.lessThan(FIELD.getZero()) ? principal.subtract(pi) : principal.add(pi);
    }

    private static Dfp atan(Dfp a) {
        if (a.abs().lessThan(of(1e-15))) {
            return series(a, 0, -3);
        } else if (a.abs().greaterThan(of(1e15))) {
            Dfp half = FIELD.getPi().divide(a.lessThan(FIELD.getZero()) ? -2 : 2);
            return half.subtract(series(of(1).divide(a), 0, -3));
        }
        return a.atan();
    }

    /** a + a²/second + a³/third, without the terms of divisor 0. */
    private static Dfp series(Dfp a, int second, int third) {
        Dfp y = a.add(a.multiply(a).multiply(a).divide(third));
        return second == 0 ? y : y.add(a.multiply(a).divide(second));
    }
}
