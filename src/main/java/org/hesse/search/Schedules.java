package org.hesse.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hesse.io.Names;
import org.hesse.io.Phrase;

/**
 * Schedules as text: {@code 0.1}, {@code step(0.1,factor=0.5,every=10epochs)}, {@code
 * milestones(0.1,30epochs,60epochs,factor=0.1)}, {@code exponential(0.1,k=0.05,unit=epochs)}, {@code
 * inverse(0.1,k=0.05,unit=epochs)}, {@code inverse-sqrt(0.1,unit=steps)}, {@code cosine(0.1,horizon=25epochs,floor=0)},
 * {@code linear(0.1,horizon=30passes)}, each with {@code warmup=5epochs} if wanted.
 *
 * <p>Times are in {@code steps}, {@code epochs} or {@code passes}; without a unit they are in steps. Without a horizon
 * {@code cosine} and {@code linear} end with the run: they take its data passes, less a warm-up in epochs or passes.
 */
public final class Schedules {
    /** The data passes of a run that nobody told: those of a comparison. */
    public static final double PASSES = 30;

    private static final Map<String, List<String>> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put("constant", List.of("rate", "warmup"));
        FORMS.put("step", List.of("rate", "factor", "every", "warmup"));
        FORMS.put("milestones", List.of("rate", "factor", "warmup"));
        FORMS.put("exponential", List.of("rate", "k", "unit", "warmup"));
        FORMS.put("inverse", List.of("rate", "k", "unit", "warmup"));
        FORMS.put("inverse-sqrt", List.of("rate", "unit", "warmup"));
        FORMS.put("cosine", List.of("rate", "horizon", "floor", "warmup"));
        FORMS.put("linear", List.of("rate", "horizon", "floor", "warmup"));
        FORMS.put("warmup", List.of("then", "length"));
    }

    private Schedules() {}

    /**
     * The names there are.
     *
     * @return the names
     */
    public static Set<String> names() {
        return Collections.unmodifiableSet(FORMS.keySet());
    }

    /**
     * Reads a schedule for a run of {@link #PASSES} data passes.
     *
     * @param text the text
     * @return the schedule
     * @throws IllegalArgumentException if it is none; the message names what is wrong and what is allowed
     */
    public static Schedule parse(String text) {
        return read(Phrase.parse(text), PASSES);
    }

    /**
     * Reads a schedule.
     *
     * @param phrase its text
     * @param passes the data passes of the run, positive
     * @return the schedule
     * @throws IllegalArgumentException if it is none; the message names what is wrong and what is allowed
     */
    public static Schedule read(Phrase phrase, double passes) {
        if (phrase.number().isPresent()) {
            return Schedule.constant(phrase.number().getAsDouble());
        }
        List<String> names = FORMS.get(phrase.word());
        if (names == null) {
            throw new IllegalArgumentException("expected a number or a schedule: "
                    + Names.unknown("schedule", phrase.word(), FORMS.keySet()).getMessage());
        }
        boolean listed = phrase.word().equals("milestones");
        Arguments a =
                new Arguments(phrase, names, listed ? 1 : names.contains("unit") ? names.size() - 2 : names.size() - 1);
        if (!listed) {
            a.noRest();
        }
        if (phrase.word().equals("warmup")) {
            Time length = a.time("length");
            return read(a.phrase("then", "a schedule"), passes).afterWarmup(length.length(), length.unit());
        }
        Schedule schedule = read(phrase.word(), a, passes);
        return a.has("warmup")
                ? schedule.afterWarmup(
                        a.time("warmup").length(), a.time("warmup").unit())
                : schedule;
    }

    private static Schedule read(String name, Arguments a, double passes) {
        double rate = a.number("rate");
        switch (name) {
            case "constant":
                return Schedule.constant(rate);
            case "step":
                return Schedule.step(
                        rate,
                        a.number("factor"),
                        a.time("every").length(),
                        a.time("every").unit());
            case "milestones":
                return milestones(rate, a);
            case "exponential":
                return Schedule.exponential(rate, a.number("k"), a.unit());
            case "inverse":
                return Schedule.inverse(rate, a.number("k"), a.unit());
            case "inverse-sqrt":
                return Schedule.inverseSquareRoot(rate, a.unit());
            default:
                Time horizon = horizon(a, passes);
                double floor = a.number("floor", 0);
                return name.equals("cosine")
                        ? new Decay.Cosine(rate, horizon.length(), horizon.unit(), floor)
                        : new Decay.Linear(rate, horizon.length(), horizon.unit(), floor);
        }
    }

    private static Schedule milestones(double rate, Arguments a) {
        List<Time> times = a.rest().stream()
                .map(time -> a.read("milestone", time, Time::read))
                .toList();
        Unit unit = times.isEmpty() ? Unit.STEPS : times.get(0).unit();
        for (Time time : times) {
            if (time.unit() != unit) {
                throw a.bad("milestone = " + time + ", expected all in " + unit);
            }
        }
        return Schedule.milestones(
                rate,
                a.number("factor"),
                unit,
                times.stream().mapToDouble(Time::length).toArray());
    }

    private static Time horizon(Arguments a, double passes) {
        if (a.has("horizon")) {
            return a.time("horizon");
        }
        Time warmup = a.has("warmup") ? a.time("warmup") : new Time(0, Unit.STEPS);
        double left = warmup.unit() == Unit.STEPS ? passes : passes - warmup.length();
        if (!(left > 0)) {
            throw a.bad("warmup = " + warmup + ", expected less than the " + new Time(passes, Unit.PASSES)
                    + " of the run, or a horizon");
        }
        return new Time(left, Unit.PASSES);
    }

    /**
     * The text that is read as this schedule.
     *
     * @param schedule any schedule
     * @return its text; a schedule that is not one of this package's records is {@code custom} and cannot be read
     */
    public static String text(Schedule schedule) {
        if (schedule instanceof Warmup warmup) {
            String length = new Time(warmup.length(), warmup.unit()).toString();
            return warmup.then() instanceof Warmup
                    ? "warmup(" + text(warmup.then()) + ",length=" + length + ")"
                    : ScheduleText.of(warmup.then(), ",warmup=" + length);
        }
        return ScheduleText.of(schedule, "");
    }
}
