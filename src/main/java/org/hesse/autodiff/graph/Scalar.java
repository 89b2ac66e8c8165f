package org.hesse.autodiff.graph;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.FieldSinCos;
import org.hipparchus.util.FieldSinhCosh;
import org.hipparchus.util.MathUtils;

/**
 * A number of any kind whose arithmetic is one rule for all {@link Function}s and one for all {@link Operation}s. Sums of
 * products are plain sums from the left.
 *
 * @param <T> the kind of number
 */
public abstract class Scalar<T extends Scalar<T>> implements CalculusFieldElement<T> {
    /** For subclasses. */
    protected Scalar() {}

    /**
     * A function of this number.
     *
     * @param f the function
     * @return f(this)
     */
    protected abstract T apply(Function f);

    /**
     * An operation on this number and another one.
     *
     * @param o the operation
     * @param b the second argument
     * @return the outcome
     */
    protected abstract T apply(Operation o, T b);

    /**
     * An operation on this number and a constant.
     *
     * @param o the operation
     * @param b the second argument
     * @return the outcome
     */
    protected abstract T apply(Operation o, double b);

    @Override
    public T add(T b) {
        return apply(Operation.ADD, b);
    }

    @Override
    public T add(double b) {
        return apply(Operation.ADD, b);
    }

    @Override
    public T subtract(T b) {
        return apply(Operation.SUBTRACT, b);
    }

    @Override
    public T subtract(double b) {
        return apply(Operation.SUBTRACT, b);
    }

    @Override
    public T multiply(T b) {
        return apply(Operation.MULTIPLY, b);
    }

    @Override
    public T multiply(double b) {
        return apply(Operation.MULTIPLY, b);
    }

    @Override
    public T multiply(int b) {
        return multiply((double) b);
    }

    @Override
    public T divide(T b) {
        return apply(Operation.DIVIDE, b);
    }

    @Override
    public T divide(double b) {
        return apply(Operation.DIVIDE, b);
    }

    @Override
    public T pow(T b) {
        return apply(Operation.POW, b);
    }

    @Override
    public T pow(double b) {
        return apply(Operation.POW, b);
    }

    @Override
    public T pow(int b) {
        return pow((double) b);
    }

    @Override
    public T rootN(int n) {
        return apply(Operation.ROOT, n);
    }

    @Override
    public T hypot(T b) {
        return apply(Operation.HYPOT, b);
    }

    @Override
    public T atan2(T b) {
        return apply(Operation.ATAN2, b);
    }

    @Override
    public T copySign(T b) {
        return apply(Operation.COPY_SIGN, b);
    }

    @Override
    public T copySign(double b) {
        return apply(Operation.COPY_SIGN, b);
    }

    @Override
    public T remainder(T b) {
        return apply(Operation.REMAINDER, b);
    }

    @Override
    public T remainder(double b) {
        return apply(Operation.REMAINDER, b);
    }

    /**
     * The smaller one of two numbers; of equal ones, this.
     *
     * @param b the other one
     * @return min(this, b)
     */
    public T min(T b) {
        return apply(Operation.MIN, b);
    }

    /**
     * The larger one of two numbers; of equal ones, this.
     *
     * @param b the other one
     * @return max(this, b)
     */
    public T max(T b) {
        return apply(Operation.MAX, b);
    }

    @Override
    public T negate() {
        return apply(Function.NEGATE);
    }

    @Override
    public T reciprocal() {
        return apply(Function.RECIPROCAL);
    }

    @Override
    public T square() {
        return apply(Function.SQUARE);
    }

    @Override
    public T sqrt() {
        return apply(Function.SQRT);
    }

    @Override
    public T cbrt() {
        return apply(Function.CBRT);
    }

    @Override
    public T exp() {
        return apply(Function.EXP);
    }

    @Override
    public T expm1() {
        return apply(Function.EXPM1);
    }

    @Override
    public T log() {
        return apply(Function.LOG);
    }

    @Override
    public T log1p() {
        return apply(Function.LOG1P);
    }

    @Override
    public T log10() {
        return apply(Function.LOG10);
    }

    /**
     * The logarithm to the base 2.
     *
     * @return log₂ of this, exact for powers of two
     */
    public T log2() {
        return apply(Function.LOG2);
    }

    @Override
    public T sin() {
        return apply(Function.SIN);
    }

    @Override
    public T cos() {
        return apply(Function.COS);
    }

    @Override
    public T tan() {
        return apply(Function.TAN);
    }

    @Override
    public T asin() {
        return apply(Function.ASIN);
    }

    @Override
    public T acos() {
        return apply(Function.ACOS);
    }

    @Override
    public T atan() {
        return apply(Function.ATAN);
    }

    @Override
    public T sinh() {
        return apply(Function.SINH);
    }

    @Override
    public T cosh() {
        return apply(Function.COSH);
    }

    @Override
    public T tanh() {
        return apply(Function.TANH);
    }

    @Override
    public T asinh() {
        return apply(Function.ASINH);
    }

    @Override
    public T acosh() {
        return apply(Function.ACOSH);
    }

    @Override
    public T atanh() {
        return apply(Function.ATANH);
    }

    @Override
    public T abs() {
        return apply(Function.ABS);
    }

    @Override
    public T sign() {
        return apply(Function.SIGN);
    }

    @Override
    public T floor() {
        return apply(Function.FLOOR);
    }

    @Override
    public T ceil() {
        return apply(Function.CEIL);
    }

    @Override
    public T rint() {
        return apply(Function.RINT);
    }

    @Override
    public FieldSinCos<T> sinCos() {
        return new FieldSinCos<>(sin(), cos());
    }

    @Override
    public FieldSinhCosh<T> sinhCosh() {
        return new FieldSinhCosh<>(sinh(), cosh());
    }

    @Override
    public T getAddendum() {
        return subtract(getReal());
    }

    @Override
    public T linearCombination(T[] a, T[] b) {
        MathUtils.checkDimension(a.length, b.length);
        T sum = a.length == 0 ? newInstance(0) : a[0].multiply(b[0]);
        for (int i = 1; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    @Override
    public T linearCombination(double[] a, T[] b) {
        MathUtils.checkDimension(a.length, b.length);
        T sum = a.length == 0 ? newInstance(0) : b[0].multiply(a[0]);
        for (int i = 1; i < a.length; i++) {
            sum = sum.add(b[i].multiply(a[i]));
        }
        return sum;
    }

    @Override
    public T linearCombination(T a1, T b1, T a2, T b2) {
        return a1.multiply(b1).add(a2.multiply(b2));
    }

    @Override
    public T linearCombination(double a1, T b1, double a2, T b2) {
        return b1.multiply(a1).add(b2.multiply(a2));
    }

    @Override
    public T linearCombination(T a1, T b1, T a2, T b2, T a3, T b3) {
        return linearCombination(a1, b1, a2, b2).add(a3.multiply(b3));
    }

    @Override
    public T linearCombination(double a1, T b1, double a2, T b2, double a3, T b3) {
        return linearCombination(a1, b1, a2, b2).add(b3.multiply(a3));
    }

    @Override
    public T linearCombination(T a1, T b1, T a2, T b2, T a3, T b3, T a4, T b4) {
        return linearCombination(a1, b1, a2, b2, a3, b3).add(a4.multiply(b4));
    }

    @Override
    public T linearCombination(double a1, T b1, double a2, T b2, double a3, T b3, double a4, T b4) {
        return linearCombination(a1, b1, a2, b2, a3, b3).add(b4.multiply(a4));
    }
}
