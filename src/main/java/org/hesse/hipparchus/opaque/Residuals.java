package org.hesse.hipparchus.opaque;

import org.hesse.linear.Vectors;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Oracle;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem.Evaluation;
import org.hipparchus.util.Pair;

/** The residuals of an oracle as a model that should be 0: each question but the first, which is asked ahead, is an evaluation. */
final class Residuals {
    private final LeastSquares inner;
    private Pair<RealVector, RealMatrix> first;

    Residuals(Oracle f) {
        inner = f.need(LeastSquares.class);
    }

    /** Whether the residuals are finite at a start: Hipparchus's loops need not end where they are not. */
    boolean begins(double[] x0) {
        first = evaluated(x0);
        double[] r = first.getFirst().toArray();
        return Double.isFinite(Vectors.dot(r, r));
    }

    private Pair<RealVector, RealMatrix> linearised(RealVector point) {
        Pair<RealVector, RealMatrix> ahead = first; // Hipparchus asks at the start first
        first = null;
        return ahead != null ? ahead : evaluated(point.toArray());
    }

    private Pair<RealVector, RealMatrix> evaluated(double[] x) {
        double[] r = new double[inner.residualCount()];
        double[][] jacobian = new double[r.length][x.length];
        inner.residualsAndJacobian(x, r, jacobian);
        return new Pair<>(new ArrayRealVector(r, false), MatrixUtils.createRealMatrix(jacobian));
    }

    /** The problem, without limits, for those are the oracle's. */
    LeastSquaresProblem problem(double[] x0, ConvergenceChecker<Evaluation> checker) {
        RealVector zero = new ArrayRealVector(inner.residualCount());
        RealVector start = new ArrayRealVector(x0);
        return LeastSquaresFactory.create(this::linearised, zero, start, checker, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
