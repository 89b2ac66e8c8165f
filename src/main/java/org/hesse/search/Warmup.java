package org.hesse.search;

import org.hesse.io.Numbers;
import org.hesse.objective.Clock;

/**
 * A linear warm-up before another schedule s: s(0)·t/W while t &lt; W, then s with the clock set back to 0 at W, so the
 * rate is continuous and reaches all of s(0). The very first rate, at t = 0, is 0.
 *
 * <p>Source: Goyal et al. (2017), arXiv:1706.02677, section 2.2. Departs from it: their milestones count from the
 * beginning of the run, here from the end of the warm-up.
 *
 * @param then s, the schedule that follows
 * @param length W, positive
 * @param unit what W is counted in; {@code then} may count in another
 */
public record Warmup(Schedule then, double length, Unit unit) implements Schedule {
    /** Checks the length. */
    public Warmup {
        Ranges.positive("warmup", "length", length);
    }

    @Override
    public double at(Clock t) {
        double now = unit.of(t);
        return now < length ? then.at(Clock.START) * (now / length) : then.at(unit.since(length, t));
    }

    @Override
    public String toString() {
        return then + " after warmup " + Numbers.precise(length) + " " + unit;
    }
}
