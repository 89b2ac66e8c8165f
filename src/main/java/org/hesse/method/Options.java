package org.hesse.method;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hesse.search.Schedule;

/** Changes components of a record by their names: {@code rate=0.1,form=GRADIENT}. */
final class Options {
    private Options() {}

    static Method<?> change(String name, Method<?> method, String options) {
        RecordComponent[] components = method.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(method);
            }
            for (String option : options.split(",", -1)) {
                int equals = option.indexOf('=');
                int i = index(
                        name,
                        components,
                        equals < 0 ? option : option.substring(0, equals).trim());
                String value = equals < 0 ? "" : option.substring(equals + 1).trim();
                values[i] = parse(name, components[i], value);
            }
            return construct(method.getClass(), components, values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the options of " + name + " cannot be changed: " + e, e);
        }
    }

    /** The components that can be changed, with their values. */
    static Map<String, Object> of(Method<?> method) {
        Map<String, Object> options = new LinkedHashMap<>();
        try {
            for (RecordComponent component : method.getClass().getRecordComponents()) {
                if (isSettable(component.getType())) {
                    options.put(component.getName(), component.getAccessor().invoke(method));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the options of " + method.name() + " cannot be read: " + e, e);
        }
        return options;
    }

    private static int index(String name, RecordComponent[] components, String option) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(option) && isSettable(components[i].getType())) {
                return i;
            }
        }
        List<String> known = Arrays.stream(components)
                .filter(c -> isSettable(c.getType()))
                .map(RecordComponent::getName)
                .toList();
        throw new IllegalArgumentException(name + ": unknown option '" + option
                + "', expected option=value with one of " + String.join(", ", known));
    }

    private static boolean isSettable(Class<?> type) {
        return type == double.class
                || type == int.class
                || type == long.class
                || type == boolean.class
                || type == Schedule.class
                || type.isEnum();
    }

    private static Object parse(String name, RecordComponent component, String value) {
        Class<?> type = component.getType();
        try {
            if (type == double.class) {
                return Double.valueOf(value);
            } else if (type == int.class) {
                return Integer.valueOf(value);
            } else if (type == long.class) {
                return Long.valueOf(value);
            } else if (type == Schedule.class) {
                return Schedule.constant(Double.parseDouble(value));
            }
        } catch (NumberFormatException e) {
            String expected = type == int.class || type == long.class ? "a whole number" : "a number";
            throw bad(name, component, value, expected);
        } catch (IllegalArgumentException e) { // of the schedule
            throw bad(name, component, value, "a finite number >= 0");
        }
        Object[] allowed = type.isEnum() ? type.getEnumConstants() : new Object[] {true, false};
        return Arrays.stream(allowed)
                .filter(a -> a.toString().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> bad(
                        name,
                        component,
                        value,
                        Arrays.stream(allowed).map(Object::toString).collect(Collectors.joining(" or "))));
    }

    private static IllegalArgumentException bad(String name, RecordComponent component, String value, String expected) {
        return new IllegalArgumentException(
                name + ": " + component.getName() + " = " + value + ", expected " + expected);
    }

    private static Method<?> construct(Class<?> type, RecordComponent[] components, Object[] values)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> canonical = type.getConstructor(types);
        try {
            return (Method<?>) canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException outOfRange) {
                throw outOfRange;
            }
            throw e;
        }
    }
}
