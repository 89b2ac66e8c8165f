package org.hesse.method;

/** Range checks of hyperparameters, with messages that name the method, the parameter, the value and the range. */
public final class Hyperparameters {
    private Hyperparameters() {}

    /**
     * Checks for [0, 1).
     *
     * @param method the method's name
     * @param name the parameter's name
     * @param value its value
     */
    public static void fraction(String method, String name, double value) {
        check(value >= 0 && value < 1, method, name, value, "0 <= " + name + " < 1");
    }

    /**
     * Checks for [0, ∞).
     *
     * @param method the method's name
     * @param name the parameter's name
     * @param value its value
     */
    public static void nonNegative(String method, String name, double value) {
        check(value >= 0 && value < Double.POSITIVE_INFINITY, method, name, value, "a finite number >= 0");
    }

    /**
     * Checks for (0, ∞).
     *
     * @param method the method's name
     * @param name the parameter's name
     * @param value its value
     */
    public static void positive(String method, String name, double value) {
        check(value > 0 && value < Double.POSITIVE_INFINITY, method, name, value, "a finite number > 0");
    }

    /**
     * Checks for at least 1.
     *
     * @param method the method's name
     * @param name the parameter's name
     * @param value its value
     */
    public static void atLeastOne(String method, String name, long value) {
        atLeast(1, method, name, value);
    }

    /**
     * Checks a whole number.
     *
     * @param least the least value allowed
     * @param method the method's name
     * @param name the parameter's name
     * @param value its value
     */
    public static void atLeast(long least, String method, String name, long value) {
        if (value < least) {
            throw new IllegalArgumentException(method + ": " + name + " = " + value + ", expected at least " + least);
        }
    }

    /**
     * Checks any condition.
     *
     * @param holds whether the value is in range
     * @param method the method's name
     * @param name the parameter's name
     * @param value its value
     * @param expected the range, for the message
     * @throws IllegalArgumentException if it does not hold
     */
    public static void check(boolean holds, String method, String name, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(method + ": " + name + " = " + value + ", expected " + expected);
        }
    }
}
