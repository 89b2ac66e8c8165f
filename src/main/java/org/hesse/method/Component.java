package org.hesse.method;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.hesse.io.Names;
import org.hesse.io.Numbers;
import org.hesse.io.Phrase;
import org.hesse.search.LineSearch;
import org.hesse.search.Schedule;
import org.hesse.search.Schedules;
import org.hesse.search.StepLength;
import org.hesse.search.Subproblem;

/**
 * What a component of a method's record is called in text, how it is read and written.
 *
 * @param name its name
 * @param type its type
 */
record Component(String name, Class<?> type) {
    private static final List<String> LENGTH = List.of("search", "rate"); // a StepLength is either

    /** Whether it is a method, written in parentheses instead of as an option. */
    boolean isMethod() {
        return type == Method.class || type == Algorithm.class;
    }

    /** The options that set it, at most one of them; none if text cannot. */
    List<String> keys() {
        boolean plain = type == double.class || type == int.class || type == long.class || type == boolean.class;
        return type == StepLength.class
                ? LENGTH
                : plain
                                || type.isEnum()
                                || List.of(Schedule.class, LineSearch.class, Subproblem.class)
                                        .contains(type)
                        ? List.of(name)
                        : List.of();
    }

    /** The option that gives it this value. */
    String key(Object value) {
        return type == StepLength.class ? LENGTH.get(value instanceof StepLength.Search ? 0 : 1) : name;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException with what was expected, perhaps after what is wrong
     */
    Object read(String key, Phrase text, double passes) {
        if (isMethod()) {
            return Methods.read(text, passes);
        } else if (type == StepLength.class) {
            return key.equals("rate")
                    ? new StepLength.Rate(Schedules.read(text, passes))
                    : new StepLength.Search(LineSearches.read(text, passes));
        } else if (type == Schedule.class) {
            return Schedules.read(text, passes);
        } else if (type == LineSearch.class) {
            return LineSearches.read(text, passes);
        } else if (type == Subproblem.class) {
            return Subproblems.read(text, passes);
        } else if (type == double.class) {
            return number(text);
        } else if (type == int.class || type == long.class) {
            return whole(text);
        }
        return type == boolean.class
                ? one(text, List.of(true, false))
                : one(text, Arrays.asList(type.getEnumConstants()));
    }

    private static double number(Phrase text) {
        return text.number().orElseThrow(() -> new IllegalArgumentException("expected a number"));
    }

    private Object whole(Phrase text) {
        OptionalDouble number = text.number(); // 1e6 is whole, too
        double x = number.orElse(Double.NaN);
        double most = type == int.class ? Integer.MAX_VALUE : 1L << 53;
        if (x != Math.rint(x) || Math.abs(x) > most || Double.isNaN(x)) {
            throw new IllegalArgumentException("expected a whole number");
        }
        if (type == int.class) {
            return (int) x;
        }
        return (long) x;
    }

    private static Object one(Phrase text, List<?> allowed) {
        List<String> names = allowed.stream().map(Component::plain).toList();
        int i = names.indexOf(plain(text.toString()));
        if (i < 0) {
            throw new IllegalArgumentException(
                    names.size() <= 2
                            ? "expected " + String.join(" or ", names)
                            : Names.expected(text.toString(), names));
        }
        return allowed.get(i);
    }

    private static String plain(Object constant) {
        String name = constant instanceof Enum<?> e ? e.name() : constant.toString();
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Writes a value as {@link #read} takes it. */
    static String text(Object value) {
        if (value instanceof Double d) {
            return Numbers.exact(d);
        } else if (value instanceof Schedule s) {
            return Schedules.text(s);
        } else if (value instanceof LineSearch s) {
            return LineSearches.text(s);
        } else if (value instanceof Subproblem s) {
            return Subproblems.text(s);
        } else if (value instanceof StepLength.Rate r) {
            return Schedules.text(r.rate());
        } else if (value instanceof StepLength.Search s) {
            return LineSearches.text(s.line());
        }
        return plain(value);
    }
}
