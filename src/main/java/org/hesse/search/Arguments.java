package org.hesse.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.hesse.io.Names;
import org.hesse.io.Phrase;

/** The arguments of a schedule, by name or in order; every complaint names schedule, argument and value. */
final class Arguments {
    private final Phrase phrase;
    private final Map<String, Phrase> given = new LinkedHashMap<>();
    private final List<Phrase> rest = new ArrayList<>();

    /**
     * Gives each argument its name.
     *
     * @param phrase the schedule
     * @param names all names; arguments without one take the first names in their order
     * @param ordered how many arguments without a name have one to take; those after them are the rest
     */
    Arguments(Phrase phrase, List<String> names, int ordered) {
        this.phrase = phrase;
        if (!phrase.options().isEmpty()) {
            throw bad("'" + phrase + "', expected options in the parentheses");
        }
        int taken = 0;
        for (Phrase.Argument argument : phrase.arguments()) {
            String key = argument.key();
            if (key.isEmpty() && taken == ordered) {
                rest.add(argument.value());
                continue;
            }
            String name = key.isEmpty() ? names.get(taken++) : key;
            if (!names.contains(name)) {
                throw bad(Names.unknown("option", name, names).getMessage());
            }
            if (given.put(name, argument.value()) != null) {
                throw bad(name + " is given twice");
            }
        }
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** Arguments without a name, beyond those that take one. */
    List<Phrase> rest() {
        return rest;
    }

    void noRest() {
        if (!rest.isEmpty()) {
            throw bad("'" + rest.get(0) + "' has no name, expected option=value");
        }
    }

    Phrase phrase(String name, String expected) {
        Phrase value = given.get(name);
        if (value == null) {
            throw bad(name + " is missing, expected " + expected);
        }
        return value;
    }

    double number(String name) {
        OptionalDouble number = phrase(name, "a number").number();
        return number.orElseThrow(() -> bad(name + " = " + given.get(name) + ", expected a number"));
    }

    double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    Time time(String name) {
        return read(name, phrase(name, Time.EXPECTED), Time::read);
    }

    Unit unit() {
        return has("unit") ? read("unit", given.get("unit"), Time::unit) : Unit.STEPS;
    }

    <T> T read(String name, Phrase value, Function<String, T> reader) {
        try {
            return reader.apply(value.toString());
        } catch (IllegalArgumentException e) {
            throw bad(name + " = " + value + ", " + e.getMessage());
        }
    }

    IllegalArgumentException bad(String problem) {
        return new IllegalArgumentException(phrase.word() + " schedule: " + problem);
    }
}
