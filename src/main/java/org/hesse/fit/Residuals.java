package org.hesse.fit;

/** Weighted residuals rᵢ = (m(b; xᵢ) − yᵢ)/σᵢ with exact derivatives of first and second order. */
interface Residuals {
    /** The number of residuals, m. */
    int count();

    /** The residuals at b: r receives them, length m. */
    void at(double[] b, double[] r);

    /** The residuals and their Jacobian, m rows of length p. */
    void withJacobian(double[] b, double[] r, double[][] jacobian);

    /** The Hessian of ½‖r‖²: JᵀJ + Σ rᵢ∇²rᵢ. */
    double[][] hessian(double[] b);
}
