package org.hesse.autodiff.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hesse.io.Phrase;

/** Parameters of an expression as text: {@code n=1000, a=2}. */
public final class ParameterText {
    private ParameterText() {}

    /**
     * Reads parameters.
     *
     * @param text {@code name=number} separated by commas; none if blank
     * @return the numbers by their names, in the order of the text
     * @throws IllegalArgumentException if a name is missing or given twice, or a value is not a finite number
     */
    public static Map<String, Double> parse(String text) {
        if (text == null) {
            throw new IllegalArgumentException("parameters = null, expected name=number");
        }
        Map<String, Double> parameters = new LinkedHashMap<>();
        if (text.isBlank()) {
            return parameters;
        }
        for (String part : text.replace('\u2212', '-').split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            double value = Phrase.number(part.substring(equals + 1).strip()).orElse(Double.NaN);
            if (name.isEmpty() || !Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "parameters '" + text + "': '" + part.strip() + "', expected name=number");
            }
            if (parameters.put(name, value) != null) {
                throw new IllegalArgumentException("parameters '" + text + "': " + name + " is given twice");
            }
        }
        return parameters;
    }
}
