package org.hesse.method;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hesse.io.Names;
import org.hesse.io.Phrase;

/**
 * Records of one type by their names, each with the values its options have when text does not give them.
 *
 * @param <T> the type
 */
final class Vocabulary<T> {
    private final String what;
    private final Class<T> type;
    private final Map<String, T> templates = new TreeMap<>();
    private final Map<Class<?>, String> firstNames = new HashMap<>();

    Vocabulary(String what, Class<T> type) {
        this.what = what;
        this.type = type;
    }

    void add(String name, T template) {
        templates.put(name, template);
        firstNames.putIfAbsent(template.getClass(), name);
    }

    Set<String> names() {
        return templates.keySet();
    }

    T template(String name) {
        T template = templates.get(name);
        if (template == null) {
            throw Names.unknown(what, name, templates.keySet());
        }
        return template;
    }

    /** Reads one of them, or one of a class on the class path. */
    T read(Phrase text, double passes) {
        T template = templates.get(text.word());
        if (template != null) {
            return type.cast(Options.read(template.getClass(), Optional.of(template), text, passes));
        }
        Optional<Class<?>> own = OwnClass.find(text.word(), type);
        if (own.isEmpty() && text.word().indexOf('.') > 0 && text.number().isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown " + what + " '" + text.word() + "': there is no class of that name on the class path");
        }
        Class<?> found = own.orElseThrow(() -> Names.unknown(what, text.word(), templates.keySet()));
        return type.cast(Options.read(found, OwnClass.make(found), text, passes));
    }

    /** The name by which one is read; if there are two, that of equal values, or the first that was added. */
    String name(T value) {
        return templates.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> firstNames.getOrDefault(
                        value.getClass(), value.getClass().getName()));
    }

    /** What a value that text does not give is compared with; empty if all are given. */
    Optional<?> defaults(T value) {
        T template = templates.get(name(value));
        return template != null ? Optional.of(template) : OwnClass.make(value.getClass());
    }
}
