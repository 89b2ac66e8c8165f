package org.hesse.autodiff.interval;

import java.util.ArrayList;
import java.util.List;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.autodiff.graph.Operation;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.MathArrays;

/** A graph written by hand: each method adds a slot and returns its number; the last slot is the result. */
final class Slots implements Graph {
    private record Slot(Function function, Operation operation, int a, int b, double value) {}

    private final int variables;
    private final List<Slot> slots = new ArrayList<>();
    boolean branches;

    Slots(int variables) {
        this.variables = variables;
        for (int i = 0; i < variables; i++) {
            slots.add(new Slot(null, null, 0, 0, Double.NaN));
        }
    }

    int constant(double value) {
        return put(new Slot(null, null, 0, 0, value));
    }

    int apply(Function f, int a) {
        return put(new Slot(f, null, a, a, Double.NaN));
    }

    int apply(Operation o, int a, int b) {
        return put(new Slot(null, o, a, b, Double.NaN));
    }

    private int put(Slot slot) {
        slots.add(slot);
        return slots.size() - 1;
    }

    /** Evaluates over any field by the methods of its elements; an ArithmeticException where a slot is no number. */
    <T extends CalculusFieldElement<T>> T value(T[] x) {
        T[] y = MathArrays.buildArray(x[0].getField(), size());
        System.arraycopy(x, 0, y, 0, variables);
        for (int k = variables; k < size(); k++) {
            Slot s = slots.get(k);
            if (s.function != null) {
                y[k] = apply(s.function, y[s.a]);
            } else if (s.operation != null) {
                Slot second = slots.get(s.b);
                boolean constant = s.b >= variables && second.function == null && second.operation == null;
                y[k] = constant && s.operation == Operation.POW
                        ? power(y[s.a], second.value)
                        : apply(s.operation, y[s.a], y[s.b]);
            } else {
                y[k] = x[0].newInstance(s.value);
            }
            if (y[k].isNaN() || y[k].isInfinite()) {
                throw new ArithmeticException("slot " + k + " is not defined here");
            }
        }
        return y[size() - 1];
    }

    private static <T extends CalculusFieldElement<T>> T power(T a, double b) {
        return b == Math.rint(b) ? a.pow((int) b) : a.pow(b);
    }

    static <T extends CalculusFieldElement<T>> T apply(Function f, T a) {
        return switch (f) {
            case NEGATE -> a.negate();
            case SIN -> a.sin();
            case COS -> a.cos();
            case TAN -> a.tan();
            case ASIN -> a.asin();
            case ACOS -> a.acos();
            case ATAN -> a.atan();
            case SINH -> a.sinh();
            case COSH -> a.cosh();
            case TANH -> a.tanh();
            case ASINH -> a.asinh();
            case ACOSH -> a.acosh();
            case ATANH -> a.atanh();
            case EXP -> a.exp();
            case EXPM1 -> a.expm1();
            case LOG, LN -> a.log();
            case LOG1P -> a.log1p();
            case LOG10 -> a.log10();
            case LOG2 -> a.log().divide(a.newInstance(2).log());
            case SQRT -> a.sqrt();
            case CBRT -> a.cbrt();
            case SQUARE -> a.square();
            case RECIPROCAL -> a.reciprocal();
            case ABS -> a.abs();
            case SIGN -> a.sign();
            case FLOOR -> a.floor();
            case CEIL -> a.ceil();
            case RINT -> a.rint();
        };
    }

    static <T extends CalculusFieldElement<T>> T apply(Operation o, T a, T b) {
        return switch (o) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b);
            case POW -> a.pow(b);
            case ATAN2 -> a.atan2(b);
            case HYPOT -> a.hypot(b);
            case MIN -> a.getReal() <= b.getReal() ? a : b;
            case MAX -> a.getReal() >= b.getReal() ? a : b;
            case COPY_SIGN -> a.copySign(b);
            case REMAINDER -> a.remainder(b);
            case ROOT -> a.rootN((int) b.getReal());
        };
    }

    @Override
    public int variables() {
        return variables;
    }

    @Override
    public int size() {
        return slots.size();
    }

    @Override
    public int result() {
        return size() - 1;
    }

    @Override
    public Function function(int k) {
        return slots.get(k).function;
    }

    @Override
    public Operation operation(int k) {
        return slots.get(k).operation;
    }

    @Override
    public int a(int k) {
        return slots.get(k).a;
    }

    @Override
    public int b(int k) {
        return slots.get(k).b;
    }

    @Override
    public double value(int k) {
        return slots.get(k).value;
    }

    @Override
    public boolean branches() {
        return branches;
    }

    @Override
    public String toString() {
        return slots.subList(variables, size()).toString();
    }
}
