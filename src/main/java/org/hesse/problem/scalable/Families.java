package org.hesse.problem.scalable;

import java.util.List;
import java.util.function.IntFunction;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/** The families by name, such as {@code liarwhd:n=1000}. */
public final class Families {
    private Families() {}

    private static Entry family(String name, int usual, IntFunction<TestProblem> member) {
        return new Entry(name, List.of("n"), p -> member.apply(p.integer("n", usual)));
    }

    /**
     * The lines of the catalogue.
     *
     * @return an entry for each family, its parameter n
     */
    public static List<Entry> entries() {
        return List.of(
                family("broyden-banded", 10, SquaresOfSystems::broydenBanded),
                family("broyden-tridiagonal", 10, SquaresOfSystems::broydenTridiagonal),
                family("discrete-boundary-value", 10, SquaresOfSystems::discreteBoundaryValue),
                family("extended-powell", 100, SquaresOfSystems::extendedPowell),
                family("extended-rosenbrock", 100, ExtendedRosenbrock::problem),
                family("penalty-1", 10, CoupledSquares::penalty1),
                family("trigonometric", 10, CoupledSquares::trigonometric),
                family("variably-dimensioned", 10, CoupledSquares::variablyDimensioned));
    }
}
