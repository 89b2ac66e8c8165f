package org.hesse.method;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.hesse.io.Names;
import org.hesse.io.Phrase;

/** The components of a record as options: {@code rate=0.1,form=gradient}. */
final class Options {
    private Options() {}

    /**
     * A record with some components changed.
     *
     * @param type its class
     * @param template gives the components that the text does not; without it the text has to give all
     * @param text its name, arguments and options
     * @param passes the data passes of the run
     * @throws IllegalArgumentException naming the option, its value and what is allowed
     */
    static Object read(Class<?> type, Optional<?> template, Phrase text, double passes) {
        if (!type.isRecord()) {
            if (text.isWord() && template.isPresent()) {
                return template.get();
            }
            throw bad(text, "the class is no record, expected a public constructor without arguments and no options");
        }
        List<Component> components = components(type);
        Object[] values = template.map(Options::values).orElseGet(() -> new Object[components.size()]);
        String[] givenBy = new String[values.length];
        for (Phrase.Argument argument : text.all()) {
            int i = index(text, components, argument, givenBy);
            if (givenBy[i] != null) {
                throw bad(
                        text,
                        givenBy[i].equals(argument.key())
                                ? argument.key() + " is given twice"
                                : argument.key() + " and " + givenBy[i] + " exclude each other");
            }
            givenBy[i] = argument.key();
            try {
                values[i] = components.get(i).read(argument.key(), argument.value(), passes);
            } catch (IllegalArgumentException e) {
                String what = components.get(i).isMethod()
                        ? "in the parentheses"
                        : argument.toString().replaceFirst("=", " = ");
                throw new IllegalArgumentException(
                        text.word() + ": " + what + (e.getMessage().startsWith("expected") ? ", " : ": ")
                                + e.getMessage(),
                        e);
            }
        }
        for (int i = 0; i < values.length; i++) {
            Component c = components.get(i);
            if (givenBy[i] == null && (c.isMethod() || values[i] == null && template.isEmpty())) {
                throw bad(
                        text,
                        c.isMethod()
                                ? "the method inside is missing, expected " + text.word()
                                        + "(adam:rate=1e-3), for example"
                                : c.name() + " is missing, expected "
                                        + (c.keys().isEmpty()
                                                ? "a constructor without arguments, for it cannot be written as text"
                                                : String.join(" or ", c.keys()) + "="));
            }
        }
        return construct(type, components, values);
    }

    private static int index(Phrase text, List<Component> components, Phrase.Argument argument, String[] givenBy) {
        String key = argument.key();
        for (int i = 0; i < givenBy.length; i++) {
            Component c = components.get(i);
            if (key.isEmpty() ? c.isMethod() && givenBy[i] == null : c.keys().contains(key)) {
                return i;
            }
        }
        List<String> known = components.stream().flatMap(c -> c.keys().stream()).toList();
        String options =
                known.isEmpty() ? "there are none" : "expected option=value with one of " + String.join(", ", known);
        if (key.isEmpty()) {
            throw bad(text, "'" + argument + "' has no place in the parentheses, " + options);
        }
        List<String> near = Names.nearest(key, known);
        throw bad(
                text,
                "unknown option '" + key + "', "
                        + (near.isEmpty() ? "" : "did you mean " + String.join(", ", near) + "? ") + options);
    }

    /** The options of a record and their values. */
    static Map<String, Object> of(Object value) {
        Map<String, Object> options = new LinkedHashMap<>();
        if (isReadable(value)) {
            List<Component> components = components(value.getClass());
            Object[] values = values(value);
            for (int i = 0; i < values.length; i++) {
                if (!components.get(i).keys().isEmpty()) {
                    options.put(components.get(i).key(values[i]), values[i]);
                }
            }
        }
        return options;
    }

    /** A record with the first component that passes changed; empty if none passes. */
    static Optional<Object> changed(Object value, BiPredicate<Component, Object> which, UnaryOperator<Object> change) {
        if (isReadable(value)) {
            List<Component> components = components(value.getClass());
            Object[] values = values(value);
            for (int i = 0; i < values.length; i++) {
                if (which.test(components.get(i), values[i])) {
                    values[i] = change.apply(values[i]);
                    return Optional.of(construct(value.getClass(), components, values));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods inside a method, in their order. */
    static List<Algorithm> inner(Algorithm method) {
        return isReadable(method)
                ? Arrays.stream(values(method))
                        .filter(Algorithm.class::isInstance)
                        .map(Algorithm.class::cast)
                        .toList()
                : List.of();
    }

    private static boolean isReadable(Object value) {
        return value instanceof Record && Modifier.isPublic(value.getClass().getModifiers());
    }

    private static List<Component> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(c -> new Component(c.getName(), c.getType()))
                .toList();
    }

    private static Object[] values(Object value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(value);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(value.getClass().getName() + ": its components cannot be read: " + e, e);
        }
        return values;
    }

    private static Object construct(Class<?> type, List<Component> components, Object[] values) {
        try {
            Class<?>[] types = components.stream().map(Component::type).toArray(Class<?>[]::new);
            return OwnClass.make(type.getConstructor(types), values);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + ": its canonical constructor is not public", e);
        }
    }

    private static IllegalArgumentException bad(Phrase text, String problem) {
        return new IllegalArgumentException(text.word() + ": " + problem);
    }
}
