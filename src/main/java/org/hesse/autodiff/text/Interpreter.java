package org.hesse.autodiff.text;

import org.hesse.autodiff.graph.Operation;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.MathArrays;

/**
 * Runs a {@link Program} node by node over any field of numbers. What does not depend on x (indices, their arithmetic,
 * parameters) stays a double until it meets x.
 *
 * @param <T> the field
 */
final class Interpreter<T extends CalculusFieldElement<T>> {
    private final Program program;
    private final T[] x;
    private final T[] y;
    private final double[] number;
    private final Decisions<T> decisions; // null for those of the numbers

    Interpreter(Program program, T[] x, Decisions<T> decisions) {
        this.program = program;
        this.x = x;
        this.decisions = decisions;
        this.y = MathArrays.buildArray(x[0].getField(), program.nodes().size());
        this.number = new double[y.length];
    }

    T run() {
        run(program.main());
        return y(program.main().result());
    }

    private void run(Node.Block block) {
        for (int k : block.nodes()) {
            run(k, program.node(k));
        }
    }

    private void run(int k, Node node) {
        if (node instanceof Node.Loop l) {
            loop(k, l);
        } else if (node instanceof Node.Choice c) {
            Node.Block taken = number[c.condition()] != 0 ? c.yes() : c.no();
            run(taken);
            if (program.numeric(k)) {
                number[k] = number[taken.result()];
            } else {
                y[k] = y(taken.result());
            }
        } else if (node instanceof Node.Variable v) {
            y[k] = x[program.offset(v.symbol())];
        } else if (node instanceof Node.Element e) {
            y[k] = x[program.offset(e.symbol()) + (int) number[e.index()] - 1];
        } else if (node instanceof Node.Comparison c && !program.fixed(k)) {
            number[k] = holds(c) ? 1 : 0;
        } else if (program.fixed(k)) {
            number[k] = node instanceof Node.Index ? number[k] : number(node, number);
        } else if (node instanceof Node.Unary u) {
            y[k] = Generic.value(u.function(), y(u.a()));
        } else if (node instanceof Node.Binary b) {
            boolean swap = program.fixed(b.a())
                    && (b.operation() == Operation.ADD || b.operation() == Operation.MULTIPLY); // no slot for a number
            y[k] = swap
                    ? Generic.value(b.operation(), y(b.b()), number[b.a()])
                    : program.fixed(b.b())
                            ? Generic.value(b.operation(), y(b.a()), number[b.b()])
                            : Generic.value(b.operation(), y(b.a()), y(b.b()));
        }
    }

    private void loop(int k, Node.Loop l) {
        int to = (int) number[l.to()];
        T sum = null; // not from the neutral element, so that nothing is recorded for it
        double value = l.neutral();
        for (int i = (int) number[l.from()]; i <= to; i++) {
            number[l.index()] = i;
            run(l.body());
            if (program.fixed(k)) {
                value = l.operation().value(value, number[l.body().result()]);
            } else {
                T term = y(l.body().result());
                sum = sum == null ? term : Generic.value(l.operation(), sum, term);
            }
        }
        number[k] = value;
        y[k] = sum == null ? constant(value) : sum;
    }

    private boolean holds(Node.Comparison c) {
        return decisions == null
                ? c.relation().holds(real(c.a()), real(c.b()))
                : decisions.holds(c.relation(), y(c.a()), y(c.b()));
    }

    private double real(int k) {
        return program.fixed(k) ? number[k] : y[k].getReal();
    }

    private T y(int k) {
        return program.fixed(k) ? constant(number[k]) : y[k];
    }

    private T constant(double value) {
        return x[0].newInstance(value);
    }

    /** The number in a node without blocks, of the numbers before it. */
    static double number(Node node, double[] number) {
        if (node instanceof Node.Constant c) {
            return c.value();
        }
        if (node instanceof Node.Unary u) {
            return u.function().value(number[u.a()]);
        }
        if (node instanceof Node.Binary b) {
            return b.operation().value(number[b.a()], number[b.b()]);
        }
        if (node instanceof Node.Comparison c) {
            return c.relation().holds(number[c.a()], number[c.b()]) ? 1 : 0;
        }
        throw new IllegalStateException(node + " is not a number without x");
    }
}
