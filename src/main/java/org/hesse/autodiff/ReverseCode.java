package org.hesse.autodiff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;

/**
 * Writes the reverse sweep of a gradient: adjoints in local variables, those of nodes in the workspace in w[N + k] for
 * node k of N. The adjoint of a sum only passes down to its terms, so a loop keeps nothing: its body is run again and
 * then reversed, for each value of the index; so are the arms of a conditional. An adjoint of 0 meets no derivative, which
 * may be infinite, unless that is known to be finite. Source: Griewank and Walther, Evaluating Derivatives (2nd edition,
 * 2008), section 3.2.
 */
final class ReverseCode extends ForwardCode {
    private final Map<Integer, Integer> adjoint = new HashMap<>(); // local variables by node
    private final Map<Integer, Double> constant = new HashMap<>(); // adjoints that do not depend on x
    private Node.Block current; // the block whose instructions are being written, one after the other

    ReverseCode(Program p, Chunks chunks, Bytecode b, Node.Block current) {
        super(p, chunks, b);
        this.current = current;
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
                if (adjoint.containsKey(k) || constant.getOrDefault(k, 0.0) != 0) {
                    reverse(k, p.node(k));
                }
            }
        }
    }

    /** The adjoint of a shared node, leaving 0 for the next time. */
    private void take(int k) {
        int local = b.local();
        b.array(Bytecode.W, p.nodes().size() + k);
        b.op(DUP2, DALOAD);
        b.store(local);
        b.op(DCONST_0, DASTORE);
        adjoint.put(k, local);
    }

    private void reverse(int k, Node node) {
        if (node instanceof Node.Variable v) {
            b.array(Bytecode.G, p.offsets()[v.symbol()]);
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
                    b.m.visitMethodInsn(INVOKESTATIC, "org/hesse/autodiff/Operation", "logTimes", "(DDI)D", false);
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

    /** Makes adjoints that the blocks add to ready before these: variables, for these may run often or never. */
    private void prepare(List<Node.Block> blocks) {
        Set<Integer> used = new HashSet<>();
        blocks.forEach(block -> collect(block, used));
        for (int a : used) {
            if (chunks.isActive(a) && !chunks.isShared(a) && !adjoint.containsKey(a) && chunks.home(a) == current) {
                Double c = constant.remove(a);
                b.push(c == null ? 0 : c);
                adjoint.put(a, b.local());
                b.store(adjoint.get(a));
            }
        }
    }

    private void collect(Node.Block block, Set<Integer> used) {
        used.add(block.result());
        for (int k : block.nodes()) {
            Node node = p.node(k);
            if (node instanceof Node.Loop l) {
                collect(l.body(), used);
            } else if (node instanceof Node.Choice c) {
                collect(c.yes(), used);
                collect(c.no(), used);
            } else {
                used.addAll(p.arguments(node));
            }
        }
    }

    /** Adds the adjoint of k, times c, to that of a. */
    private void pass(int k, int a, double c) {
        if (c == 0 || !chunks.isActive(a)) {
            return;
        }
        Double known = constant.get(k);
        if (known != null && !chunks.isShared(a) && !adjoint.containsKey(a) && chunks.home(a) == current) {
            constant.merge(a, known * c, Double::sum);
        } else {
            add(a, k, true, () -> b.push(c));
        }
    }

    /** Adds the adjoint of k times a derivative to the adjoint of a. */
    private void add(int a, int k, boolean finite, Runnable derivative) {
        if (!chunks.isActive(a)) {
            return;
        }
        times(k, finite, derivative);
        if (chunks.isShared(a)) {
            b.addTo(() -> b.array(Bytecode.W, p.nodes().size() + a));
            return;
        }
        Double c = constant.remove(a);
        if (c != null) {
            b.push(c);
            b.op(DADD);
        } else if (adjoint.containsKey(a)) {
            b.load(adjoint.get(a));
            b.op(DADD);
        }
        b.store(adjoint.computeIfAbsent(a, any -> b.local()));
    }

    /** Pushes the adjoint of k times a derivative. */
    private void times(int k, boolean finite, Runnable derivative) {
        Label without = new Label();
        Label end = new Label();
        boolean guarded = !finite && !constant.containsKey(k);
        if (guarded) {
            push(k);
            b.ifZero(without);
        }
        push(k);
        derivative.run();
        b.op(DMUL);
        if (guarded) {
            b.m.visitJumpInsn(GOTO, end);
            b.m.visitLabel(without);
            b.push(0.0);
            b.m.visitLabel(end);
        }
    }

    private void push(int k) {
        Double c = constant.get(k);
        if (c != null) {
            b.push(c);
        } else {
            b.load(adjoint.get(k));
        }
    }

    /** Gives the result of f its adjoint 1. */
    void seed(int result) {
        if (!chunks.isActive(result)) {
            return;
        }
        if (chunks.isShared(result)) {
            b.array(Bytecode.W, p.nodes().size() + result);
            b.op(DCONST_1, DASTORE);
        } else {
            constant.put(result, 1.0);
        }
    }
}
