package org.hesse.objective;

/** An objective f(x) = ½‖r(x)‖² with residuals r: Rⁿ → Rᵐ. */
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
        };
    }
}
