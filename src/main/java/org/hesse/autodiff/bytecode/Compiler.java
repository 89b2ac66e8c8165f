package org.hesse.autodiff.bytecode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hesse.autodiff.text.Node;
import org.hesse.autodiff.text.Program;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes a program a hidden class: {@link ForwardCode} for the value, {@link ReverseCode} after it for the gradient. */
public final class Compiler implements Opcodes {
    static final String NAME = "org/hesse/autodiff/bytecode/Text";

    /** The longest method that HotSpot compiles: its flag HugeMethodLimit. */
    static final int HUGE = 8000;

    /** The largest program that fits a class with its constants, and that is worth it. */
    public static final int MAX_NODES = 16_000;

    private static final int FEW = 20; // variables that are set to 0 one by one
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Program p;
    private final Chunks values;
    private final Chunks gradients;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String a, String b) {
            return "java/lang/Object"; // without loading classes
        }
    };
    private final List<Label> ends = new ArrayList<>();

    private Compiler(Program p, int limit) {
        this.p = p;
        this.values = new Chunks(p, limit, false);
        this.gradients = new Chunks(p, limit, true);
    }

    /**
     * Compiles a program.
     *
     * @param p a program of at most {@link #MAX_NODES} nodes
     * @return its value and gradient
     */
    public static Compiled compile(Program p) {
        int limit = HUGE - 1000;
        Compiler c = new Compiler(p, limit);
        byte[] bytes = c.write();
        while (c.longest() >= HUGE) { // the bytes of a node are estimated
            limit /= 2;
            c = new Compiler(p, limit);
            bytes = c.write();
        }
        boolean spread = c.values.any() || c.gradients.any();
        return new Compiled(instance(bytes), spread ? 2 * p.nodes().size() : 0);
    }

    private static Code instance(byte[] bytes) {
        try {
            MethodHandles.Lookup hidden = LOOKUP.defineHiddenClass(bytes, true);
            return (Code) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) { // declared by invoke; nothing here can be the fault of a text
            throw new IllegalStateException("a compiled expression is not a class: " + e, e);
        }
    }

    /** The length of the longest method. */
    private int longest() {
        return ends.stream().mapToInt(Label::getOffset).max().orElseThrow();
    }

    private byte[] write() {
        out.visit(V17, ACC_FINAL, NAME, null, "java/lang/Object", new String[] {Type.getInternalName(Code.class)});
        method(0, "<init>", "()V", b -> {
            b.m.visitVarInsn(ALOAD, 0);
            b.m.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            b.op(RETURN);
        });
        method(ACC_PUBLIC, "value", "([D[D)D", b -> {
            b.m.visitVarInsn(ALOAD, 2); // w, without g before it
            b.m.visitVarInsn(ASTORE, Bytecode.W);
            ForwardCode f = new ForwardCode(p, values, b);
            f.forward(p.main());
            f.load(p.main().result());
            b.op(DRETURN);
        });
        method(ACC_PUBLIC, "gradient", "([D[D[D)D", this::gradient);
        spread(values, false);
        spread(gradients, false);
        spread(gradients, true);
        out.visitEnd();
        return out.toByteArray();
    }

    private interface Body {
        void write(Bytecode b);
    }

    private void method(int access, String name, String signature, Body body) {
        MethodVisitor m = out.visitMethod(access, name, signature, null, null);
        m.visitCode();
        body.write(new Bytecode(m));
        Label end = new Label();
        m.visitLabel(end);
        ends.add(end);
        m.visitMaxs(0, 0);
        m.visitEnd();
    }

    private void gradient(Bytecode b) {
        boolean few = p.variables() <= FEW && p.variables() == p.symbols() && !gradients.any();
        if (few) {
            for (int i = 0; i < p.variables(); i++) {
                b.array(Bytecode.G, i);
                b.op(DCONST_0, DASTORE);
            }
        } else {
            fill(b, 0);
        }
        ReverseCode r = new ReverseCode(p, gradients, b, p.main());
        r.forward(p.main());
        int y = b.local();
        r.load(p.main().result());
        b.store(y);
        r.seed(p.main().result());
        r.reverse(p.main());
        Label number = new Label();
        b.load(y);
        b.load(y);
        b.op(DCMPL);
        b.m.visitJumpInsn(IFEQ, number);
        fill(b, Double.NaN);
        b.m.visitLabel(number);
        b.load(y);
        b.op(DRETURN);
    }

    private static void fill(Bytecode b, double value) {
        b.m.visitVarInsn(ALOAD, Bytecode.G);
        b.push(value);
        b.m.visitMethodInsn(INVOKESTATIC, Type.getInternalName(Arrays.class), "fill", "([DD)V", false);
    }

    private void spread(Chunks chunks, boolean reverse) {
        for (Node.Block block : chunks.blocks()) {
            List<List<Integer>> nodes = chunks.of(block);
            for (int i = 0; i < nodes.size(); i++) {
                List<Integer> chunk = nodes.get(i);
                method(0, chunks.name(block, i, reverse), Chunks.SIGNATURE, b -> {
                    ReverseCode code = new ReverseCode(p, chunks, b, block);
                    if (reverse) {
                        code.reverse(chunk);
                    } else {
                        chunk.forEach(code::forward);
                    }
                    b.op(RETURN);
                });
            }
        }
    }
}
