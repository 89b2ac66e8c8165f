package org.hesse.search;

/**
 * What line searches share: their checks, and the test that ends a search where differences of values drown in rounding.
 *
 * <p>The approximate Wolfe condition: |φ(α) − φ(0)| ≤ ε|φ(0)| and c₂φ'(0) ≤ φ'(α) ≤ (2c₁ − 1)φ'(0). Source: Hager and
 * Zhang (2005), SIAM J. Optimization 16(1), 170–192, (4.1) and (4.3). There ε is 1e-6 and the value may be any below
 * φ(0) + ε|φ(0)|; here ε is the error of values, and a difference beyond it has to satisfy the exact condition.
 */
final class Noise {
    /** Some 50 units in the last place: the rounding of a sum over a few thousand terms. */
    static final double USUAL = 1e-14;

    private Noise() {}

    /** Whether a trial satisfies the approximate Wolfe condition; {@code eps} is ε|φ(0)|. */
    static boolean accepts(Trial t, Ray phi, double eps, double c1, double c2) {
        return t.isFinite()
                && Math.abs(t.value() - phi.value()) <= eps
                && t.slope() >= c2 * phi.slope()
                && t.slope() <= Math.min(c2, 1 - 2 * c1) * -phi.slope();
    }

    static void check(String search, double c1, int maxTrials, double noise) {
        if (!(c1 > 0 && c1 < 0.5)) {
            throw new IllegalArgumentException(search + ": c1 = " + c1 + ", expected 0 < c1 < 0.5");
        }
        if (maxTrials < 1) {
            throw new IllegalArgumentException(search + ": maxTrials = " + maxTrials + ", expected at least 1");
        }
        if (!(noise >= 0 && noise < 1)) {
            throw new IllegalArgumentException(search + ": noise = " + noise + ", expected 0 <= noise < 1");
        }
    }

    static void check(Ray phi, double first) {
        if (!(first > 0 && first < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("first step length " + first + ", expected a finite number > 0");
        }
        if (!(phi.slope() < 0)) {
            throw new IllegalArgumentException("slope " + phi.slope() + " at the start of a ray, expected one < 0");
        }
    }
}
