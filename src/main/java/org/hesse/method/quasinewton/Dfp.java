package org.hesse.method.quasinewton;

import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;

/**
 * DFP, the first quasi-Newton method: the member φ = 1 of the {@link BroydenClass}, H ← H − Hyyᵀ H/yᵀHy + ssᵀ/sᵀy. It recovers
 * from too large an H slowly; to compare with, rather than to use.
 *
 * <p>Source: Davidon (1959); Fletcher and Powell (1963), Computer Journal 6, 163–168; Nocedal and Wright (2006), Numerical
 * Optimization, 2nd edition, (6.15).
 *
 * @param length how far to go: a line search, first with α = 1, or a rate
 * @param pairs the gradients that make a pair
 * @param scaling when H is scaled
 * @param safeguard what becomes of pairs with too little curvature
 */
public record Dfp(StepLength length, Pairs pairs, Scaling scaling, Safeguard safeguard) implements BroydenClass {
    /**
     * A Moré–Thuente search that is nearly exact, c₂ = 0.1 (the best of four on noisy test problems); pairs of one batch, H
     * scaled by the first pair, bad pairs skipped.
     */
    public Dfp() {
        this(new StepLength.Search(new MoreThuente(1e-4, 0.1)), Pairs.SAME_BATCH);
    }

    /**
     * H scaled by the first pair, bad pairs skipped.
     *
     * @param length how far to go
     * @param pairs the gradients that make a pair
     */
    public Dfp(StepLength length, Pairs pairs) {
        this(length, pairs, Scaling.FIRST, Safeguard.SKIP);
    }

    @Override
    public double phi() {
        return 1;
    }

    /**
     * The same method with other gradients for its pairs.
     *
     * @param pairs the gradients that make a pair
     * @return the changed method
     */
    public Dfp withPairs(Pairs pairs) {
        return new Dfp(length, pairs, scaling, safeguard);
    }

    /**
     * The same method without a line search.
     *
     * @param rate the step length
     * @return the changed method
     */
    public Dfp withRate(Schedule rate) {
        return new Dfp(new StepLength.Rate(rate), pairs, scaling, safeguard);
    }

    /**
     * The same method with H scaled at other times.
     *
     * @param scaling when H is scaled
     * @return the changed method
     */
    public Dfp withScaling(Scaling scaling) {
        return new Dfp(length, pairs, scaling, safeguard);
    }

    /**
     * The same method with another safeguard.
     *
     * @param safeguard what becomes of pairs with too little curvature
     * @return the changed method
     */
    public Dfp withSafeguard(Safeguard safeguard) {
        return new Dfp(length, pairs, scaling, safeguard);
    }
}
