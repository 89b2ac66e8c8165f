package org.hesse.autodiff.interval;

import static org.hesse.autodiff.interval.Interval.ENTIRE;
import static org.hesse.autodiff.interval.Interval.ONE;
import static org.hesse.autodiff.interval.Interval.ZERO;

import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;

/**
 * Enclosures of the first and second partial derivatives of a {@link Function} or {@link Operation} over intervals, by
 * formulas in which an argument stands once where that is possible, since each repetition widens. Across a kink the first
 * derivative is Clarke's, the hull of those around, and the second is all numbers; across a jump both are. So whatever
 * is not bounded is what cannot be certified.
 */
final class Slopes {
    private static final Interval TWO = Interval.of(2);
    private static final Interval SIGNS = Interval.of(-1, 1);
    private static final Interval EITHER = Interval.of(0, 1);
    private static final Interval POSITIVE = Interval.of(0, Double.POSITIVE_INFINITY);
    private static final Interval ABOVE_ONE = Interval.of(1, Double.POSITIVE_INFINITY);
    private static final Interval LOG_TWO = TWO.log();
    private static final Interval LOG_TEN = Interval.of(10).log();

    private Slopes() {}

    /** f' over a, where y is the range of f. */
    static Interval first(Function f, Interval a, Interval y) {
        return switch (f) {
            case NEGATE -> ONE.negate();
            case SIN -> a.cos();
            case COS -> a.sin().negate();
            case TAN -> y.square().add(ONE);
            case ASIN -> ONE.subtract(a.square()).sqrt().reciprocal();
            case ACOS -> ONE.subtract(a.square()).sqrt().reciprocal().negate();
            case ATAN -> a.square().add(ONE).reciprocal();
            case SINH -> a.cosh();
            case COSH -> a.sinh();
            case TANH -> a.cosh().square().reciprocal();
            case ASINH -> a.square().add(ONE).sqrt().reciprocal();
            case ACOSH -> {
                Interval x = a.intersect(ABOVE_ONE);
                yield x.subtract(ONE).multiply(x.add(ONE)).sqrt().reciprocal();
            }
            case ATANH -> ONE.subtract(a.square()).intersect(POSITIVE).reciprocal();
            case EXP -> y;
            case EXPM1 -> a.exp();
            case LOG, LN -> a.intersect(POSITIVE).reciprocal();
            case LOG1P -> a.add(ONE).intersect(POSITIVE).reciprocal();
            case LOG10 -> a.intersect(POSITIVE).multiply(LOG_TEN).reciprocal();
            case LOG2 -> a.intersect(POSITIVE).multiply(LOG_TWO).reciprocal();
            case SQRT -> y.multiply(TWO).reciprocal();
            case CBRT -> y.square().multiply(Interval.of(3)).reciprocal();
            case SQUARE -> a.multiply(TWO);
            case RECIPROCAL -> a.square().reciprocal().negate();
            case ABS -> a.contains(0) ? SIGNS : a.sign();
            case SIGN, FLOOR, CEIL, RINT -> a.apply(f).obstacle().isEmpty() ? ZERO : ENTIRE;
        };
    }

    /** f'' over a, where y is the range of f and d that of f'. */
    static Interval second(Function f, Interval a, Interval y, Interval d) {
        return switch (f) {
            case NEGATE -> ZERO;
            case SIN, COS -> y.negate();
            case TAN -> y.multiply(d).multiply(TWO);
            case ASIN, ACOS -> a.multiply(d.pow(3));
            case ATAN -> a.multiply(d.square()).multiply(TWO).negate();
            case SINH, COSH -> y;
            case TANH -> y.multiply(d).multiply(TWO).negate();
            case ASINH -> a.multiply(d.pow(3)).negate();
            case ACOSH -> a.intersect(ABOVE_ONE).multiply(d.pow(3)).negate();
            case ATANH -> a.multiply(d.square()).multiply(TWO);
            case EXP, EXPM1 -> d;
            case LOG, LN, LOG1P -> d.square().negate();
            case LOG10, LOG2 -> d.divide(a.intersect(POSITIVE)).negate();
            case SQRT -> y.pow(3).multiply(Interval.of(4)).reciprocal().negate();
            case CBRT ->
                y.pow(5).multiply(Interval.of(9)).reciprocal().multiply(TWO).negate();
            case SQUARE -> TWO;
            case RECIPROCAL -> a.pow(3).reciprocal().multiply(TWO);
            case ABS -> a.contains(0) ? ENTIRE : ZERO;
            case SIGN, FLOOR, CEIL, RINT -> d;
        };
    }

