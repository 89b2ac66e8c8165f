package org.hesse.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hesse.io.Names;
import org.hesse.io.Phrase;

/**
 * Values of variables as text, {@code x=-1.2, y=1} or {@code -1.2, 1}; the commas inside the brackets of a name such as
 * {@code W[0,1]} do not separate.
 */
final class NamedValues {
    private final String what;
    private final String text;
    private final String form;

    /**
     * Takes a text.
     *
     * @param what what it is, for messages, such as {@code point}
     * @param form how one value is written, such as {@code number}
     */
    NamedValues(String what, String text, String form) {
        this.what = what;
        this.text = text.strip();
        this.form = form;
    }

    /** The parts between the commas. */
    private String[] parts() {
        return text.split("\\s*,\\s*(?![^\\[]*\\])", -1);
    }

    /** The names in the order of the text, all different. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String part : parts()) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            if (name.isEmpty()) {
                throw bad("'" + part + "' has no name, expected name=" + form);
            }
            if (names.contains(name)) {
                throw bad(name + " is given twice");
            }
            names.add(name);
        }
        return names;
    }

    /** The value of each variable, in their order. */
    String[] values(List<String> variables, String shown) {
        String[] parts = parts();
        int n = variables.size();
        if (text.indexOf('=') < 0) {
            if (parts.length != n) {
                throw bad(parts.length + " " + form + (parts.length == 1 ? "" : "s") + ", expected " + n + ", for "
                        + shown);
            }
            return parts;
        }
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < n; i++) {
            index.put(variables.get(i), i);
        }
        String[] values = new String[n];
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw bad("'" + part + "' has no name, expected name=" + form + " for each of " + shown);
            }
            String name = part.substring(0, equals).strip();
            Integer i = index.get(name);
            if (i == null) {
                throw Names.unknown("variable", name, variables);
            }
            if (values[i] != null) {
                throw bad(name + " is given twice");
            }
            values[i] = part.substring(equals + 1).strip();
        }
        int missing = Arrays.asList(values).indexOf(null);
        if (missing >= 0) {
            throw bad(variables.get(missing) + " is missing, expected name=" + form + " for each of " + shown);
        }
        return values;
    }

    /** The finite number that a text is. */
    double number(String name, String number) {
        double value = Phrase.number(number.strip()).orElse(Double.NaN);
        if (!Double.isFinite(value)) {
            throw bad(name + " = '" + number + "', expected a finite number");
        }
        return value;
    }

    IllegalArgumentException bad(String problem) {
        return new IllegalArgumentException(what + " '" + text + "': " + problem);
    }
}
