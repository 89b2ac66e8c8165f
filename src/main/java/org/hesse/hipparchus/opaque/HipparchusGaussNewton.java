package org.hesse.hipparchus.opaque;

import java.util.Set;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Opaque;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hipparchus.linear.CholeskyDecomposer;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.LUDecomposer;
import org.hipparchus.linear.MatrixDecomposer;
import org.hipparchus.linear.QRDecomposer;
import org.hipparchus.linear.SingularValueDecomposer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.EvaluationRmsChecker;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;

/**
 * Hipparchus's {@link GaussNewtonOptimizer}: full steps, which need not descend.
 *
 * @param decomposer how JᵀJ, or with QR and SVD J itself, is solved
 * @param tolerance the change of the root mean square of the residuals, relative or absolute, at which it ends; positive
 */
public record HipparchusGaussNewton(Decomposer decomposer, double tolerance) implements Opaque {
    private static final double SINGULAR = 1e-11; // the threshold of Hipparchus for QR and LU

    /** The decompositions. */
    public enum Decomposer {
        /** QR of J. */
        QR,
        /** Singular values of J, with least norm where J is singular. */
        SVD,
        /** LU of JᵀJ. */
        LU,
        /** Cholesky of JᵀJ. */
        CHOLESKY
    }

    /** Checks the tolerance. */
    public HipparchusGaussNewton {
        Hyperparameters.positive("hipparchus-gauss-newton", "tolerance", tolerance);
    }

    /** By QR, as Hipparchus does it, until the residuals change by 1e-14. */
    public HipparchusGaussNewton() {
        this(Decomposer.QR, 1e-14);
    }

    @Override
    public String name() {
        return "hipparchus-gauss-newton";
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(LeastSquares.class);
    }

    @Override
    public double[] run(Oracle f, double[] x0) {
        Residuals residuals = new Residuals(f);
        boolean normal = decomposer == Decomposer.LU || decomposer == Decomposer.CHOLESKY;
        return residuals.begins(x0)
                ? new GaussNewtonOptimizer(matrixDecomposer(), normal)
                        .optimize(residuals.problem(x0, new EvaluationRmsChecker(tolerance)))
                        .getPoint()
                        .toArray()
                : x0;
    }

    private MatrixDecomposer matrixDecomposer() {
        return switch (decomposer) {
            case QR -> new QRDecomposer(SINGULAR);
            case SVD -> new SingularValueDecomposer();
            case LU -> new LUDecomposer(SINGULAR);
            case CHOLESKY ->
                new CholeskyDecomposer(
                        CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD,
                        CholeskyDecomposition.DEFAULT_ABSOLUTE_POSITIVITY_THRESHOLD);
        };
    }
}
