package org.hesse.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hesse.io.Names;
import org.hesse.io.Phrase;

/**
 * Schedules as text: {@code 0.1}, {@code step(0.1,factor=0.5,every=10epochs)}, {@code
 * milestones(0.1,30epochs,60epochs,factor=0.1)}, {@code exponential(0.1,k=0.05,unit=epochs)}, {@code
 * inverse(0.1,k=0.05,unit=epochs)}, {@code inverse-sqrt(0.1,unit=steps)}, {@code cosine(0.1,horizon=25epochs,floor=0)},
 * {@code linear(0.1,horizon=30passes)}, {@code polynomial(0.1,power=2,horizon=30passes)}, {@code
 * restarts(0.1,period=5epochs,growth=2)}, {@code one-cycle(0.1,horizon=30passes)}, each with {@code warmup=5epochs} if
 * wanted; one after another {@code joined(0.1,10epochs,cosine(0.1,horizon=20epochs),30epochs,1e-3)}.
 *
 * <p>Times are in {@code steps}, {@code epochs} or {@code passes}; without a unit they are in steps. Where a horizon
 * is left out, the schedule ends with the run: it takes its data passes, less a warm-up in epochs or passes.
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
        FORMS.put("polynomial", List.of("rate", "power", "horizon", "floor", "warmup"));
        FORMS.put("restarts", List.of("rate", "period", "growth", "floor", "warmup"));
        FORMS.put("one-cycle", List.of("rate", "horizon", "rise", "start", "end", "warmup"));
        FORMS.put("joined", List.of("warmup"));
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
        boolean joined = phrase.word().equals("joined");
        boolean listed = joined || phrase.word().equals("milestones");
        int ordered = listed ? names.size() - (joined ? 1 : 2) : names.size() - (names.contains("unit") ? 2 : 1);
        Arguments a = new Arguments(phrase, names, ordered);
        if (!listed) {
            a.noRest();
        }
        if (phrase.word().equals("warmup")) {
            Time length = a.time("length");
            return read(a.phrase("then", "a schedule"), passes).afterWarmup(length.length(), length.unit());
        }
        Schedule schedule = joined ? joined(a, passes) : read(phrase.word(), a, passes);
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
            case "restarts":
                Time period = a.time("period");
                return new CosineRestarts(
                        rate, period.length(), a.number("growth", 1), period.unit(), a.number("floor", 0));
            default:
                return ending(name, rate, a, passes);
        }
    }

    private static Schedule ending(String name, double rate, Arguments a, double passes) {
        Time horizon = horizon(a, passes);
        double length = horizon.length();
        Unit unit = horizon.unit();
        double floor = a.number("floor", 0);
        switch (name) {
            case "polynomial":
                return new Polynomial(rate, a.number("power"), length, unit, floor);
            case "one-cycle":
                return new OneCycle(
                        rate,
                        length,
                        unit,
                        a.number("rise", OneCycle.RISE),
                        a.number("start", OneCycle.START),
                        a.number("end", OneCycle.END));
            case "cosine":
                return new Decay.Cosine(rate, length, unit, floor);
            default:
                return new Decay.Linear(rate, length, unit, floor);
        }
    }

    private static Schedule milestones(double rate, Arguments a) {
        List<Time> times = times(a, a.rest(), "milestone");
        return Schedule.milestones(
                rate,
                a.number("factor"),
                unit(times),
                times.stream().mapToDouble(Time::length).toArray());
    }

    private static Schedule joined(Arguments a, double passes) {
        List<Phrase> rest = a.rest();
        if (rest.size() % 2 == 0) {
            throw a.bad(rest.size() + " arguments, expected schedules with a time between any two");
        }
        IntFunction<List<Phrase>> every = first -> IntStream.range(0, rest.size())
                .filter(i -> i % 2 == first)
                .mapToObj(rest::get)
                .toList();
        List<Time> times = times(a, every.apply(1), "boundary");
        return new Joined(
                every.apply(0).stream().map(part -> read(part, passes)).toList(),
                times.stream().map(Time::length).toList(),
                unit(times));
    }

    /** Times that are all in one unit. */
    private static List<Time> times(Arguments a, List<Phrase> texts, String name) {
        List<Time> times =
                texts.stream().map(time -> a.read(name, time, Time::read)).toList();
        for (Time time : times) {
            if (time.unit() != unit(times)) {
                throw a.bad(name + " = " + time + ", expected all in " + unit(times));
            }
        }
        return times;
    }

    private static Unit unit(List<Time> times) {
        return times.isEmpty() ? Unit.STEPS : times.get(0).unit();
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
