package org.hesse.method.quasinewton;

import org.hesse.method.Hyperparameters;
import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;

/**
 * BFGS: the member of the {@link BroydenClass} that corrects its errors best, φ = 0: H ← (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ with
 * ρ = 1/sᵀy.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, Algorithm 6.1, (6.17) and (6.20).
 *
 * @param length how far to go: a line search, first with α = 1, or a rate
 * @param pairs the gradients that make a pair
 * @param scaling when H is scaled
 * @param safeguard what becomes of pairs with too little curvature
 * @param interpolation the weight of the values beside the gradients in a pair, from 0 to 1 ({@link CurvaturePair#scale});
 *     0 is the classical pair
 */
public record Bfgs(StepLength length, Pairs pairs, Scaling scaling, Safeguard safeguard, double interpolation)
        implements BroydenClass {
    /** Checks the weight. */
    public Bfgs {
        Hyperparameters.check(
                interpolation >= 0 && interpolation <= 1,
                "bfgs",
                "interpolation",
                interpolation,
                "0 <= interpolation <= 1");
    }

    /** A Moré–Thuente search, pairs of one batch with values, H scaled by the first pair, bad pairs skipped. */
    public Bfgs() {
        this(new StepLength.Search(new MoreThuente()), Pairs.SAME_BATCH);
    }

    /**
     * H scaled by the first pair, bad pairs skipped.
     *
     * @param length how far to go
     * @param pairs the gradients that make a pair
     */
    public Bfgs(StepLength length, Pairs pairs) {
        this(length, pairs, Scaling.FIRST, Safeguard.SKIP, Lbfgs.INTERPOLATION);
    }

    @Override
    public double phi() {
        return 0;
    }

    /**
     * The same method with other gradients for its pairs.
     *
     * @param pairs the gradients that make a pair
     * @return the changed method
     */
    public Bfgs withPairs(Pairs pairs) {
        return new Bfgs(length, pairs, scaling, safeguard, interpolation);
    }

    /**
     * The same method without a line search.
     *
     * @param rate the step length
     * @return the changed method
     */
    public Bfgs withRate(Schedule rate) {
        return new Bfgs(new StepLength.Rate(rate), pairs, scaling, safeguard, interpolation);
    }

    /**
     * The same method with H scaled at other times.
     *
     * @param scaling when H is scaled
     * @return the changed method
     */
    public Bfgs withScaling(Scaling scaling) {
        return new Bfgs(length, pairs, scaling, safeguard, interpolation);
    }

    /**
     * The same method with another safeguard.
     *
     * @param safeguard what becomes of pairs with too little curvature
     * @return the changed method
     */
    public Bfgs withSafeguard(Safeguard safeguard) {
        return new Bfgs(length, pairs, scaling, safeguard, interpolation);
    }

    /**
     * The same method with another weight of the values.
     *
     * @param interpolation from 0 to 1
     * @return the changed method
     */
    public Bfgs withInterpolation(double interpolation) {
        return new Bfgs(length, pairs, scaling, safeguard, interpolation);
    }

    /**
     * The method of the textbooks: pairs of gradients alone, a Moré–Thuente search.
     *
     * @return the changed method
     */
    public Bfgs classical() {
        return new Bfgs(new StepLength.Search(new MoreThuente()), pairs, scaling, safeguard, 0);
    }
}
