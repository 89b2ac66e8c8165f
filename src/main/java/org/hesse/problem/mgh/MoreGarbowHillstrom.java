package org.hesse.problem.mgh;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hesse.objective.Kind;
import org.hesse.problem.catalog.Entry;
import org.hesse.problem.catalog.TestProblem;

/**
 * The test problems of the paper: least-squares problems from points far from their minima, with f = Σᵢ rᵢ².
 *
 * <p>Source: Moré, Garbow and Hillstrom, Testing Unconstrained Optimization Software, ACM TOMS 7(1), 17–41, 1981. The
 * minima were computed anew, by Newton's method at 60 digits from the ends of many runs of Levenberg–Marquardt: there are
 * more of them than the paper lists, some near poles, and fewer in one case (Brown almost-linear).
 */
public final class MoreGarbowHillstrom {
    private static final Set<String> COMMON = Set.of(
            "rosenbrock",
            "freudenstein-roth",
            "beale",
            "helical-valley",
            "gaussian",
            "box-3d",
            "powell-singular",
            "wood",
            "brown-dennis",
            "biggs6",
            "extended-rosenbrock",
            "extended-powell",
            "penalty-2",
            "trigonometric",
            "brown-almost-linear",
            "discrete-boundary-value",
            "discrete-integral-equation",
            "broyden-tridiagonal",
            "linear-full-rank",
            "chebyquad");

    private MoreGarbowHillstrom() {}

    /**
     * The problems of this package, by name.
     *
     * @return lines of the catalogue
     */
    public static List<Entry> entries() {
        return Stream.of(
                        Valleys.entries(),
                        Exponentials.entries(),
                        Fits.entries(),
                        Families.entries(),
                        Quadratures.entries(),
                        Linear.entries())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The problems in the order of the paper, at the sizes that comparisons use.
     *
     * @return names with parameters, of this package and of others
     */
    public static List<String> names() {
        return List.of(
                "rosenbrock:n=2",
                "freudenstein-roth",
                "powell-badly-scaled",
                "brown-badly-scaled",
                "beale",
                "jennrich-sampson",
                "helical-valley",
                "bard",
                "gaussian",
                "meyer",
                "gulf",
                "box-3d",
                "powell-singular",
                "wood",
                "kowalik-osborne",
                "brown-dennis",
                "osborne-1",
                "biggs6",
                "osborne-2",
                "watson:n=9",
                "extended-rosenbrock:n=100",
                "extended-powell:n=100",
                "penalty-1:n=10",
                "penalty-2:n=10",
                "variably-dimensioned:n=10",
                "trigonometric:n=10",
                "brown-almost-linear:n=10",
                "discrete-boundary-value:n=10",
                "discrete-integral-equation:n=10",
                "broyden-tridiagonal:n=10",
                "broyden-banded:n=10",
                "linear-full-rank:n=10",
                "linear-rank-1:n=10",
                "linear-rank-1-zero:n=10",
                "chebyquad:n=8");
    }

    /**
     * Whether a problem is one of the twenty that all but the weakest solvers solve: costs are averaged over them.
     *
     * @param p a problem, of any size
     * @return true for those twenty
     */
    public static boolean isCommon(TestProblem p) {
        return COMMON.contains(p.name().replaceFirst(":.*", ""));
    }

    /**
     * The problem as published tables count it: that of Biggs is solved at its strict saddle, too.
     *
     * @param p a problem
     * @return the problem, of Biggs with the value at the saddle among the minima
     */
    public static TestProblem asInTables(TestProblem p) {
        double[] saddles = p.points().stream()
                .filter(point -> point.kind() == Kind.SADDLE)
                .mapToDouble(TestProblem.Point::value)
                .toArray();
        return p.name().equals("biggs6")
                ? new TestProblem(p.name(), p.objective(), p.start(), p.points(), p.complete(), saddles, p.source())
                : p;
    }
}
