package org.hesse.problem.bounded;

import java.util.Arrays;
import java.util.List;
import org.hesse.io.Terminal;

/**
 * A reference minimum, by SciPy's L-BFGS-B and Newton's method on the free variables, to about double precision.
 *
 * @param problem the name of the problem, with its parameters
 * @param value f(x) and the penalty at x
 * @param x the point, length n, its variables at bounds and at 0 exactly there; not to be modified
 */
public record Solution(String problem, double value, double[] x) {
    private static final List<Solution> ALL = Resource.lines("solutions.txt")
            .map(line -> line.split(" "))
            .map(words -> new Solution(
                    words[0],
                    Double.parseDouble(words[1]),
                    Arrays.stream(words)
                            .skip(2)
                            .mapToDouble(Double::parseDouble)
                            .toArray()))
            .toList();

    /**
     * The known local minima of a problem.
     *
     * @param problem its name, with its parameters
     * @return the minima, first the one that L-BFGS-B finds from the start; none for an unknown problem
     */
    public static List<Solution> of(String problem) {
        return ALL.stream().filter(s -> s.problem.equals(problem)).toList();
    }

    /**
     * The values of the known local minima of a problem.
     *
     * @param problem its name, with its parameters
     * @return the values, penalty included
     */
    public static double[] values(String problem) {
        return of(problem).stream().mapToDouble(Solution::value).toArray();
    }

    @Override
    public String toString() {
        return Terminal.line(problem + ": " + value + " at " + Arrays.toString(x));
    }
}
