package org.hesse.problem;

import java.util.List;
import java.util.stream.Stream;
import org.hesse.problem.catalog.TestProblem;

/** The small well-scaled problems, for tests that look at points of size 1; the families have tests of their own. */
public final class SmallProblems {
    private SmallProblems() {}

    /** With the defaults of their parameters. */
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
