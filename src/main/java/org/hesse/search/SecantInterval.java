package org.hesse.search;

/** The interval [a, b] of a {@link HagerZhang} search, with its steps; they do nothing more once a trial is found. */
final class SecantInterval {
    private static final double COLLAPSED = 4 * Math.ulp(1.0);

    private final HagerZhang constants;
    private final Ray phi;
    private final Trials trials;
    private final Noise rounding;
    private final double highest; // φ(0) + ε|φ(0)|
    private final double steepest;
    private Trial a;
    private Trial b; // null until bracketed
    private Trial found;
    private boolean collapsed;

    /**
     * An interval.
     *
     * @param constants the constants; the trials have their own limit
     * @param phi the ray
     * @param trials the trials of the search
     * @param a a trial with φ(a) ≤ φ(0) + ε|φ(0)| and φ'(a) &lt; 0
     * @param b a trial beyond a with φ'(b) ≥ 0, or null
     * @param steepest the greatest slope to end with
     */
    SecantInterval(HagerZhang constants, Ray phi, Trials trials, Trial a, Trial b, double steepest) {
        this.constants = constants;
        this.phi = phi;
        this.trials = trials;
        this.a = a;
        this.b = b;
        this.steepest = steepest;
        rounding = new Noise(phi, Math.min(constants.eps(), Noise.USUAL), constants.delta(), constants.sigma());
        highest = phi.value() + constants.eps() * Math.abs(phi.value());
    }

    /** Searches; the first trial, if there is no b yet, is c. */
    Searched search(double c) {
        bracket(c);
        while (!ended()) {
            shrink();
        }
        return end();
    }

    private boolean ended() {
        return found != null || collapsed || trials.spent();
    }

    /** B0 to B3. */
    private void bracket(double first) {
        double wall = Double.POSITIVE_INFINITY; // the least α with a value that is not finite
        double c = first;
        while (b == null && !ended()) {
            c = Math.min(c, phi.longest());
            Trial t = at(c);
            if (!t.isFinite()) {
                wall = c;
                c = a.alpha() + 0.1 * (c - a.alpha());
            } else if (isLow(t)) {
                a = t.bare();
                found = found == null && c == phi.longest() ? t : found; // it would go farther
                c = constants.rho() * c < wall ? constants.rho() * c : 0.5 * (a.alpha() + wall);
            } else {
                take(t);
            }
        }
    }

    /** L1 and L2: secant², and half where that is slow. */
    private void shrink() {
        double width = b.alpha() - a.alpha();
        Trial left = a;
        Trial right = b;
        double c = secant(a, b);
        update(c);
        if (c == b.alpha()) {
            update(secant(right, b));
        } else if (c == a.alpha()) {
            update(secant(left, a));
        }
        if (b.alpha() - a.alpha() > constants.gamma() * width) {
            update(0.5 * (a.alpha() + b.alpha()));
        }
        collapsed = b.alpha() - a.alpha() <= COLLAPSED * b.alpha() || rounding.drowns(a, b, trials.count());
    }

    /** U0. */
    private void update(double c) {
        if (c > a.alpha() && c < b.alpha() && !ended()) {
            take(at(c));
        }
    }

    /** U1 to U3. */
    private void take(Trial c) {
        if (c.isFinite() && c.slope() >= 0) {
            b = c.bare();
        } else if (isLow(c)) {
            a = c.bare();
        } else {
            double high = c.alpha();
            while (!ended()) {
                Trial d = at(0.5 * (a.alpha() + high));
                if (d.isFinite() && d.slope() >= 0) {
                    b = d.bare();
                    return;
                }
                a = isLow(d) ? d.bare() : a;
                high = isLow(d) ? high : d.alpha();
                collapsed = high - a.alpha() <= COLLAPSED * high;
            }
        }
    }

    private boolean isLow(Trial t) {
        return t.isFinite() && t.slope() < 0 && t.value() <= highest;
    }

    private double secant(Trial s, Trial t) {
        return (s.alpha() * t.slope() - t.alpha() * s.slope()) / (t.slope() - s.slope());
    }

    private Trial at(double alpha) {
        Trial t = trials.at(alpha);
        boolean curved = t.isFinite() && t.slope() >= constants.sigma() * phi.slope() && t.slope() <= steepest;
        boolean decreased = t.value() <= phi.value() + constants.delta() * alpha * phi.slope();
        boolean nearly = t.value() <= highest && t.slope() <= (2 * constants.delta() - 1) * phi.slope();
        found = curved && (decreased || nearly) ? t : found;
        return t;
    }

    private Searched end() {
        return found != null
                ? trials.found(found)
                : collapsed
                        ? trials.notFound("the interval of step lengths has collapsed at " + a.alpha() + " after "
                                + trials.count() + " trials")
                        : trials.spent("the Wolfe conditions, exact or approximate,");
    }
}
