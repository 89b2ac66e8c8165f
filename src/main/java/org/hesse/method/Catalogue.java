package org.hesse.method;

import java.util.List;

/**
 * Algorithms that {@link Methods} reads by name though they live above this package, or in another jar: a service, found
 * by {@link java.util.ServiceLoader} where {@code META-INF/services/org.hesse.method.Catalogue} names it.
 */
public interface Catalogue {
    /**
     * An algorithm with its name.
     *
     * @param name such as {@code hipparchus-bobyqa}: lower case, words joined by hyphens, unlike any other
     * @param template a public record, whose components are the options and their defaults; one class for each name
     * @param summary what it is, in a few words
     */
    record Entry(String name, Algorithm template, String summary) {}

    /**
     * The algorithms.
     *
     * @return one entry for each name
     */
    List<Entry> entries();
}
