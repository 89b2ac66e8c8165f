package org.hesse.hipparchus;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** The distributions that the statistics of a fit need, by the special functions of Hipparchus. */
public final class Distributions {
    private static final int HALVINGS = 200;

    private Distributions() {}

    /**
     * The probability of a χ² at least this large.
     *
     * @param chi2 at least 0
     * @param dof degrees of freedom, at least 1
     * @return Q(dof/2, χ²/2), the upper regularised incomplete gamma function
     */
    public static double chiSquareTail(double chi2, int dof) {
        return Gamma.regularizedGammaQ(dof / 2.0, chi2 / 2);
    }

    /**
     * The half width of the central interval of the normal distribution.
     *
     * @param level the probability inside, between 0 and 1
     * @return z with P(|Z| ≤ z) = level, for example 1.96 of 0.95
     */
    public static double normal(double level) {
        return Math.sqrt(2) * Erf.erfInv(level);
    }

    /**
     * The half width of the central interval of Student's distribution; its square is the quantile of F with 1 and dof
     * degrees of freedom.
     *
     * @param level the probability inside, between 0 and 1
     * @param dof degrees of freedom, at least 1
     * @return t with P(|T| ≤ t) = level
     */
    public static double student(double level, int dof) {
        // P(|T| > t) = I_w(dof/2, 1/2) with w = dof/(dof + t²), which grows with w
        double low = 0;
        double high = 1;
        for (int k = 0; k < HALVINGS && high - low > Math.ulp(high); k++) {
            double w = (low + high) / 2;
            if (Beta.regularizedBeta(w, dof / 2.0, 0.5) < 1 - level) {
                low = w;
            } else {
                high = w;
            }
        }
        double w = (low + high) / 2;
        return Math.sqrt(dof * (1 - w) / w);
    }
}
