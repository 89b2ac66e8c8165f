package org.hesse.search;

/**
 * How far the values of one search can be trusted: their error ε, known or learnt, and the test that ends a search where
 * differences of values drown in it.
 *
 * <p>The approximate Wolfe condition: |φ(α) − φ(0)| ≤ ε and c₂φ'(0) ≤ φ'(α) ≤ (2c₁ − 1)φ'(0). Source: Hager and Zhang
 * (2005), SIAM J. Optimization 16(1), 170–192, (4.1) and (4.3). There ε is 1e-6|φ(0)| and the value may be any below φ(0)
 * + ε; here ε is the error of values, and a difference beyond it has to satisfy the exact condition.
 *
 * <p>The error is at least a given fraction of |φ(0)|. More is learnt where values contradict slopes: over a distance h
 * the values of two trials differ by D more than their slopes explain, and D is 10 times what the steeper of them makes
 * over h. Such a D ≤ ½·1e-6|φ(0)| is taken for the errors of the two; a greater one for a step of φ itself.
 * A search that goes by values goes on by slopes then, as the one of Hager and Zhang.
 */
final class Noise {
    /** Some 50 units in the last place: the rounding of a sum over a few thousand terms. */
    static final double USUAL = 1e-14;

    /** The ε of Hager and Zhang: no relative error greater than this is learnt. */
    static final double MOST = 1e-6;

    private static final int MANY = 10; // trials after which slopes do not converge, and are noise too

    private final double f0;
    private final double lowest; // the slopes of the approximate Wolfe condition
    private final double highest;
    private final double most;
    private double eps;
    private final double given;
    private final Trial start;
    private Trial last;
    private Trial flattest;
    private Trial down; // where φ falls, the longest step length before up
    private Trial up; // where φ rises, the shortest; or null

    /**
     * Of a search.
     *
     * @param phi the ray
     * @param relative the least ε/|φ(0)|; 0 says that values are exact, and nothing is learnt
     * @param c1 c₁
     * @param c2 c₂
     */
    Noise(Ray phi, double relative, double c1, double c2) {
        f0 = phi.value();
        lowest = c2 * phi.slope();
        highest = -Math.min(c2, 1 - 2 * c1) * phi.slope();
        given = relative * Math.abs(f0);
        eps = given;
        most = relative == 0 ? 0 : Math.max(eps, MOST * Math.abs(f0));
        start = new Trial(0, f0, phi.slope(), null);
        last = start;
        down = start;
    }

    /** ε. */
    double eps() {
        return eps;
    }

    /** Whether the value is near enough to φ(0) for its slope to tell more of the noise. */
    boolean mayDrown(double value) {
        return Math.abs(value - f0) <= most;
    }

    /** Learns from a trial: that one, or an earlier one, if it satisfies the approximate Wolfe condition; else null. */
    Trial accepts(Trial t) {
        if (!t.isFinite()) {
            return null;
        }
        eps = Math.max(eps, Math.max(shown(start, t), shown(last, t)));
        last = t.bare();
        if (t.slope() >= 0 && (up == null || t.alpha() < up.alpha())) {
            up = last;
            down = down.alpha() < up.alpha() ? down : start;
        } else if (t.slope() < 0 && mayDrown(t.value()) && t.alpha() > down.alpha()) {
            down = up == null || t.alpha() < up.alpha() ? last : down;
        }
        boolean flat = t.slope() >= lowest && t.slope() <= highest && mayDrown(t.value());
        if (flat && Math.abs(t.value() - f0) <= eps) {
            return t;
        }
        if (flat && (flattest == null || Math.abs(t.slope()) < Math.abs(flattest.slope()))) {
            flattest = t;
        }
        return flattest != null && Math.abs(flattest.value() - f0) <= eps ? flattest : null;
    }

    /** Whether noise has shown. */
    boolean shows() {
        return eps > given;
    }

    /** What a search by values goes on with once noise has shown: the search by slopes. */
    Searched bySlopes(Ray phi, Trials trials, double c1, double c2) {
        double relative = Math.max(MOST, given / Math.abs(f0));
        HagerZhang constants = new HagerZhang(c1, c2, relative, 2.0 / 3, 5, 1);
        return new SecantInterval(constants, phi, trials, down, up, -c2 * phi.slope()).search(5 * down.alpha());
    }

    /** The error that two trials show; 0 if slopes explain their values, or nothing of that size can be an error. */
    private double shown(Trial a, Trial b) {
        double h = b.alpha() - a.alpha();
        double byA = h * a.slope();
        double byB = h * b.slope();
        double difference = b.value() - a.value();
        double excess = Math.max(difference - Math.max(byA, byB), Math.min(byA, byB) - difference);
        boolean clear = excess >= 10 * Math.max(Math.abs(byA), Math.abs(byB));
        return clear && 2 * excess <= most ? 2 * excess : 0;
    }

    /** Whether after many trials nothing between these two can differ by more than ε. */
    boolean drowns(Trial a, Trial b, int trials) {
        double steepest = Math.max(Math.abs(a.slope()), Math.abs(b.slope()));
        return drowns(Math.abs(b.alpha() - a.alpha()) * steepest, trials);
    }

    /** Whether after many trials such a difference does not show. */
    boolean drowns(double difference, int trials) {
        return trials >= MANY && difference <= eps;
    }
}
