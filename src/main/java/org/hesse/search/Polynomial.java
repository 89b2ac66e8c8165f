package org.hesse.search;

import static org.hesse.io.Numbers.precise;
import static org.hesse.search.Ranges.check;
import static org.hesse.search.Ranges.nonNegative;
import static org.hesse.search.Ranges.positive;

/**
 * A power of what is left, from α₀ down to the floor α₁: α₁ + (α₀ − α₁)(1 − t/T)ᵖ, and α₁ from T on. With p = 1 this is
 * {@link Decay.Linear}.
 *
 * <p>Source: Liu, Rabinovich and Berg (2015), arXiv:1506.04579, the poly policy.
 *
 * @param rate α₀, finite and at least 0
 * @param power p, positive
 * @param horizon T, positive
 * @param unit what T is counted in
 * @param floor α₁, from 0 to α₀
 */
public record Polynomial(double rate, double power, double horizon, Unit unit, double floor) implements Decay {
    /** Checks the ranges. */
    public Polynomial {
        nonNegative("polynomial", "rate", rate);
        positive("polynomial", "power", power);
        positive("polynomial", "horizon", horizon);
        check(floor >= 0 && floor <= rate, "polynomial", "floor", floor, "0 <= floor <= rate = " + precise(rate));
    }

    @Override
    public double after(double t) {
        return t < horizon ? floor + (rate - floor) * Math.pow(1 - t / horizon, power) : floor;
    }

    @Override
    public String toString() {
        return "polynomial(" + precise(rate) + ", power " + precise(power) + ", " + precise(horizon) + " " + unit
                + (floor > 0 ? ", floor " + precise(floor) : "") + ")";
    }
}
