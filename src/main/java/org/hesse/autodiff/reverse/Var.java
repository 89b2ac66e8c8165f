package org.hesse.autodiff.reverse;

import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hesse.autodiff.graph.Scalar;
import org.hipparchus.Field;

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
public final class Var extends Scalar<Var> {
    private static final Field<Var> FIELD = new Constants();

    final Recording tape; // null: a constant of no recording
    int slot = -1; // of what depends on x; of a constant −1 − its slot
    double value;

    Var(Recording tape) {
        this.tape = tape;
    }

    private Var(double constant) {
        this(null);
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

    // What is computed; the operations of which most functions are made know their derivatives at once.

    @Override
    protected Var apply(Function f) {
        return tape == null ? new Var(f.value(value)) : tape.record(f, this);
    }

    @Override
    protected Var apply(Operation o, Var b) {
        Recording r = with(b);
        return r == null ? new Var(o.value(value, b.value)) : r.record(o, this, b);
    }

    @Override
    protected Var apply(Operation o, double b) {
        return tape == null ? new Var(o.value(value, b)) : tape.record(o, this, b);
    }

    /** As {@link #apply(Operation, Var)}, with derivatives known at once. */
    private Var apply(Operation o, Var b, double y, double byA, double byB, double byAA, double byAB, double byBB) {
        Recording r = with(b);
        return r == null ? new Var(y) : r.record(o, this, b, y, byA, byB, byAA, byAB, byBB);
    }

    /** The same for what is linear. */
    private Var apply(Operation o, Var b, double y, double byA, double byB) {
        return apply(o, b, y, byA, byB, 0, 0, 0);
    }

    private Var apply(Operation o, double b, double y, double byA) {
        return tape == null ? new Var(y) : tape.record(o, this, b, y, byA, 0);
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
        return apply(Operation.MULTIPLY, b, value * b.value, b.value, value, 0, 1, 0);
    }

    @Override
    public Var multiply(double b) {
        return apply(Operation.MULTIPLY, b, value * b, b);
    }

    @Override
    public Var divide(Var b) {
        double c = b.value;
        double y = value / c;
        return apply(Operation.DIVIDE, b, y, 1 / c, -y / c, 0, -1 / c / c, 2 * (y / c) / c);
    }

    @Override
    public Var divide(double b) {
        return apply(Operation.DIVIDE, b, value / b, 1 / b);
    }

    @Override
    public Var negate() {
        return tape == null ? new Var(-value) : tape.record(Function.NEGATE, this, -value, -1, 0);
    }

    @Override
    public Var square() {
        return tape == null ? new Var(value * value) : tape.record(Function.SQUARE, this, value * value, 2 * value, 2);
    }

    @Override
    public Var pow(double b) {
        return b == 2 ? square() : apply(Operation.POW, b);
    }

    @Override
    public Var rootN(int n) {
        return n == 2 ? sqrt() : n == 3 ? cbrt() : apply(Operation.ROOT, n);
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
                        && slot < 0
                        && v.slot < 0
                        && Double.doubleToLongBits(value) == Double.doubleToLongBits(v.value);
    }

    @Override
    public int hashCode() {
        return slot >= 0 ? System.identityHashCode(this) : Double.hashCode(value);
    }

    /** The number, for debugging: this does not count as looking at it. */
    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
