package org.hesse.autodiff.bytecode;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Instructions on doubles, and the local variables of one method: this, x, g, w, then what is asked for. */
final class Bytecode implements Opcodes {
    static final int X = 1;
    static final int G = 2;
    static final int W = 3;

    final MethodVisitor m;
    private int locals = 4;

    Bytecode(MethodVisitor m) {
        this.m = m;
    }

    /** A new local variable. */
    int local() {
        locals += 2;
        return locals - 2;
    }

    void push(double c) {
        if (Double.compare(c, 0) == 0 || c == 1) {
            m.visitInsn(c == 0 ? DCONST_0 : DCONST_1);
        } else {
            m.visitLdcInsn(c);
        }
    }

    void push(int c) {
        if (c >= -1 && c <= 5) {
            m.visitInsn(ICONST_0 + c);
        } else if (c == (byte) c) {
            m.visitIntInsn(BIPUSH, c);
        } else if (c == (short) c) {
            m.visitIntInsn(SIPUSH, c);
        } else {
            m.visitLdcInsn(c);
        }
    }

    void op(int... codes) {
        for (int code : codes) {
            m.visitInsn(code);
        }
    }

    void load(int local) {
        m.visitVarInsn(DLOAD, local);
    }

    void store(int local) {
        m.visitVarInsn(DSTORE, local);
    }

    void array(int array, int index) {
        m.visitVarInsn(ALOAD, array);
        push(index);
    }

    /** array[index] += what is on the stack, where {@code place} pushes array and index. */
    void addTo(Runnable place) {
        int term = local();
        store(term);
        place.run();
        op(DUP2, DALOAD);
        load(term);
        op(DADD, DASTORE);
    }

    /** Goes on at the label if the number on the stack is 0, and not if it is NaN. */
    void ifZero(Label label) {
        op(DCONST_0, DCMPL);
        m.visitJumpInsn(IFEQ, label);
    }

    void math(String name, int arguments) {
        call(Math.class, name, arguments);
    }

    void call(Class<?> owner, String name, int arguments) {
        m.visitMethodInsn(INVOKESTATIC, Type.getInternalName(owner), name, "(" + "D".repeat(arguments) + ")D", false);
    }

    /** Pushes an enum constant, whose method is called once its arguments are pushed. */
    void constant(Enum<?> e) {
        String type = Type.getInternalName(e.getDeclaringClass());
        m.visitFieldInsn(GETSTATIC, type, e.name(), "L" + type + ";");
    }

    void callOn(Enum<?> e, String name, int arguments) {
        String type = Type.getInternalName(e.getDeclaringClass());
        m.visitMethodInsn(INVOKEVIRTUAL, type, name, "(" + "D".repeat(arguments) + ")D", false);
    }

    /** A loop of the int local {@code index} over whole numbers; bounds are pushed by {@code from} and {@code to}. */
    void loop(int index, Runnable from, Runnable to, Runnable body) {
        int last = local();
        Label test = new Label();
        Label again = new Label();
        from.run();
        m.visitVarInsn(ISTORE, index);
        to.run();
        m.visitVarInsn(ISTORE, last);
        m.visitJumpInsn(GOTO, test);
        m.visitLabel(again);
        body.run();
        m.visitIincInsn(index, 1);
        m.visitLabel(test);
        m.visitVarInsn(ILOAD, index);
        m.visitVarInsn(ILOAD, last);
        m.visitJumpInsn(IF_ICMPLE, again);
    }

    /** The first if the number pushed by {@code condition} is not 0, otherwise the second. */
    void choose(Runnable condition, Runnable yes, Runnable no) {
        Label otherwise = new Label();
        Label end = new Label();
        condition.run();
        ifZero(otherwise);
        yes.run();
        m.visitJumpInsn(GOTO, end);
        m.visitLabel(otherwise);
        no.run();
        m.visitLabel(end);
    }
}
