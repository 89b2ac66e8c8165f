package org.hesse.autodiff;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.FieldSinCos;
import org.hipparchus.util.FieldSinhCosh;
import org.hipparchus.util.MathUtils;

/**
 * A number that records what is computed from it, so that a function of Vars has its gradient by reverse mode.
 *
 * <p>Within an evaluation a Var stands for a slot of the recording. It must not be kept afterwards: the next evaluation
 * uses the same objects again. A Var of another evaluation is refused where that can be seen. Constants without a
 * recording, such as those of {@link #getField}, may be kept and shared by threads.
 *
 * <p>Whoever looks at the number in a Var ({@link #getReal}, {@link #isZero}, {@link #round}, …) may go on differently at
 * another x; the recording notes it. {@link #abs}, {@link #min}, {@link #copySign}, … do not look. Two Vars are equal
 * where they are the same slot or constants of the same value.
 */
public final class Var implements CalculusFieldElement<Var> {
    private static final Field<Var> FIELD = new Constants();

    final Recording tape; // null: a constant of no recording
    final int slot;
    double value;
    boolean varying; // depends on x

    Var(Recording tape, int slot) {
        this.tape = tape;
        this.slot = slot;
    }

    private Var(double constant) {
        this(null, -1);
        value = constant;
    }

    /** The field of all Vars; zero and one are constants of no recording. */
    private static final class Constants implements Field<Var> {
        private final Var zero = new Var(0);
        private final Var one = new Var(1);

        @Override
        public Var getZero() {
            return zero;
        }

        @Override
        public Var getOne() {
            return one;
        }

        @Override
        public Class<Var> getRuntimeClass() {
            return Var.class;
        }
    }

    /**
     * The field, for what is made before any evaluation.
     *
     * @return the only one
     */
    public static Field<Var> field() {
        return FIELD;
    }

    @Override
    public Field<Var> getField() {
        return FIELD;
    }

    @Override
    public Var newInstance(double constant) {
        return tape == null ? new Var(constant) : tape.constant(constant);
    }

    @Override
    public Var getPi() {
        return newInstance(Math.PI);
    }

    // What is computed: functions, operations on two Vars, operations on a Var and a number.

    Var apply(Function f) {
        return tape == null ? new Var(f.value(value)) : tape.record(f, this);
    }

    private Var apply(Operation o, Var b) {
        Recording r = with(b);
        return r == null ? new Var(o.value(value, b.value)) : r.record(o, this, b);
    }

    private Var apply(Operation o, double b) {
        return tape == null ? new Var(o.value(value, b)) : tape.record(o, this, b);
    }

    /** As {@link #apply(Operation, Var)}, with derivatives known at once. */
    private Var apply(Operation o, Var b, double y, double byA, double byB) {
        Recording r = with(b);
        return r == null ? new Var(y) : r.record(o, this, b, y, byA, byB);
    }

    private Var apply(Operation o, double b, double y, double byA) {
        return tape == null ? new Var(y) : tape.record(o, this, b, y, byA);
    }

    private Recording with(Var b) {
        return tape == null ? b.tape : tape;
    }

    @Override
    public Var add(Var b) {
        return apply(Operation.ADD, b, value + b.value, 1, 1);
    }

    @Override
    public Var add(double b) {
        return apply(Operation.ADD, b, value + b, 1);
    }

    @Override
    public Var subtract(Var b) {
        return apply(Operation.SUBTRACT, b, value - b.value, 1, -1);
    }

    @Override
    public Var subtract(double b) {
        return apply(Operation.SUBTRACT, b, value - b, 1);
    }

    @Override
    public Var multiply(Var b) {
        return apply(Operation.MULTIPLY, b, value * b.value, b.value, value);
    }

    @Override
    public Var multiply(double b) {
        return apply(Operation.MULTIPLY, b, value * b, b);
    }

    @Override
    public Var multiply(int b) {
        return multiply((double) b);
    }

