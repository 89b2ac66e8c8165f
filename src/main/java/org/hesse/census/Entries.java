package org.hesse.census;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The entries of a document that was read, by name and type; what is missing or of another type is named. */
final class Entries {
    private final Map<?, ?> map;

    Entries(Object tree) {
        this.map = cast("the document", tree, Map.class);
    }

    private static <T> T cast(String name, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a "
                    + type.getSimpleName().toLowerCase(java.util.Locale.ROOT));
        }
        return type.cast(value);
    }

    private <T> T get(String name, Class<T> type) {
        return cast(name, map.get(name), type);
    }

    Entries entries(String name) {
        return new Entries(get(name, Map.class));
    }

    String text(String name) {
        return get(name, String.class);
    }

    boolean is(String name) {
        return get(name, Boolean.class);
    }

    long whole(String name) {
        return get(name, Long.class);
    }

    double number(String name) {
        return number(name, map.get(name));
    }

    /** NaN and the infinite numbers are strings. */
    private static double number(String name, Object value) {
        return value instanceof String s
                ? Double.parseDouble(s)
                : cast(name, value, Number.class).doubleValue();
    }

    double[] numbers(String name) {
        List<?> list = get(name, List.class);
        return list.stream().mapToDouble(v -> number(name, v)).toArray();
    }

    List<String> texts(String name) {
        List<?> list = get(name, List.class);
        return list.stream().map(v -> cast(name, v, String.class)).toList();
    }

    <T> List<T> list(String name, Function<Entries, T> item) {
        List<?> list = get(name, List.class);
        return list.stream().map(v -> item.apply(new Entries(v))).toList();
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }
}
