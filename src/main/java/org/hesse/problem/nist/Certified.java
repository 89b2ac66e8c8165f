package org.hesse.problem.nist;

import java.util.Arrays;

/**
 * The certified values of a regression, to 11 digits, made by the NIST in 128-bit arithmetic. The standard errors are the
 * roots of the diagonal of s²(JᵀJ)⁻¹ with s² = {@code residualSumOfSquares / degreesOfFreedom} and J the Jacobian of the
 * residuals. The arrays are shared, not copied.
 *
 * @param parameters the least-squares estimates b, length p
 * @param standardErrors their standard deviations, length p
 * @param residualSumOfSquares ‖r(b)‖²
 * @param residualStandardDeviation s
 * @param degreesOfFreedom the number of observations less p
 */
public record Certified(
        double[] parameters,
        double[] standardErrors,
        double residualSumOfSquares,
        double residualStandardDeviation,
        int degreesOfFreedom) {
    @Override
    public String toString() {
        return "RSS " + residualSumOfSquares + " at " + Arrays.toString(parameters);
    }
}
