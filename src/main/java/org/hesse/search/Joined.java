package org.hesse.search;

import static org.hesse.search.Ranges.check;
import static org.hesse.search.Ranges.positive;

import java.util.List;
import org.hesse.io.Numbers;
import org.hesse.objective.Clock;

/**
 * Schedules one after another: each runs from its boundary to the next one, with the clock set back to 0 at its own.
 *
 * @param parts the schedules, at least one
 * @param boundaries when all but the first begin: one less than parts, positive and ascending
 * @param unit what the boundaries are counted in; the parts may count in others
 */
public record Joined(List<Schedule> parts, List<Double> boundaries, Unit unit) implements Schedule {
    /** Checks the numbers. */
    public Joined {
        parts = List.copyOf(parts);
        boundaries = List.copyOf(boundaries);
        check(
                parts.size() == boundaries.size() + 1,
                "joined",
                "boundaries",
                boundaries.size(),
                "one less than the " + parts.size() + " parts");
        double last = 0;
        for (double boundary : boundaries) {
            positive("joined", "boundary", boundary);
            check(boundary > last, "joined", "boundary", boundary, "more than " + Numbers.precise(last));
            last = boundary;
        }
    }

    @Override
    public double at(Clock t) {
        int part = 0;
        while (part < boundaries.size() && unit.of(t) + Decay.SLACK >= boundaries.get(part)) {
            part++;
        }
        return parts.get(part).at(part == 0 ? t : unit.since(boundaries.get(part - 1), t));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(parts.get(0).toString());
        for (int i = 0; i < boundaries.size(); i++) {
            text.append(", from ")
                    .append(Numbers.precise(boundaries.get(i)))
                    .append(" ")
                    .append(unit)
                    .append(" on ");
            text.append(parts.get(i + 1));
        }
        return text.toString();
    }
}
