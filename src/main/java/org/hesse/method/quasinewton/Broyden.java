package org.hesse.method.quasinewton;

import org.hesse.method.Hyperparameters;
import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;

/**
 * Any convex member of the {@link BroydenClass}: B ← (1 − φ)·BFGS + φ·DFP.
 *
 * <p>Source: Broyden (1967), Mathematics of Computation 21, 368–381; Nocedal and Wright (2006), Numerical Optimization, 2nd
 * edition, (6.32).
 *
 * @param phi φ, in [0, 1]: 0 is BFGS, 1 is DFP
 * @param length how far to go: a line search, first with α = 1, or a rate
 * @param pairs the gradients that make a pair
 * @param scaling when H is scaled
 * @param safeguard what becomes of pairs with too little curvature
 */
public record Broyden(double phi, StepLength length, Pairs pairs, Scaling scaling, Safeguard safeguard)
        implements BroydenClass {
    /** Checks φ. */
    public Broyden {
        Hyperparameters.check(phi >= 0 && phi <= 1, "broyden", "phi", phi, "0 <= phi <= 1");
    }

    /**
     * A Moré–Thuente search, pairs of one batch, H scaled by the first pair, bad pairs skipped.
     *
     * @param phi φ, in [0, 1]
     */
    public Broyden(double phi) {
        this(phi, new StepLength.Search(new MoreThuente()), Pairs.SAME_BATCH, Scaling.FIRST, Safeguard.SKIP);
    }

    /**
     * The same method with other gradients for its pairs.
     *
     * @param pairs the gradients that make a pair
     * @return the changed method
     */
    public Broyden withPairs(Pairs pairs) {
        return new Broyden(phi, length, pairs, scaling, safeguard);
    }

    /**
     * The same method without a line search.
     *
     * @param rate the step length
     * @return the changed method
     */
    public Broyden withRate(Schedule rate) {
        return new Broyden(phi, new StepLength.Rate(rate), pairs, scaling, safeguard);
    }

    /**
     * The same method with H scaled at other times.
     *
     * @param scaling when H is scaled
     * @return the changed method
     */
    public Broyden withScaling(Scaling scaling) {
        return new Broyden(phi, length, pairs, scaling, safeguard);
    }

    /**
     * The same method with another safeguard.
     *
     * @param safeguard what becomes of pairs with too little curvature
     * @return the changed method
     */
    public Broyden withSafeguard(Safeguard safeguard) {
        return new Broyden(phi, length, pairs, scaling, safeguard);
    }
}
