package org.hesse.method;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Optional;

/** Classes on the class path by their names: your own methods and line searches. */
final class OwnClass {
    private OwnClass() {}

    /**
     * Finds a class.
     *
     * @param name its full name; an inner one has a dollar sign
     * @param type what it has to be
     * @return the class; empty if there is none of that name
     * @throws IllegalArgumentException if it cannot be used, and why
     */
    static Optional<Class<?>> find(String name, Class<?> type) {
        Class<?> found;
        try {
            found = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (LinkageError e) { // such as a name that differs in case only, where the file system ignores case
            throw new IllegalArgumentException("class " + name + " cannot be loaded: " + e, e);
        }
        boolean made = !found.isInterface() && !Modifier.isAbstract(found.getModifiers());
        if (!type.isAssignableFrom(found) || !made || !Modifier.isPublic(found.getModifiers())) {
            throw new IllegalArgumentException(
                    "class " + name + " is no public class that implements " + type.getName() + " and can be made");
        }
        return Optional.of(found);
    }

    /** One made without arguments, if the class can be made so. */
    static Optional<Object> make(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return Optional.empty();
        }
        try {
            return Optional.of(make(type.getConstructor()));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /**
     * Calls a constructor.
     *
     * @throws IllegalArgumentException of the constructor, or saying what else it threw
     */
    static Object make(Constructor<?> constructor, Object... values) {
        String name = constructor.getDeclaringClass().getName();
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong && wrong.getMessage() != null) {
                throw wrong;
            }
            throw new IllegalArgumentException(name + ": its constructor threw " + e.getCause(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException(name + ": cannot be made: " + e, e);
        }
    }
}
