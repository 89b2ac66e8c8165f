package org.hesse.search;

import static org.hesse.io.Numbers.precise;
import static org.hesse.search.Ranges.check;
import static org.hesse.search.Ranges.nonNegative;
import static org.hesse.search.Ranges.positive;

import org.hesse.objective.Clock;

/**
 * One cycle: half a cosine from α/d up to the peak α at the share r of the horizon T, another one from there down to
 * α/(de) at T, and that from T on.
 *
 * <p>Source: Smith and Topin (2018), arXiv:1708.07120. Departs from it: cosines where they have straight lines,
 * two phases where they have a third one, for the last low rates; the shares are those usual in libraries. The momentum is
 * left alone.
 *
 * @param peak α, finite and at least 0
 * @param horizon T, positive
 * @param unit what T is counted in
 * @param rise r, in (0, 1)
 * @param start d, what the peak is divided by at the start, at least 1
 * @param end e, what the rate at the start is divided by at the end, at least 1
 */
public record OneCycle(double peak, double horizon, Unit unit, double rise, double start, double end)
        implements Schedule {
    /** The share of the rise, unless something else is said. */
    static final double RISE = 0.3;

    /** The peak over the rate at the start. */
    static final double START = 25;

    /** The rate at the start over that at the end. */
    static final double END = 1e4;

    /** Checks the ranges. */
    public OneCycle {
        nonNegative("one-cycle", "rate", peak);
        positive("one-cycle", "horizon", horizon);
        check(rise > 0 && rise < 1, "one-cycle", "rise", rise, "0 < rise < 1");
        check(start >= 1 && start < Double.POSITIVE_INFINITY, "one-cycle", "start", start, "a finite number >= 1");
        check(end >= 1 && end < Double.POSITIVE_INFINITY, "one-cycle", "end", end, "a finite number >= 1");
    }

    @Override
    public double at(Clock clock) {
        double share = Math.min(unit.of(clock) / horizon, 1);
        double first = peak / start;
        return share < rise
                ? between(first, peak, share / rise)
                : between(peak, first / end, (share - rise) / (1 - rise));
    }

    /** Half a cosine from a to b; exact at both ends. */
    private static double between(double a, double b, double share) {
        double weight = 0.5 * (1 + Math.cos(Math.PI * share));
        return a * weight + b * (1 - weight);
    }

    @Override
    public String toString() {
        return "one-cycle(" + precise(peak) + ", " + precise(horizon) + " " + unit + ", rise " + precise(rise)
                + ", from 1/" + precise(start) + " to 1/" + precise(start * end) + ")";
    }
}
