package org.hesse.method;

import java.util.Set;
import org.hesse.objective.Domain;
import org.hesse.objective.Structure;

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

    /**
     * Whether it minimises on a domain: within its bounds, and with its penalty.
     *
     * @param domain the bounds and the penalty
     * @return by default only where there are neither
     */
    default boolean fits(Domain domain) {
        return !domain.isBounded() && !domain.isPenalised();
    }

    /**
     * The structures without which the algorithm cannot run.
     *
     * @return structure types, by default none
     */
    default Set<Class<? extends Structure>> needs() {
        return Set.of();
    }
}
