package org.hesse.autodiff.bytecode;

import java.util.List;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hesse.autodiff.text.Node;
import org.hesse.autodiff.text.Program;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;

/**
 * Writes the reverse sweep of a gradient. The adjoint of a sum only passes down to its terms, so a loop keeps nothing: its
 * body is run again and then reversed, for each value of the index; so are the arms of a conditional. Source: Griewank
 * and Walther, Evaluating Derivatives (2nd edition, 2008), section 3.2.
 */
final class ReverseCode extends AdjointCode {
    ReverseCode(Program p, Chunks chunks, Bytecode b, Node.Block current) {
        super(p, chunks, b, current);
    }

    /** Reverses a block whose values are there and whose result has its adjoint. */
    void reverse(Node.Block block) {
        if (chunks.isSpread(block)) {
            chunks.call(block, true, b);
        } else {
            Node.Block before = current;
            current = block;
            reverse(block.nodes());
            current = before;
        }
    }

    void reverse(List<Integer> nodes) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            int k = nodes.get(i);
            if (chunks.isActive(k)) {
                if (chunks.isShared(k)) {
                    take(k);
                }
                if (hasAdjoint(k)) {
                    reverse(k, p.node(k));
                }
            }
        }
    }

    private void reverse(int k, Node node) {
        if (node instanceof Node.Variable v) {
            b.array(Bytecode.G, p.offset(v.symbol()));
            push(k);
            b.op(DASTORE);
        } else if (node instanceof Node.Element e) {
            push(k);
            b.addTo(() -> place(Bytecode.G, e));
        } else if (node instanceof Node.Unary u) {
            unary(k, u);
        } else if (node instanceof Node.Binary o) {
            binary(k, o);
        } else if (node instanceof Node.Choice c) {
            prepare(List.of(c.yes(), c.no()));
            b.choose(() -> load(c.condition()), () -> arm(k, c.yes()), () -> arm(k, c.no()));
        } else if (node instanceof Node.Loop l) {
            prepare(List.of(l.body()));
            if (l.operation() == Operation.ADD) {
                over(l, () -> arm(k, l.body()));
            } else {
                product(k, l);
            }
        }
    }

    /** Runs a block and reverses it; its result has the adjoint of k. */
    private void arm(int k, Node.Block block) {
        forward(block);
        within(block, () -> pass(k, block.result(), 1));
    }

    private void within(Node.Block block, Runnable seed) {
        Node.Block before = current;
        current = block;
        seed.run();
        current = before;
        reverse(block);
    }

    /** The product of the other factors: by division, where no factor is 0. */
    private void product(int k, Node.Loop l) {
        int factor = l.body().result();
        int others = b.local(); // the product of what is not 0
        int zeros = b.local();
        b.push(1.0);
        b.store(others);
        b.push(0.0);
        b.store(zeros);
        over(l, () -> {
            forward(l.body());
            b.choose(() -> load(factor), () -> update(others, factor, DMUL), () -> update(zeros, -1, DADD));
        });
        Runnable derivative = () -> b.choose(
                () -> load(factor),
                () -> b.choose(() -> b.load(zeros), () -> b.push(0.0), () -> {
                    b.load(others);
                    load(factor);
                    b.op(DDIV);
                }),
                () -> b.choose(
                        () -> {
                            b.load(zeros);
                            b.op(DCONST_1, DSUB);
                        },
                        () -> b.push(0.0),
                        () -> b.load(others)));
        over(l, () -> {
            forward(l.body());
            within(l.body(), () -> add(factor, k, false, derivative));
        });
    }

    private void update(int local, int factor, int operation) {
        b.load(local);
        if (factor < 0) {
            b.push(1.0);
        } else {
            load(factor);
        }
        b.op(operation);
        b.store(local);
    }

    private void unary(int k, Node.Unary u) {
        switch (u.function()) {
            case NEGATE -> pass(k, u.a(), -1);
            case SIGN, FLOOR, CEIL, RINT -> {}
            default ->
                add(
                        u.a(),
                        k,
                        isFinite(u.a()) && isTame(u.function()),
                        () -> Arithmetic.first(b, u.function(), () -> load(u.a()), () -> load(k)));
        }
    }

    private static boolean isTame(Function f) {
        return f == Function.SIN || f == Function.COS || f == Function.SQUARE || f == Function.ABS;
    }

    /** Whether a value is finite for every finite x. */
    private boolean isFinite(int k) {
        Node node = p.node(k);
        return node instanceof Node.Variable
                || node instanceof Node.Element
                || node instanceof Node.Index
                || node instanceof Node.Constant c && Double.isFinite(c.value());
    }

    private void binary(int k, Node.Binary o) {
        Runnable a = () -> load(o.a());
        Runnable second = () -> load(o.b());
        double exponent = exponent(o);
        switch (o.operation()) {
            case ADD, SUBTRACT -> {
                pass(k, o.a(), 1);
                pass(k, o.b(), o.operation() == Operation.ADD ? 1 : -1);
            }
            case MULTIPLY -> {
                multiply(k, o.a(), o.b());
                multiply(k, o.b(), o.a());
            }
            case DIVIDE -> {
                add(o.a(), k, Double.isFinite(1 / exponent), () -> {
                    b.push(1.0);
                    second.run();
                    b.op(DDIV);
                });
                add(o.b(), k, false, () -> quotient(() -> load(k), second, true));
            }
            case POW -> {
                boolean tame = isFinite(o.a()) && (exponent == 2 || exponent == 3 || exponent == 4);
                add(o.a(), k, tame, () -> Arithmetic.powerByA(b, a, second, exponent));
                add(o.b(), k, false, () -> {
                    load(k);
                    a.run();
                    b.op(ICONST_1);
                    b.m.visitMethodInsn(
                            INVOKESTATIC, Type.getInternalName(Operation.class), "logTimes", "(DDI)D", false);
                });
            }
            case ATAN2 -> {
                add(o.a(), k, false, () -> Arithmetic.overSquares(b, second, a, second));
                add(o.b(), k, false, () -> {
                    Arithmetic.overSquares(b, a, a, second);
                    b.op(DNEG);
                });
            }
            case HYPOT -> {
                add(o.a(), k, false, () -> quotient(a, () -> load(k), false));
                add(o.b(), k, false, () -> quotient(second, () -> load(k), false));
            }
            case MIN, MAX -> {
                add(o.a(), k, true, () -> first(o, 1, 0));
                add(o.b(), k, true, () -> first(o, 0, 1));
            }
            default -> throw new IllegalStateException(o.operation() + " is not written in texts");
        }
    }

    private void multiply(int k, int a, int by) {
        if (p.node(by) instanceof Node.Constant c) {
            pass(k, a, c.value());
        } else {
            add(a, k, isFinite(by), () -> load(by));
        }
    }

    private void quotient(Runnable a, Runnable by, boolean negative) {
        a.run();
        by.run();
        b.op(DDIV);
        if (negative) {
            b.op(DNEG);
        }
    }

    /** One number if the first argument of min or max is taken, another if it is the second. */
    private void first(Node.Binary o, double yes, double no) {
        Label second = new Label();
        Label end = new Label();
        load(o.a());
        load(o.b());
        boolean min = o.operation() == Operation.MIN;
        b.op(min ? DCMPG : DCMPL);
        b.m.visitJumpInsn(min ? IFGT : IFLT, second);
        b.push(yes);
        b.m.visitJumpInsn(GOTO, end);
        b.m.visitLabel(second);
        b.push(no);
        b.m.visitLabel(end);
    }
}
