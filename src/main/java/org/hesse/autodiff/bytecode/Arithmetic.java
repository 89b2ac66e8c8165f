package org.hesse.autodiff.bytecode;

import java.util.Locale;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.objectweb.asm.Opcodes;

/** Instructions for the functions and operations: the same bits as {@link Function} and {@link Operation} give. */
final class Arithmetic implements Opcodes {
    private Arithmetic() {}

    static void value(Bytecode b, Function f, Runnable a) {
        switch (f) {
            case ASINH, ACOSH, ATANH, LOG2 -> {
                b.constant(f);
                a.run();
                b.callOn(f, "value", 1);
            }
            case SQUARE -> {
                a.run();
                b.op(DUP2, DMUL);
            }
            case RECIPROCAL -> {
                b.push(1.0);
                a.run();
                b.op(DDIV);
            }
            default -> {
                a.run();
                if (f == Function.NEGATE) {
                    b.op(DNEG);
                } else {
                    String name = f.name().toLowerCase(Locale.ROOT);
                    b.math(f == Function.LN ? "log" : f == Function.SIGN ? "signum" : name, 1);
                }
            }
        }
    }

    /** An operation; {@code exponent} is its second argument if that is constant, otherwise NaN. */
    static void value(Bytecode b, Operation o, Runnable a, Runnable second, double exponent) {
        if (o == Operation.POW && (exponent == 2 || exponent == 3 || exponent == 4)) {
            a.run();
            power(b, (int) exponent);
            return;
        }
        if (o == Operation.POW && Double.isNaN(exponent)) {
            b.constant(o);
            a.run();
            second.run();
            b.callOn(o, "value", 2);
            return;
        }
        a.run();
        second.run();
        switch (o) {
            case ADD -> b.op(DADD);
            case SUBTRACT -> b.op(DSUB);
            case MULTIPLY -> b.op(DMUL);
            case DIVIDE -> b.op(DDIV);
            default -> b.math(o.text(), 2);
        }
    }

    /** The number on the stack to a power from 1 to 4. */
    private static void power(Bytecode b, int exponent) {
        if (exponent >= 2) {
            b.op(DUP2);
        }
        if (exponent == 3) {
            b.op(DUP2, DMUL, DMUL);
        } else if (exponent >= 2) {
            b.op(DMUL);
        }
        if (exponent == 4) {
            b.op(DUP2, DMUL);
        }
    }

    /** f'(a), where y = f(a). */
    static void first(Bytecode b, Function f, Runnable a, Runnable y) {
        switch (f) {
            case SIN -> {
                a.run();
                b.math("cos", 1);
            }
            case COS -> {
                a.run();
                b.math("sin", 1);
                b.op(DNEG);
            }
            case EXP -> y.run();
            case LOG, LN -> divide(b, 1, a);
            case SQRT -> divide(b, 0.5, y);
            case SQUARE -> {
                b.push(2.0);
                a.run();
                b.op(DMUL);
            }
            case ABS -> {
                a.run();
                b.math("signum", 1);
            }
            default -> {
                b.constant(f);
                a.run();
                y.run();
                b.callOn(f, "first", 2);
            }
        }
    }

    private static void divide(Bytecode b, double c, Runnable by) {
        b.push(c);
        by.run();
        b.op(DDIV);
    }

    /** The derivative of aᵇ by a. */
    static void powerByA(Bytecode b, Runnable a, Runnable second, double exponent) {
        if (exponent == 2 || exponent == 3 || exponent == 4) {
            b.push(exponent);
            a.run();
            power(b, (int) exponent - 1);
            b.op(DMUL);
            return;
        }
        second.run();
        a.run();
        second.run();
        b.push(1.0);
        b.op(DSUB);
        b.call(Operation.class, "powerTimes", 3);
    }

    /** c/h² with h = √(a² + b²), whose square may overflow: the derivatives of atan2. */
    static void overSquares(Bytecode b, Runnable c, Runnable first, Runnable second) {
        c.run();
        for (int i = 0; i < 2; i++) {
            first.run();
            second.run();
            b.math("hypot", 2);
            b.op(DDIV);
        }
    }
}
