package org.hesse.problem;

import java.util.List;
import java.util.stream.Stream;
import org.hesse.problem.catalog.TestProblem;

/** A few well-scaled problems, finite wherever they are asked, for tests that need no more. */
public final class Classics {
    private Classics() {}

    public static List<TestProblem> all() {
        return Stream.of(
                        "beale",
                        "biggs6",
                        "himmelblau",
                        "monkey-saddle",
                        "quadratic",
                        "rosenbrock",
                        "six-hump-camel",
                        "styblinski-tang")
                .map(Problems::named)
                .toList();
    }
}
