package org.hesse.autodiff.bytecode;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.autodiff.text.Node;
import org.hesse.autodiff.text.Program;
import org.objectweb.asm.Opcodes;

/**
 * How a program is spread over methods: HotSpot compiles none of more than 8000 bytes. A block that is too long becomes
 * several methods, its values go through the workspace.
 */
final class Chunks {
    static final String SIGNATURE = "([D[D[D)V";

    private final Program p;
    private final boolean gradient;
    private final boolean[] live;
    private final Node.Block[] home;
    private final Map<Node.Block, List<List<Integer>>> spread = new IdentityHashMap<>();
    private final List<Node.Block> order = new ArrayList<>(); // of the spread blocks: their numbers

    /**
     * A plan.
     *
     * @param limit about how many bytes a method may have
     * @param gradient whether the methods are those of the gradient
     */
    Chunks(Program p, int limit, boolean gradient) {
        this.p = p;
        this.gradient = gradient;
        this.live = new boolean[p.nodes().size()];
        this.home = new Node.Block[live.length];
        mark();
        bytes(p.main(), limit);
    }

    /** A node is live if the result needs it; an index that is computed in whole numbers needs no node. */
    private void mark() {
        live[p.main().result()] = true;
        for (int k = live.length - 1; k >= 0; k--) {
            if (live[k]) {
                mark(p.node(k));
            }
        }
    }

    private void mark(Node node) {
        if (node instanceof Node.Element e) {
            markUnlessWhole(e.index());
        } else if (node instanceof Node.Loop l) {
            markUnlessWhole(l.from());
            markUnlessWhole(l.to());
            live[l.body().result()] = true;
        } else if (node instanceof Node.Choice c) {
            live[c.condition()] = true;
            live[c.yes().result()] = true;
            live[c.no().result()] = true;
        } else {
            p.arguments(node).forEach(a -> live[a] = true);
        }
    }

    private void markUnlessWhole(int k) {
        live[k] |= !p.whole(k);
    }

    /** The bytes of a block if written in one place; spreads it if they are too many. */
    private int bytes(Node.Block block, int limit) {
        List<List<Integer>> chunks = new ArrayList<>(List.of(new ArrayList<>()));
        int all = 0;
        int inChunk = 0;
        int before = spread.size();
        for (int k : block.nodes()) {
            home[k] = block;
            int bytes = live[k] ? bytes(p.node(k), limit) : 0;
            if (inChunk + bytes > limit) {
                chunks.add(new ArrayList<>());
                inChunk = 0;
            }
            chunks.get(chunks.size() - 1).add(k);
            inChunk += bytes;
            all += bytes;
        }
        if (chunks.size() == 1 && spread.size() == before) { // inner methods see outer values in the workspace only
            return all;
        }
        spread.put(block, chunks);
        order.add(block);
        return 20 * chunks.size();
    }

    /** From above, of the instructions that {@link ForwardCode} and {@link ReverseCode} write. */
    private int bytes(Node node, int limit) {
        if (node instanceof Node.Loop l) {
            int body = bytes(l.body(), limit);
            return gradient ? 250 + 3 * body : 60 + body;
        }
        if (node instanceof Node.Choice c) {
            int arms = bytes(c.yes(), limit) + bytes(c.no(), limit);
            return gradient ? 100 + 2 * arms : 50 + arms;
        }
        return gradient ? 120 : 30;
    }

    boolean isLive(int k) {
        return live[k];
    }

    /** Whether a node has an adjoint: it is needed, and a number that depends on x. */
    boolean isActive(int k) {
        return live[k] && !p.numeric(k);
    }

    /** The block that a node stands in. */
    Node.Block home(int k) {
        return home[k];
    }

    boolean isSpread(Node.Block block) {
        return spread.containsKey(block);
    }

    /** Whether the value of a node is in the workspace. */
    boolean isShared(int k) {
        return isSpread(home[k]);
    }

    boolean any() {
        return !order.isEmpty();
    }

    /** The blocks that are spread. */
    List<Node.Block> blocks() {
        return order;
    }

    List<List<Integer>> of(Node.Block block) {
        return spread.get(block);
    }

    String name(Node.Block block, int chunk, boolean reverse) {
        return (gradient ? "gradient" : "value") + (reverse ? "Back" : "") + order.indexOf(block) + "_" + chunk;
    }

    /** Calls the methods of a spread block. */
    void call(Node.Block block, boolean reverse, Bytecode b) {
        int n = of(block).size();
        for (int i = 0; i < n; i++) {
            for (int local = 0; local <= Bytecode.W; local++) {
                b.m.visitVarInsn(Opcodes.ALOAD, local);
            }
            String name = name(block, reverse ? n - 1 - i : i, reverse);
            b.m.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Compiler.NAME, name, SIGNATURE, false);
        }
    }
}
