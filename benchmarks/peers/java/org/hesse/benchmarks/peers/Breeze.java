package org.hesse.benchmarks.peers;

import breeze.linalg.DenseVector;
import breeze.linalg.DenseVector$;
import breeze.optimize.DiffFunction;
import breeze.optimize.FirstOrderMinimizer;
import breeze.optimize.FirstOrderMinimizer$;
import breeze.optimize.LBFGS;
import java.util.Optional;
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
        var end = solver.minimizeAndReturnState(new Function(f), new DenseVector<>(start.clone()));
        Option<FirstOrderMinimizer.ConvergenceReason> reason =
                solver.convergenceCheck().apply(end, end.convergenceInfo());
        boolean success = reason.isDefined()
                && (reason.get() == FirstOrderMinimizer.GradientConverged$.MODULE$
                        || reason.get() == FirstOrderMinimizer.FunctionValuesConverged$.MODULE$);
        return new Claim(Optional.of(success), (double[]) end.x().data());
    }

    private record Function(Objective f) implements DiffFunction<DenseVector<Object>> {
        @Override
        public Tuple2<Object, DenseVector<Object>> calculate(DenseVector<Object> x) {
            double[] g = new double[f.dimension()];
            double value = f.valueAndGradient((double[]) x.data(), g);
            return new Tuple2<>(value, new DenseVector<>(g));
        }
    }
}
