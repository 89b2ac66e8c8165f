package org.hesse.benchmarks.peers;

import breeze.linalg.DenseVector;
import breeze.linalg.DenseVector$;
import breeze.optimize.DiffFunction;
import breeze.optimize.FirstOrderMinimizer;
import breeze.optimize.FirstOrderMinimizer$;
import breeze.optimize.LBFGS;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.hesse.objective.Objective;
import scala.Option;
import scala.Tuple2;

/** Breeze's L-BFGS, m = 10 where its tolerances are off. */
record Breeze() implements Solver {
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

    /** As a proxy: of apply there are two that differ in what they return alone, which Java's language does not have. */
    @SuppressWarnings("unchecked")
    private static DiffFunction<DenseVector<Object>> function(Objective f) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("calculate")) {
                double[] g = new double[f.dimension()];
                double value = f.valueAndGradient(data(arguments[0]), g);
                return new Tuple2<>(value, new DenseVector<>(g));
            }
            return method.getName().equals("apply")
                    ? f.value(data(arguments[0]))
                    : InvocationHandler.invokeDefault(proxy, method, arguments);
        };
        return (DiffFunction<DenseVector<Object>>)
                Proxy.newProxyInstance(Breeze.class.getClassLoader(), new Class<?>[] {DiffFunction.class}, handler);
    }

    private static double[] data(Object vector) {
        return (double[]) ((DenseVector<?>) vector).data();
    }
}
