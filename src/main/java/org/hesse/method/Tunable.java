package org.hesse.method;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.hesse.search.Schedule;
import org.hesse.search.ScheduleRate;
import org.hesse.search.StepLength;

/**
 * What a search over hyperparameters may change in a method: its rate, and its numbers by their names; where the method
 * itself has none of that name, those of the method inside.
 */
public final class Tunable {
    private Tunable() {}

    /**
     * The rate of a method, at its start.
     *
     * @param method any algorithm
     * @return α₀ of its first schedule; empty if it has none, or one whose rate is not known
     */
    public static OptionalDouble rate(Algorithm method) {
        return number(method, Tunable::rateOf);
    }

    /**
     * The same method with another rate.
     *
     * @param method one with a rate
     * @param rate α₀, finite and positive; the shape of its schedule stays
     * @return the changed method
     * @throws IllegalArgumentException if it has no rate, or this one is out of range
     */
    public static Algorithm withRate(Algorithm method, double rate) {
        return changed(
                        method,
                        Tunable::rateOf,
                        part -> part instanceof StepLength.Rate length
                                ? new StepLength.Rate(ScheduleRate.with(length.rate(), rate))
                                : ScheduleRate.with((Schedule) part, rate))
                .orElseThrow(() -> missing(method, "rate"));
    }

    /**
     * A number of a method.
     *
     * @param method any algorithm
     * @param name such as {@code eps}
     * @return its value; empty if there is no real number of that name
     */
    public static OptionalDouble number(Algorithm method, String name) {
        return number(method, part(name));
    }

    /**
     * The same method with another number.
     *
     * @param method one with a number of that name
     * @param name such as {@code eps}
     * @param value the number
     * @return the changed method
     * @throws IllegalArgumentException if it has no such number, or this one is out of range
     */
    public static Algorithm with(Algorithm method, String name, double value) {
        return changed(method, part(name), old -> value).orElseThrow(() -> missing(method, name));
    }

    /** What a component holds, as a number. */
    private interface Reading {
        OptionalDouble of(Component component, Object value);
    }

    private static Reading part(String name) {
        return (component, value) -> component.name().equals(name) && value instanceof Double x
                ? OptionalDouble.of(x)
                : OptionalDouble.empty();
    }

    private static OptionalDouble rateOf(Component component, Object value) {
        if (value instanceof StepLength.Rate length) {
            return ScheduleRate.of(length.rate());
        }
        return value instanceof Schedule schedule ? ScheduleRate.of(schedule) : OptionalDouble.empty();
    }

    private static OptionalDouble number(Algorithm method, Reading reading) {
        OptionalDouble[] found = {OptionalDouble.empty()};
        changed(
                method,
                (component, value) -> {
                    found[0] = reading.of(component, value);
                    return found[0];
                },
                UnaryOperator.identity());
        return found[0];
    }

    /** The first component that reads as a number is changed, those of the method before those of the ones inside. */
    private static Optional<Algorithm> changed(Algorithm method, Reading reading, UnaryOperator<Object> change) {
        Optional<Object> here = Options.changed(
                method, (component, value) -> reading.of(component, value).isPresent(), change);
        if (here.isPresent()) {
            return here.map(Algorithm.class::cast);
        }
        for (Algorithm inner : Options.inner(method)) {
            Optional<Algorithm> other = changed(inner, reading, change);
            if (other.isPresent()) {
                return Options.changed(method, (component, value) -> value == inner, old -> other.get())
                        .map(Algorithm.class::cast);
            }
        }
        return Optional.empty();
    }

    private static IllegalArgumentException missing(Algorithm method, String name) {
        return new IllegalArgumentException("method " + MethodText.of(method) + " has no " + name);
    }
}