    @Override
    public Var divide(Var b) {
        double y = value / b.value;
        return apply(Operation.DIVIDE, b, y, 1 / b.value, -y / b.value);
    }

    @Override
    public Var divide(double b) {
        return apply(Operation.DIVIDE, b, value / b, 1 / b);
    }

    @Override
    public Var negate() {
        return tape == null ? new Var(-value) : tape.record(Function.NEGATE, this, -value, -1);
    }

    @Override
    public Var square() {
        return tape == null ? new Var(value * value) : tape.record(Function.SQUARE, this, value * value, 2 * value);
    }

    @Override
    public Var reciprocal() {
        return apply(Function.RECIPROCAL);
    }

    @Override
    public Var pow(Var b) {
        return apply(Operation.POW, b);
    }

    @Override
    public Var pow(double b) {
        return b == 2 ? square() : apply(Operation.POW, b);
    }

    @Override
    public Var pow(int b) {
        return pow((double) b);
    }

    @Override
    public Var sqrt() {
        return apply(Function.SQRT);
    }

    @Override
    public Var cbrt() {
        return apply(Function.CBRT);
    }

    @Override
    public Var rootN(int n) {
        return n == 2 ? sqrt() : n == 3 ? cbrt() : apply(Operation.ROOT, n);
    }

    @Override
    public Var hypot(Var b) {
        return apply(Operation.HYPOT, b);
    }

    /**
     * The smaller one of two numbers; of equal ones, this.
     *
     * @param b the other one
     * @return min(this, b)
     */
    public Var min(Var b) {
        return apply(Operation.MIN, b);
    }

    /**
     * The larger one of two numbers; of equal ones, this.
     *
     * @param b the other one
     * @return max(this, b)
     */
    public Var max(Var b) {
        return apply(Operation.MAX, b);
    }

    @Override
    public Var abs() {
        return apply(Function.ABS);
    }

    @Override
    public Var sign() {
        return apply(Function.SIGN);
    }

    @Override
    public Var floor() {
        return apply(Function.FLOOR);
    }

    @Override
    public Var ceil() {
        return apply(Function.CEIL);
    }

    @Override
    public Var rint() {
        return apply(Function.RINT);
    }

    @Override
    public Var copySign(Var b) {
        return apply(Operation.COPY_SIGN, b);
    }

    @Override
    public Var copySign(double b) {
        return apply(Operation.COPY_SIGN, b);
    }

    @Override
    public Var remainder(Var b) {
        return apply(Operation.REMAINDER, b);
    }

    @Override
    public Var remainder(double b) {
        return apply(Operation.REMAINDER, b);
    }

    @Override
    public Var exp() {
        return apply(Function.EXP);
    }

    @Override
    public Var expm1() {
        return apply(Function.EXPM1);
    }

    @Override
    public Var log() {
        return apply(Function.LOG);
    }

    @Override
    public Var log1p() {
        return apply(Function.LOG1P);
    }

    @Override
    public Var log10() {
        return apply(Function.LOG10);
    }

    @Override
    public Var sin() {
        return apply(Function.SIN);
    }

    @Override
    public Var cos() {
        return apply(Function.COS);
    }

    @Override
    public Var tan() {
        return apply(Function.TAN);
    }

    @Override
    public FieldSinCos<Var> sinCos() {
        return new FieldSinCos<>(sin(), cos());
    }

    @Override
    public Var asin() {
        return apply(Function.ASIN);
    }

    @Override
    public Var acos() {
        return apply(Function.ACOS);
    }

    @Override
    public Var atan() {
        return apply(Function.ATAN);
    }

    @Override
    public Var atan2(Var b) {
        return apply(Operation.ATAN2, b);
    }

    @Override
    public Var sinh() {
        return apply(Function.SINH);
    }

    @Override
    public Var cosh() {
        return apply(Function.COSH);
    }

    @Override
    public Var tanh() {
        return apply(Function.TANH);
    }

