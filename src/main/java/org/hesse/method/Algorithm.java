package org.hesse.method;

/** Anything that minimises: a {@link Method}, stepped by the loop, or an {@link Opaque} one that owns its loop. */
public sealed interface Algorithm permits Method, Opaque {
    /**
     * The name in reports: the class in lower case unless overridden, {@code adam}, {@code lbfgs}.
     *
     * @return a short name
     */
    default String name() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
