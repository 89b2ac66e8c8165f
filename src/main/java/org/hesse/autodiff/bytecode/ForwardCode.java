package org.hesse.autodiff.bytecode;

import java.util.HashMap;
import java.util.Map;
import org.hesse.autodiff.graph.Operation;
import org.hesse.autodiff.text.Node;
import org.hesse.autodiff.text.Program;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Writes the values of a program into one method: each node into a local variable; nodes of a block that is spread over
 * several methods also into the workspace, w[k] for node k.
 */
class ForwardCode implements Opcodes {
    final Program p;
    final Chunks chunks;
    final Bytecode b;
    private final Map<Integer, Integer> value = new HashMap<>(); // local variables by node
    private final Map<Integer, Integer> index = new HashMap<>(); // int variables by index node

    ForwardCode(Program p, Chunks chunks, Bytecode b) {
        this.p = p;
        this.chunks = chunks;
        this.b = b;
    }

    /** The values of a block: here, or by calling its methods. */
    final void forward(Node.Block block) {
        if (chunks.isSpread(block)) {
            chunks.call(block, false, b);
        } else {
            block.nodes().forEach(this::forward);
        }
    }

    final void forward(int k) {
        if (!chunks.isLive(k)) {
            return;
        }
        Node node = p.node(k);
        if (node instanceof Node.Loop l) {
            loop(k, l);
        } else if (node instanceof Node.Choice c) {
            int local = b.local();
            b.choose(() -> load(c.condition()), () -> arm(c.yes(), local), () -> arm(c.no(), local));
            define(k, local);
        } else if (!(node instanceof Node.Constant) && !(node instanceof Node.Index)) {
            int local = b.local();
            operation(node);
            b.store(local);
            define(k, local);
        }
    }

    private void arm(Node.Block arm, int local) {
        forward(arm);
        load(arm.result());
        b.store(local);
    }

    private void loop(int k, Node.Loop l) {
        int sum = b.local();
        b.push(l.neutral());
        b.store(sum);
        over(l, () -> {
            forward(l.body());
            b.load(sum);
            load(l.body().result());
            b.op(l.operation() == Operation.ADD ? DADD : DMUL);
            b.store(sum);
        });
        define(k, sum);
    }

    /** A loop over the index of {@code l}. */
    final void over(Node.Loop l, Runnable body) {
        int i = b.local();
        b.loop(i, () -> whole(l.from()), () -> whole(l.to()), () -> {
            index.put(l.index(), i);
            if (chunks.isSpread(l.body())) {
                b.array(Bytecode.W, l.index());
                b.m.visitVarInsn(ILOAD, i);
                b.op(I2D, DASTORE);
            }
            body.run();
        });
    }

    private void define(int k, int local) {
        value.put(k, local);
        if (chunks.isShared(k)) {
            b.array(Bytecode.W, k);
            b.load(local);
            b.op(DASTORE);
        }
    }

    /** Pushes a value. */
    final void load(int k) {
        Node node = p.node(k);
        if (node instanceof Node.Constant c) {
            b.push(c.value());
        } else if (index.containsKey(k)) {
            b.m.visitVarInsn(ILOAD, index.get(k));
            b.op(I2D);
        } else if (value.containsKey(k)) {
            b.load(value.get(k));
        } else {
            b.array(Bytecode.W, k);
            b.op(DALOAD);
        }
    }

    /** Pushes a whole number as an int. */
    private void whole(int k) {
        Node node = p.node(k);
        if (node instanceof Node.Constant c) {
            b.push((int) c.value());
        } else if (node instanceof Node.Index && index.containsKey(k)) {
            b.m.visitVarInsn(ILOAD, index.get(k));
        } else if (node instanceof Node.Binary o && p.whole(k)) {
            whole(o.a());
            whole(o.b());
            b.op(o.operation() == Operation.ADD ? IADD : o.operation() == Operation.SUBTRACT ? ISUB : IMUL);
        } else if (node instanceof Node.Unary u && p.whole(k)) {
            whole(u.a());
            b.op(INEG);
        } else {
            load(k);
            b.op(D2I);
        }
    }

    /** Pushes the place of an element in x or g. */
    final void place(int array, Node.Element e) {
        b.m.visitVarInsn(ALOAD, array);
        whole(e.index());
        b.push(p.offset(e.symbol()) - 1);
        b.op(IADD);
    }

    private void operation(Node node) {
        if (node instanceof Node.Variable v) {
            b.array(Bytecode.X, p.offset(v.symbol()));
            b.op(DALOAD);
        } else if (node instanceof Node.Element e) {
            place(Bytecode.X, e);
            b.op(DALOAD);
        } else if (node instanceof Node.Unary u) {
            Arithmetic.value(b, u.function(), () -> load(u.a()));
        } else if (node instanceof Node.Binary o) {
            Arithmetic.value(b, o.operation(), () -> load(o.a()), () -> load(o.b()), exponent(o));
        } else if (node instanceof Node.Comparison c) {
            comparison(c);
        }
    }

    /** A constant second argument, or NaN. */
    final double exponent(Node.Binary o) {
        return p.node(o.b()) instanceof Node.Constant c ? c.value() : Double.NaN;
    }

    private void comparison(Node.Comparison c) {
        load(c.a());
        load(c.b());
        boolean less = c.relation() == Node.Relation.LESS || c.relation() == Node.Relation.LESS_OR_EQUAL;
        b.op(less ? DCMPG : DCMPL); // so that NaN is on the false side
        Label holds = new Label();
        Label end = new Label();
        b.m.visitJumpInsn(
                switch (c.relation()) {
                    case LESS -> IFLT;
                    case LESS_OR_EQUAL -> IFLE;
                    case GREATER -> IFGT;
                    case GREATER_OR_EQUAL -> IFGE;
                    case EQUAL -> IFEQ;
                    case NOT_EQUAL -> IFNE;
                },
                holds);
        b.push(0.0);
        b.m.visitJumpInsn(GOTO, end);
        b.m.visitLabel(holds);
        b.push(1.0);
        b.m.visitLabel(end);
    }
}
