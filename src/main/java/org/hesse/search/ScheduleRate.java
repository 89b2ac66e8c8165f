package org.hesse.search;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The rate α₀ that a schedule starts from, and the same schedule from another: what a search for a rate changes. */
public final class ScheduleRate {
    private static final String RATE = "rate";
    private static final Set<String> RATES = Set.of(RATE, "floor"); // components that are in units of a rate

    private ScheduleRate() {}

    /**
     * The rate of a schedule.
     *
     * @param schedule any schedule
     * @return α₀, of a composed schedule that of its first part; empty if it is 0 or the schedule is one of your own that
     *     has no component {@code rate}
     */
    public static OptionalDouble of(Schedule schedule) {
        if (!(schedule instanceof Record)) {
            return OptionalDouble.empty();
        }
        for (RecordComponent c : schedule.getClass().getRecordComponents()) {
            Object value = value(c, schedule);
            if (c.getName().equals(RATE) && value instanceof Double rate) {
                return rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty();
            }
            Object first = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
            if (first instanceof Schedule part) {
                return of(part);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * A schedule of the same shape.
     *
     * @param schedule one that {@link #of} knows the rate of
     * @param rate α₀ of the new one, finite and positive
     * @return the schedule times a factor, floors included
     * @throws IllegalArgumentException if its rate is not known, or the new one is out of range
     */
    public static Schedule with(Schedule schedule, double rate) {
        double now = of(schedule)
                .orElseThrow(() -> new IllegalArgumentException(
                        "schedule " + schedule + ": its rate is not known, expected one of this package's"));
        Ranges.positive("schedule", RATE, rate);
        return rate == now ? schedule : (Schedule) scaled(schedule, now, rate);
    }

    private static Object scaled(Object part, double now, double rate) {
        if (part instanceof List<?> list) {
            return list.stream().map(one -> scaled(one, now, rate)).toList();
        } else if (!(part instanceof Schedule && part instanceof Record)) {
            return part;
        }
        RecordComponent[] components = part.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            Object value = value(components[i], part);
            values[i] = RATES.contains(components[i].getName()) && value instanceof Double x
                    ? (Object) (x == now ? rate : x * rate / now)
                    : scaled(value, now, rate);
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> canonical = part.getClass().getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("schedule " + part + " with rate " + rate + ": " + e.getCause(), e);
        }
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("schedule " + of + ": cannot be read: " + e, e);
        }
    }
}
