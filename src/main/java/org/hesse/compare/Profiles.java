package org.hesse.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Solvers on a set of problems, in a few curves and a number. What a solver took for a problem may be anything positive,
 * such as evaluations; +∞ is for a problem that it did not solve.
 */
public final class Profiles {
    private Profiles() {}

    /**
     * Performance profiles: of each solver, the distribution of what it took in units of what the best solver of the same
     * problem took. At 1 stands the share of problems that it was best on, far to the right the share that it solved. It
     * says nothing of two solvers among themselves, for the best may be a third one.
     *
     * <p>Source: Dolan and Moré, Benchmarking Optimization Software with Performance Profiles, Mathematical Programming
     * 91, 201–213, 2002, equation (2.1).
     *
     * @param cost for each solver what it took for each problem, positive or +∞; not modified
     * @return a curve for each solver
     * @throws IllegalArgumentException if there is nothing, the rows are of different length, or a number is not positive
     */
    public static List<Distribution> performance(double[][] cost) {
        check(cost);
        int problems = cost[0].length;
        double[] best = IntStream.range(0, problems)
                .mapToDouble(p ->
                        Arrays.stream(cost).mapToDouble(row -> row[p]).min().orElseThrow())
                .toArray();
        return Arrays.stream(cost)
                .map(row -> Distribution.of(IntStream.range(0, problems)
                        .mapToDouble(p -> row[p] < Double.POSITIVE_INFINITY ? row[p] / best[p] : row[p])
                        .toArray()))
                .toList();
    }

    /**
     * Data profiles: of each solver, the distribution of what it took in units of n + 1 evaluations, which is what a
     * gradient by differences takes. Other than a performance profile it does not depend on the other solvers.
     *
     * <p>Source: Moré and Wild, Benchmarking Derivative-Free Optimization Algorithms, SIAM Journal on Optimization 20,
     * 172–191, 2009, equation (2.8).
     *
     * @param cost for each solver what it took for each problem, positive or +∞; not modified
     * @param dimensions the number of variables of each problem, at least 1; not modified
     * @return a curve for each solver
     * @throws IllegalArgumentException as by {@link #performance}, or if a dimension is missing or less than 1
     */
    public static List<Distribution> data(double[][] cost, int[] dimensions) {
        check(cost);
        if (dimensions.length != cost[0].length || Arrays.stream(dimensions).anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException("dimensions " + Arrays.toString(dimensions) + ", expected "
                    + cost[0].length + " numbers of at least 1");
        }
        return Arrays.stream(cost)
                .map(row -> Distribution.of(IntStream.range(0, row.length)
                        .mapToDouble(p -> row[p] / (dimensions[p] + 1))
                        .toArray()))
                .toList();
    }

    /**
     * The geometric mean.
     *
     * @param cost positive numbers, at least one, or +∞; not modified
     * @return (Π cost)^(1/length); +∞ if one of them is
     * @throws IllegalArgumentException if there is none, or one is not positive
     */
    public static double geometricMean(double... cost) {
        check(new double[][] {cost});
        return Math.exp(Arrays.stream(cost).map(Math::log).sum() / cost.length);
    }

    private static void check(double[][] cost) {
        if (cost.length == 0 || cost[0].length == 0) {
            throw new IllegalArgumentException("cost: empty, expected at least one solver and one problem");
        }
        for (double[] row : cost) {
            if (row.length != cost[0].length) {
                throw new IllegalArgumentException(
                        "cost: " + row.length + " problems in one row, " + cost[0].length + " in another");
            }
            for (double c : row) {
                if (!(c > 0)) {
                    throw new IllegalArgumentException("cost: " + c + ", expected a positive number or infinity");
                }
            }
        }
    }
}
