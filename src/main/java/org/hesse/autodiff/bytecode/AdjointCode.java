package org.hesse.autodiff.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hesse.autodiff.text.Node;
import org.hesse.autodiff.text.Program;
import org.objectweb.asm.Label;

/**
 * Adjoints in a method: in local variables, those of nodes in the workspace in w[N + k] for node k of N; an adjoint that
 * does not depend on x is a constant of this class. An adjoint of 0 meets no derivative, which may be infinite, unless
 * that is known to be finite.
 */
class AdjointCode extends ForwardCode {
    private final Map<Integer, Integer> adjoint = new HashMap<>(); // local variables by node
    private final Map<Integer, Double> constant = new HashMap<>();
    Node.Block current; // the block whose instructions are being written, one after the other

    AdjointCode(Program p, Chunks chunks, Bytecode b, Node.Block current) {
        super(p, chunks, b);
        this.current = current;
    }

    /** Whether anything was added to the adjoint of k. */
    final boolean hasAdjoint(int k) {
        return adjoint.containsKey(k) || constant.getOrDefault(k, 0.0) != 0;
    }

    /** The adjoint of a shared node, leaving 0 for the next time. */
    final void take(int k) {
        int local = b.local();
        b.array(Bytecode.W, p.nodes().size() + k);
        b.op(DUP2, DALOAD);
        b.store(local);
        b.op(DCONST_0, DASTORE);
        adjoint.put(k, local);
    }

    /** Makes adjoints that the blocks add to ready before these: variables, for these may run often or never. */
    final void prepare(List<Node.Block> blocks) {
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
    final void pass(int k, int a, double c) {
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
    final void add(int a, int k, boolean finite, Runnable derivative) {
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

    final void push(int k) {
        Double c = constant.get(k);
        if (c != null) {
            b.push(c);
        } else {
            b.load(adjoint.get(k));
        }
    }

    /** Gives the result of f its adjoint 1. */
    final void seed(int result) {
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
