package org.hesse.critical;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.io.Terminal;
import org.hesse.objective.Domain;
import org.hesse.objective.Layout;

/**
 * The bounds that a point lies on, with their Lagrange multipliers μ = ∂f/∂xᵢ at a lower bound and −∂f/∂xᵢ at an upper one:
 * the rise of f on the way inwards. The kind is judged on the free variables, all others; it needs μ ≥ 0. Source: Nocedal and
 * Wright, Numerical Optimization (2nd edition, 2006), section 12.5. The arrays are shared, not copied.
 *
 * @param variables the variables at a bound with μ beyond its error, and those between equal bounds; ascending
 * @param multipliers their μ; 0 between equal bounds
 * @param weak variables at a bound with |μ| within its error: they count as free
 * @param falling variables at a bound with μ &lt; 0: f falls on the way inwards
 */
public record ActiveBounds(int[] variables, double[] multipliers, int[] weak, int[] falling) {
    /** With the error of each component of the gradient. */
    static ActiveBounds at(Domain domain, double[] x, double[] gradient, double[] errors) {
        int n = x.length;
        double[] mu = new double[n];
        boolean[] bound = new boolean[n];
        boolean[] equal = new boolean[n];
        for (int i = 0; i < n; i++) {
            equal[i] = domain.lower()[i] == domain.upper()[i];
            bound[i] = x[i] <= domain.lower()[i] || x[i] >= domain.upper()[i];
            mu[i] = equal[i] ? 0 : x[i] <= domain.lower()[i] ? gradient[i] : -gradient[i];
        }
        int[] strict = where(n, i -> bound[i] && (equal[i] || mu[i] > errors[i]));
        return new ActiveBounds(
                strict,
                Arrays.stream(strict).mapToDouble(i -> mu[i]).toArray(),
                where(n, i -> bound[i] && !equal[i] && Math.abs(mu[i]) <= errors[i]),
                where(n, i -> bound[i] && !equal[i] && mu[i] < -errors[i]));
    }

    private static int[] where(int n, IntPredicate test) {
        return IntStream.range(0, n).filter(test).toArray();
    }

    int[] free(int n) {
        return where(n, i -> Arrays.binarySearch(variables, i) < 0);
    }

    boolean isEmpty() {
        return variables.length + weak.length + falling.length == 0;
    }

    static String names(int[] which, Layout layout) {
        String more = which.length > 4 ? ", ..." : "";
        return Arrays.stream(which).limit(4).mapToObj(layout::name).collect(Collectors.joining(", ", "", more));
    }

    /** The numbers, in at most 80 characters. */
    @Override
    public String toString() {
        return Terminal.line(variables.length + " at bounds, multipliers " + Arrays.toString(multipliers));
    }
}
