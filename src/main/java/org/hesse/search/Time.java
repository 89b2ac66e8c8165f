package org.hesse.search;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hesse.io.Numbers;
import org.hesse.io.Phrase;

/**
 * A length of time as text: {@code 5epochs}, {@code 500} or {@code 500steps}, {@code 30passes}.
 *
 * @param length the number
 * @param unit what it counts; steps if the text does not say
 */
record Time(double length, Unit unit) {
    static final String EXPECTED = "a time such as 5epochs, 30passes or 500steps";
    private static final Pattern TEXT = Pattern.compile("(.*?[\\d.])\\s*([a-z]*)");

    static Time read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (parts.matches()) {
            OptionalDouble length = Phrase.number(parts.group(1));
            String unit = parts.group(2);
            if (length.isPresent()) {
                return new Time(length.getAsDouble(), unit.isEmpty() ? Unit.STEPS : unit(unit));
            }
        }
        throw new IllegalArgumentException("expected " + EXPECTED);
    }

    /** A unit by its name, in the plural or the singular. */
    static Unit unit(String text) {
        for (Unit unit : Unit.values()) {
            String singular = unit == Unit.PASSES
                    ? "pass"
                    : unit.toString().substring(0, unit.toString().length() - 1);
            if (text.toLowerCase(Locale.ROOT).equals(unit.toString())
                    || text.toLowerCase(Locale.ROOT).equals(singular)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("expected steps, epochs or passes");
    }

    @Override
    public String toString() {
        return Numbers.exact(length) + unit;
    }
}
