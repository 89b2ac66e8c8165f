package org.hesse.objective;

/**
 * An objective f(x) = ½‖r(x)‖² with residuals r: Rⁿ → Rᵐ, or with another {@link #loss} of these residuals ({@link Robust}).
 */
public interface LeastSquares extends Structure {
    /**
     * The number of variables.
     *
     * @return n
     */
    int dimension();

    /**
     * The number of residuals.
     *
     * @return m, at least 1
     */
    int residualCount();

    /**
     * The residuals at a point.
     *
     * @param x the point, length n, not modified
     * @param r receives r(x), length m, <em>modified</em>
     */
    void residuals(double[] x, double[] r);

    /**
     * The residuals and their Jacobian at a point.
     *
     * @param x the point, length n, not modified
     * @param r receives r(x), length m, <em>modified</em>
     * @param jacobian receives ∂rᵢ/∂xⱼ in row i and column j, m rows of length n, <em>modified</em>
     */
    void residualsAndJacobian(double[] x, double[] r, double[][] jacobian);

    /**
     * What residuals cost.
     *
     * @return by default half their squares
     */
    default RobustLoss loss() {
        return RobustLoss.SQUARES;
    }

    /**
     * The same residuals at another cost.
     *
     * @param loss what residuals are to cost
     * @return a view
     */
    default LeastSquares with(RobustLoss loss) {
        return new LossOfResiduals(this, loss);
    }

    /**
     * Whether {@link #weightedCurvature} can be called.
     *
     * @return by default false
     */
    default boolean isCurved() {
        return false;
    }

    /**
     * The Hessian of a sum of residuals, with which JᵀJ becomes the Hessian of f.
     *
     * @param x the point, length n, not modified and not kept
     * @param weights w, length m, not modified and not kept
     * @return Σ wᵢ∇²rᵢ(x)
     * @throws IllegalStateException if {@link #isCurved} is false
     */
    default Hessian weightedCurvature(double[] x, double[] weights) {
        throw new IllegalStateException("residuals without second derivatives");
    }

    @Override
    default LeastSquares metered(Meter meter) {
        LeastSquares inner = this;
        return new LeastSquares() {
            @Override
            public int dimension() {
                return inner.dimension();
            }

            @Override
            public int residualCount() {
                return inner.residualCount();
            }

            @Override
            public void residuals(double[] x, double[] r) {
                meter.charge(Work.VALUE, 1, () -> {
                    inner.residuals(x, r);
                    return null;
                });
            }

            @Override
            public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
                meter.charge(Work.GRADIENT, 1, () -> {
                    inner.residualsAndJacobian(x, r, jacobian);
                    return null;
                });
            }

            @Override
            public RobustLoss loss() {
                return inner.loss();
            }

            @Override
            public boolean isCurved() {
                return inner.isCurved();
            }

            @Override
            public Hessian weightedCurvature(double[] x, double[] weights) {
                double[] at = x.clone();
                double[] w = weights.clone();
                return new MeteredHessian(at.length, () -> inner.weightedCurvature(at, w), meter);
            }
        };
    }
}