    @Override
    public FieldSinhCosh<Var> sinhCosh() {
        return new FieldSinhCosh<>(sinh(), cosh());
    }

    @Override
    public Var asinh() {
        return apply(Function.ASINH);
    }

    @Override
    public Var acosh() {
        return apply(Function.ACOSH);
    }

    @Override
    public Var atanh() {
        return apply(Function.ATANH);
    }

    @Override
    public Var toDegrees() {
        return multiply(180 / Math.PI);
    }

    @Override
    public Var toRadians() {
        return multiply(Math.PI / 180);
    }

    /** this·2ⁿ, in factors that are normal numbers; more than 2200 binary orders make any number 0 or infinite. */
    @Override
    public Var scalb(int n) {
        int m = Math.max(-2200, Math.min(2200, n));
        return m > Double.MAX_EXPONENT
                ? multiply(0x1p1023).scalb(m - Double.MAX_EXPONENT)
                : m < Double.MIN_EXPONENT
                        ? multiply(0x1p-1022).scalb(m - Double.MIN_EXPONENT)
                        : multiply(Math.scalb(1.0, m));
    }

    // Sums of products, as plain sums from the left: their derivatives are those of the sum.

    @Override
    public Var linearCombination(Var[] a, Var[] b) {
        MathUtils.checkDimension(a.length, b.length);
        Var sum = a.length == 0 ? newInstance(0) : a[0].multiply(b[0]);
        for (int i = 1; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    @Override
    public Var linearCombination(double[] a, Var[] b) {
        MathUtils.checkDimension(a.length, b.length);
        Var sum = a.length == 0 ? newInstance(0) : b[0].multiply(a[0]);
        for (int i = 1; i < a.length; i++) {
            sum = sum.add(b[i].multiply(a[i]));
        }
        return sum;
    }

    @Override
    public Var linearCombination(Var a1, Var b1, Var a2, Var b2) {
        return a1.multiply(b1).add(a2.multiply(b2));
    }

    @Override
    public Var linearCombination(double a1, Var b1, double a2, Var b2) {
        return b1.multiply(a1).add(b2.multiply(a2));
    }

    @Override
    public Var linearCombination(Var a1, Var b1, Var a2, Var b2, Var a3, Var b3) {
        return linearCombination(a1, b1, a2, b2).add(a3.multiply(b3));
    }

    @Override
    public Var linearCombination(double a1, Var b1, double a2, Var b2, double a3, Var b3) {
        return linearCombination(a1, b1, a2, b2).add(b3.multiply(a3));
    }

    @Override
    public Var linearCombination(Var a1, Var b1, Var a2, Var b2, Var a3, Var b3, Var a4, Var b4) {
        return linearCombination(a1, b1, a2, b2, a3, b3).add(a4.multiply(b4));
    }

    @Override
    public Var linearCombination(double a1, Var b1, double a2, Var b2, double a3, Var b3, double a4, Var b4) {
        return linearCombination(a1, b1, a2, b2, a3, b3).add(b4.multiply(a4));
    }

    // What looks at the number.

    /**
     * The number.
     *
     * @return the value
     */
    @Override
    public double getReal() {
        if (tape != null) {
            tape.observe(this);
        }
        return value;
    }

    @Override
    public Var getAddendum() {
        return subtract(getReal());
    }

    /** A constant: how far it is to the next number has no derivative. */
    @Override
    public Var ulp() {
        return newInstance(Math.ulp(getReal()));
    }

    @Override
    public boolean isZero() {
        return getReal() == 0;
    }

    @Override
    public double norm() {
        return Math.abs(getReal());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Var v
                        && !varying
                        && !v.varying
                        && Double.doubleToLongBits(value) == Double.doubleToLongBits(v.value);
    }

    @Override
    public int hashCode() {
        return varying ? System.identityHashCode(this) : Double.hashCode(value);
    }

    /** The number, for debugging: this does not count as looking at it. */
    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
