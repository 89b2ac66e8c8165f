package org.hesse.linear;

/**
 * The standard normal distribution, its tails right to full relative precision.
 *
 * <p>Φ(−|z|) = ½exp(−z²/2)·erfcx(x), x = |z|/√2, with (1 + 2x)·erfcx(x) = exp(x²)·erfc(x)·(1 + 2x) as a polynomial in
 * t = (x − 3.5)/(x + 3.5): the map of Shepherd and Laframboise (1981), Mathematics of Computation 36, 249–253. The
 * polynomial is the Chebyshev interpolant of degree 23, made in 60 digits; the error of erfcx is at most 4e-16 of it.
 */
public final class Normal {
    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double DENSITY_AT_0 = 0.3989422804014327; // 1/√(2π)
    private static final double CENTRE = 3.5;
    private static final double FAR = 60; // where exp(−x²) is 0
    private static final double[] C = {
        1.2423492448711544,
        -0.1400091801376197,
        -0.010555596332221669,
        0.09751909515328706,
        -0.11508959816003075,
        0.08798315382403678,
        -0.04882332583088402,
        0.019099330953271165,
        -0.004215019879774186,
        -0.0003022679534333239,
        0.0005643842668705102,
        -0.00012151212091980101,
        -4.2781739959539994e-05,
        2.4260300984917994e-05,
        2.3273309537791425e-06,
        -3.814012584490695e-06,
        -4.309237398316666e-08,
        6.014823849950426e-07,
        -8.611571571113718e-09,
        -9.64004253144383e-08,
        6.651894382376532e-10,
        1.3624442778701048e-08,
        6.040390099342991e-11,
        -1.1656687889203665e-09
    };

    private Normal() {}

    /**
     * exp(−z²/2), of which both functions below are made.
     *
     * @param z any number
     * @return from 0 to 1
     */
    public static double bell(double z) {
        return Math.exp(-0.5 * z * z);
    }

    /**
     * The density φ(z).
     *
     * @param bell {@link #bell}(z)
     * @return φ(z)
     */
    public static double density(double bell) {
        return DENSITY_AT_0 * bell;
    }

    /**
     * The distribution function Φ(z).
     *
     * @param z any number
     * @param bell {@link #bell}(z)
     * @return from 0 to 1; NaN for NaN
     */
    public static double below(double z, double bell) {
        double x = Math.min(Math.abs(z) * ROOT_HALF, FAR);
        double t = (x - CENTRE) / (x + CENTRE);
        double p = C[C.length - 1];
        for (int i = C.length - 2; i >= 0; i--) {
            p = p * t + C[i];
        }
        double tail = 0.5 * bell * p / (1 + 2 * x);
        return z < 0 ? tail : 1 - tail;
    }
}
