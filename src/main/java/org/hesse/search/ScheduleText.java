package org.hesse.search;

import static org.hesse.io.Numbers.exact;

import java.util.stream.Collectors;

/** Writes schedules as {@link Schedules} reads them. */
final class ScheduleText {
    private ScheduleText() {}

    /**
     * One schedule without warm-up.
     *
     * @param more more options, each with its comma
     */
    static String of(Schedule s, String more) {
        if (s instanceof Schedule.Constant c) {
            return more.isEmpty() ? exact(c.rate()) : call("constant", c.rate(), "", more);
        } else if (s instanceof Decay.Step d) {
            return call("step", d.rate(), ",factor=" + exact(d.factor()) + time("every", d.every(), d.unit()), more);
        } else if (s instanceof Decay.Milestones d) {
            String times = d.milestones().stream()
                    .map(t -> "," + new Time(t, d.unit()))
                    .collect(Collectors.joining());
            return call("milestones", d.rate(), times + ",factor=" + exact(d.factor()), more);
        } else if (s instanceof Decay.Exponential d) {
            return call("exponential", d.rate(), ",k=" + exact(d.k()) + ",unit=" + d.unit(), more);
        } else if (s instanceof Decay.Inverse d) {
            return call("inverse", d.rate(), ",k=" + exact(d.k()) + ",unit=" + d.unit(), more);
        } else if (s instanceof Decay.InverseSquareRoot d) {
            return call("inverse-sqrt", d.rate(), ",unit=" + d.unit(), more);
        } else if (s instanceof Decay.Cosine d) {
            return call("cosine", d.rate(), time("horizon", d.horizon(), d.unit()) + floor(d.floor()), more);
        } else if (s instanceof Decay.Linear d) {
            return call("linear", d.rate(), time("horizon", d.horizon(), d.unit()) + floor(d.floor()), more);
        }
        return recent(s, more);
    }

    private static String recent(Schedule s, String more) {
        if (s instanceof Polynomial d) {
            String power = ",power=" + exact(d.power());
            return call(
                    "polynomial", d.rate(), power + time("horizon", d.horizon(), d.unit()) + floor(d.floor()), more);
        } else if (s instanceof CosineRestarts d) {
            String growth = ",growth=" + exact(d.growth());
            return call("restarts", d.rate(), time("period", d.period(), d.unit()) + growth + floor(d.floor()), more);
        } else if (s instanceof OneCycle d) {
            String shares = ",rise=" + exact(d.rise()) + ",start=" + exact(d.start()) + ",end=" + exact(d.end());
            return call("one-cycle", d.peak(), time("horizon", d.horizon(), d.unit()) + shares, more);
        } else if (s instanceof Joined d) {
            StringBuilder parts = new StringBuilder(Schedules.text(d.parts().get(0)));
            for (int i = 0; i < d.boundaries().size(); i++) {
                parts.append(",").append(new Time(d.boundaries().get(i), d.unit()));
                parts.append(",").append(Schedules.text(d.parts().get(i + 1)));
            }
            return "joined(" + parts + more + ")";
        }
        return "custom";
    }

    private static String call(String name, double rate, String options, String more) {
        return name + "(" + exact(rate) + options + more + ")";
    }

    private static String time(String name, double length, Unit unit) {
        return "," + name + "=" + new Time(length, unit);
    }

    private static String floor(double floor) {
        return floor == 0 ? "" : ",floor=" + exact(floor);
    }
}
