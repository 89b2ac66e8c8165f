package org.hesse.objective;

/** Residuals at another cost. */
record LossOfResiduals(LeastSquares inner, RobustLoss loss) implements LeastSquares {
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
        inner.residuals(x, r);
    }

    @Override
    public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
        inner.residualsAndJacobian(x, r, jacobian);
    }

    @Override
    public boolean isCurved() {
        return inner.isCurved();
    }

    @Override
    public Hessian weightedCurvature(double[] x, double[] weights) {
        return inner.weightedCurvature(x, weights);
    }
}
