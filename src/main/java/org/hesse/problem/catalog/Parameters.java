package org.hesse.problem.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hesse.io.Names;

/** The parameters in a name such as {@code quadratic:n=10,condition=100}. */
public final class Parameters {
    private final String text;
    private final Map<String, String> given = new LinkedHashMap<>();

    /**
     * Reads what follows the colon.
     *
     * @param text the whole name, for messages
     * @param list what follows the colon
     * @param known the names of the parameters
     * @throws IllegalArgumentException if it is not a list of known names with values, each once
     */
    public Parameters(String text, String list, Collection<String> known) {
        this.text = text;
        for (String item : list.isBlank() ? new String[0] : list.split(",", -1)) {
            int equals = item.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "problem '" + text + "': '" + item + "' is not of the form name=value");
            }
            String name = item.substring(0, equals).strip();
            if (!known.contains(name)) {
                throw known.isEmpty()
                        ? new IllegalArgumentException("problem '" + text + "' has no parameters")
                        : Names.unknown("parameter of '" + text + "'", name, known);
            }
            if (given.put(name, item.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("problem '" + text + "': " + name + " is given twice");
            }
        }
    }

    /**
     * A parameter that is an integer.
     *
     * @param name its name
     * @param fallback what it is if it is not given
     * @return its value
     * @throws IllegalArgumentException if it is not an integer
     */
    public int integer(String name, int fallback) {
        try {
            return given.containsKey(name) ? Integer.parseInt(given.get(name)) : fallback;
        } catch (NumberFormatException e) {
            throw wrong(name, "an integer", e);
        }
    }

    /**
     * A parameter that is a number.
     *
     * @param name its name
     * @param fallback what it is if it is not given
     * @return its value
     * @throws IllegalArgumentException if it is not a number
     */
    public double number(String name, double fallback) {
        try {
            return given.containsKey(name) ? Double.parseDouble(given.get(name)) : fallback;
        } catch (NumberFormatException e) {
            throw wrong(name, "a number", e);
        }
    }

    private IllegalArgumentException wrong(String name, String expected, NumberFormatException cause) {
        return new IllegalArgumentException(
                "problem '" + text + "': " + name + " = '" + given.get(name) + "', expected " + expected, cause);
    }
}
