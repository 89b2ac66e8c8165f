package org.hesse.benchmarks.peers;

import breeze.linalg.DenseVector;
import breeze.linalg.DenseVector$;
import breeze.optimize.DiffFunction;
import breeze.optimize.FirstOrderMinimizer;
import breeze.optimize.FirstOrderMinimizer$;
import breeze.optimize.LBFGS;
import java.lang.invoke.MethodHandles;
import java.util.function.Function;
import org.hesse.objective.Objective;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import scala.Option;
import scala.Tuple2;

/** Breeze's L-BFGS, m = 10 where its tolerances are off. */
record Breeze() implements Solver {
    private static final Class<?> MADE = made();
    private static final int FOREVER = Integer.MAX_VALUE;

    @Override
    public String name() {
        return "Breeze L-BFGS";
    }

    @Override
    public Claim solve(Objective f, double[] start, boolean defaults) {
        var space = DenseVector$.MODULE$.space_Double();
        FirstOrderMinimizer.ConvergenceCheck<DenseVector<Object>> never = FirstOrderMinimizer$.MODULE$
                .<DenseVector<Object>>maxIterationsReached(FOREVER)
                .$bar$bar(FirstOrderMinimizer$.MODULE$.searchFailed());
        LBFGS<DenseVector<Object>> solver = defaults ? new LBFGS<>(-1, 7, 1e-9, space) : new LBFGS<>(never, 10, space);
        var end = solver.minimizeAndReturnState(function(f), new DenseVector<>(start.clone()));
        Option<FirstOrderMinimizer.ConvergenceReason> reason =
                solver.convergenceCheck().apply(end, end.convergenceInfo());
        boolean success = reason.isDefined()
                && (reason.get() == FirstOrderMinimizer.GradientConverged$.MODULE$
                        || reason.get() == FirstOrderMinimizer.FunctionValuesConverged$.MODULE$);
        return new Claim(success, data(end.x()));
    }

    private static Function<Object, Object> calculate(Objective f) {
        return x -> {
            double[] g = new double[f.dimension()];
            double value = f.valueAndGradient(data(x), g);
            return new Tuple2<>(value, new DenseVector<>(g));
        };
    }

    /**
     * A function for Breeze. It is a trait of Scala with two methods apply(Object), of double and of Object, which neither
     * Java's language nor its proxies can implement; so a class is made that inherits both from one of Breeze's own.
     */
    @SuppressWarnings("unchecked")
    private static DiffFunction<DenseVector<Object>> function(Objective f) {
        try {
            return (DiffFunction<DenseVector<Object>>)
                    MADE.getConstructor(Function.class).newInstance(calculate(f));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Breeze: another version than this was written for", e);
        }
    }

    private static Class<?> made() {
        String name = "org/hesse/benchmarks/peers/BreezeFunction";
        String parent = "breeze/optimize/CachedDiffFunction";
        String type = "Ljava/util/function/Function;";
        ClassWriter made = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        made.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, null);
        made.visitField(Opcodes.ACC_PRIVATE, "f", type, null, null).visitEnd();
        MethodVisitor make = made.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(" + type + ")V", null, null);
        make.visitVarInsn(Opcodes.ALOAD, 0);
        make.visitInsn(Opcodes.ACONST_NULL); // what to cache
        make.visitInsn(Opcodes.ACONST_NULL); // and how
        String parameters = "(Lbreeze/optimize/DiffFunction;Lbreeze/linalg/support/CanCopy;)V";
        make.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, "<init>", parameters, false);
        make.visitVarInsn(Opcodes.ALOAD, 0);
        make.visitVarInsn(Opcodes.ALOAD, 1);
        make.visitFieldInsn(Opcodes.PUTFIELD, name, "f", type);
        make.visitInsn(Opcodes.RETURN);
        make.visitMaxs(0, 0);
        String returned = "scala/Tuple2";
        MethodVisitor calculate =
                made.visitMethod(Opcodes.ACC_PUBLIC, "calculate", "(Ljava/lang/Object;)L" + returned + ";", null, null);
        calculate.visitVarInsn(Opcodes.ALOAD, 0);
        calculate.visitFieldInsn(Opcodes.GETFIELD, name, "f", type);
        calculate.visitVarInsn(Opcodes.ALOAD, 1);
        calculate.visitMethodInsn(
                Opcodes.INVOKEINTERFACE,
                "java/util/function/Function",
                "apply",
                "(Ljava/lang/Object;)Ljava/lang/Object;",
                true);
        calculate.visitTypeInsn(Opcodes.CHECKCAST, returned);
        calculate.visitInsn(Opcodes.ARETURN);
        calculate.visitMaxs(0, 0);
        try {
            return MethodHandles.lookup().defineClass(made.toByteArray());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] data(Object vector) {
        return (double[]) ((DenseVector<?>) vector).data();
    }
}
