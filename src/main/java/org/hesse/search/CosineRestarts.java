package org.hesse.search;

import static org.hesse.io.Numbers.precise;
import static org.hesse.search.Ranges.check;
import static org.hesse.search.Ranges.nonNegative;
import static org.hesse.search.Ranges.positive;

/**
 * Half cosines that begin anew, each longer than the last (SGDR): the j-th lasts Tⱼ = T₀mʲ, and τ after its beginning the
 * rate is α₁ + ½(α₀ − α₁)(1 + cos(πτ/Tⱼ)): α₀ itself at every restart.
 *
 * <p>Source: Loshchilov and Hutter (2017), arXiv:1608.03983, equation (5) with T_mult = m. It never ends; the best points
 * come just before restarts.
 *
 * @param rate α₀, finite and at least 0
 * @param period T₀, the first, positive
 * @param growth m, at least 1
 * @param unit what periods are counted in
 * @param floor α₁, from 0 to α₀
 */
public record CosineRestarts(double rate, double period, double growth, Unit unit, double floor) implements Decay {
    /** Checks the ranges. */
    public CosineRestarts {
        nonNegative("restarts", "rate", rate);
        positive("restarts", "period", period);
        check(growth >= 1 && growth < Double.POSITIVE_INFINITY, "restarts", "growth", growth, "a finite number >= 1");
        check(floor >= 0 && floor <= rate, "restarts", "floor", floor, "0 <= floor <= rate = " + precise(rate));
    }

    @Override
    public double after(double t) {
        double now = t + SLACK;
        double j = Math.floor(growth == 1 ? now / period : Math.log1p(now / period * (growth - 1)) / Math.log(growth));
        if (begin(j) > now) { // logarithms round, beginnings hardly do
            j--;
        } else if (begin(j + 1) <= now) {
            j++;
        }
        double share = Math.max(0, t - begin(j)) / (begin(j + 1) - begin(j));
        return floor + 0.5 * (rate - floor) * (1 + Math.cos(Math.PI * Math.min(share, 1)));
    }

    /** When the j-th period begins: T₀(mʲ − 1)/(m − 1). */
    private double begin(double j) {
        return period * (growth == 1 ? j : (Math.pow(growth, j) - 1) / (growth - 1));
    }

    @Override
    public String toString() {
        return "restarts(" + precise(rate) + ", " + precise(period) + " " + unit
                + (growth > 1 ? ", each x" + precise(growth) : "") + (floor > 0 ? ", floor " + precise(floor) : "")
                + ")";
    }
}
