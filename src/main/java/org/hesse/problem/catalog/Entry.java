package org.hesse.problem.catalog;

import java.util.List;
import java.util.function.Function;

/**
 * A line of the catalogue: a problem, or a family of them by its parameters.
 *
 * @param name the name without parameters, lower case with hyphens
 * @param parameters the names of its parameters, perhaps none
 * @param make makes the problem; throws IllegalArgumentException if a parameter is out of range
 */
public record Entry(String name, List<String> parameters, Function<Parameters, TestProblem> make) {
    /** Copies the list. */
    public Entry {
        parameters = List.copyOf(parameters);
    }
}