    /** ∂y/∂a into d[0] and ∂y/∂b, which is not asked for where b is fixed, into d[1], <em>modified</em>. */
    static void first(Operation o, Interval a, Interval b, Interval y, boolean fixed, Interval[] d) {
        switch (o) {
            case ADD -> set(d, ONE, ONE);
            case SUBTRACT -> set(d, ONE, ONE.negate());
            case MULTIPLY -> set(d, b, a);
            case DIVIDE ->
                set(d, b.reciprocal(), fixed ? ZERO : a.divide(b.square()).negate());
            case POW -> set(d, slope(a, b), fixed ? ZERO : y.multiply(a.log()));
            case ATAN2 -> {
                Interval square = a.square().add(b.square());
                set(d, b.divide(square), a.divide(square).negate());
            }
            case HYPOT -> set(d, cosine(a, y), cosine(b, y));
            case MIN -> set(d, below(a, b), below(b, a));
            case MAX -> set(d, below(b, a), below(a, b));
            case COPY_SIGN ->
                set(
                        d,
                        b.contains(0) ? ENTIRE : first(Function.ABS, a, y).multiply(b.sign()),
                        b.contains(0) ? ENTIRE : ZERO);
            case REMAINDER -> {
                double n = Pairs.turns(a.lo(), a.hi(), b.lo(), b.hi(), new Bounds());
                set(d, n == n ? ONE : ENTIRE, n == n ? Interval.of(-n) : ENTIRE);
            }
            case ROOT -> set(d, y.pow(b.subtract(ONE)).multiply(b).reciprocal(), ZERO);
        }
    }

    /** ∂²y/∂a², ∂²y/∂a∂b and ∂²y/∂b² into d[2], d[3], d[4], <em>modified</em>, after {@link #first}. */
    static void second(Operation o, Interval a, Interval b, Interval y, boolean fixed, Interval[] d) {
        switch (o) {
            case ADD, SUBTRACT -> set(d, ZERO, ZERO, ZERO);
            case MULTIPLY -> set(d, ZERO, ONE, ZERO);
            case DIVIDE ->
                set(
                        d,
                        ZERO,
                        fixed ? ZERO : b.square().reciprocal().negate(),
                        fixed ? ZERO : a.multiply(TWO).divide(b.pow(3)));
            case POW -> power(a, b, y, fixed, d);
            case ATAN2 -> {
                Interval square = a.square().add(b.square()).square();
                Interval mixed = a.square().subtract(b.square()).divide(square);
                Interval twice = a.multiply(b).multiply(TWO).divide(square);
                set(d, twice.negate(), mixed, twice);
            }
            case HYPOT -> {
                Interval cube = y.pow(3);
                if (y.contains(0)) {
                    set(d, ENTIRE, ENTIRE, ENTIRE);
                } else {
                    set(
                            d,
                            b.square().divide(cube),
                            a.multiply(b).divide(cube).negate(),
                            a.square().divide(cube));
                }
            }
            case MIN, MAX -> kink(d, !a.intersect(b).isEmpty());
            case COPY_SIGN -> kink(d, b.contains(0) || a.contains(0));
            case REMAINDER -> kink(d, !d[0].equals(ONE));
            case ROOT -> {
                Interval power = y.pow(b.multiply(TWO).subtract(ONE)).multiply(b.square());
                set(d, ONE.subtract(b).divide(power), ZERO, ZERO);
            }
        }
    }

    /** b·aᵇ⁻¹. */
    private static Interval slope(Interval a, Interval b) {
        return b.equals(ZERO) ? ZERO : b.multiply(base(a, b).pow(b.subtract(ONE)));
    }

    private static void power(Interval a, Interval b, Interval y, boolean fixed, Interval[] d) {
        Interval twice = b.multiply(b.subtract(ONE));
        set(d, twice.equals(ZERO) ? ZERO : twice.multiply(base(a, b).pow(b.subtract(TWO))), ZERO, ZERO);
        if (!fixed) {
            Interval log = a.log();
            d[3] = base(a, b).pow(b.subtract(ONE)).multiply(b.multiply(log).add(ONE));
            d[4] = y.multiply(log.square());
        }
    }

    /** Where an exponent may be no whole number, only a base that is not negative has derivatives. */
    private static Interval base(Interval a, Interval b) {
        return b.isPoint() && b.lo() == Math.rint(b.lo()) ? a : a.intersect(POSITIVE);
    }

    /** a/√(a² + b²), which is never beyond ±1. */
    private static Interval cosine(Interval a, Interval y) {
        return y.contains(0) ? SIGNS : a.divide(y).intersect(SIGNS);
    }

    /** How min(a, b) changes with a. */
    private static Interval below(Interval a, Interval b) {
        return a.hi() < b.lo() ? ONE : b.hi() < a.lo() ? ZERO : EITHER;
    }

    private static void kink(Interval[] d, boolean here) {
        Interval second = here ? ENTIRE : ZERO;
        set(d, second, second, second);
    }

    private static void set(Interval[] d, Interval a, Interval b) {
        d[0] = a;
        d[1] = b;
    }

    private static void set(Interval[] d, Interval aa, Interval ab, Interval bb) {
        d[2] = aa;
        d[3] = ab;
        d[4] = bb;
    }
}
