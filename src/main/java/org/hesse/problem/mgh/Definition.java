package org.hesse.problem.mgh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.hesse.autodiff.reverse.Var;
import org.hesse.autodiff.reverse.VectorFunction;
import org.hesse.problem.catalog.SumOfSquares;
import org.hesse.problem.catalog.TestProblem;

/** A problem of the paper as it is written down: start, residuals, what is known of its minima, and its number. */
final class Definition {
    private final String name;
    private final double[] start;
    private final VectorFunction residuals;
    private final List<TestProblem.Point> points = new ArrayList<>();
    private double[] values = {};
    private boolean complete;

    private Definition(String name, double[] start, VectorFunction residuals) {
        this.name = name;
        this.start = start;
        this.residuals = residuals;
    }

    /** The name with its parameters, x₀ and the residuals rᵢ. */
    static Definition of(String name, double[] start, VectorFunction residuals) {
        return new Definition(name, start, residuals);
    }

    /** A local minimum f at x. */
    Definition minimum(double f, double... x) {
        points.add(TestProblem.Point.minimum(f, x));
        return this;
    }

    /** A saddle of index 1 and height f at x. */
    Definition saddle(double f, double... x) {
        points.add(TestProblem.Point.saddle(f, x));
        return this;
    }

    /** Local minima known by their values, or approached only at infinity. */
    Definition values(double... f) {
        values = f;
        return this;
    }

    /** There are no other critical points. */
    Definition complete() {
        complete = true;
        return this;
    }

    /** The number in the paper, and who had the problem first. */
    TestProblem number(int number, String author) {
        return new TestProblem(
                name,
                new SumOfSquares(name.replaceFirst(":.*", ""), start, residuals),
                start,
                points,
                complete,
                values,
                author + "; More, Garbow and Hillstrom (1981), no. " + number);
    }

    /** r₁, …, rₘ by their indices. */
    static Var[] each(int m, IntFunction<Var> r) {
        return IntStream.rangeClosed(1, m).mapToObj(r).toArray(Var[]::new);
    }

    /** Σ wⱼxⱼ, j from {@code first} to {@code last} counted from 1, with wⱼ by its index. */
    static Var sum(Var[] x, int first, int last, IntUnaryOperator weight) {
        Var sum = x[first - 1].multiply(weight.applyAsInt(first));
        for (int j = first + 1; j <= last; j++) {
            sum = sum.add(x[j - 1].multiply(weight.applyAsInt(j)));
        }
        return sum;
    }

    static Var[] residuals(Var... r) {
        return r;
    }

    /** A vector with the same number everywhere. */
    static double[] constant(int n, double x) {
        return IntStream.range(0, n).mapToDouble(i -> x).toArray();
    }

    /** The name of a member of a family, m ≥ n given where it is not n. */
    static String named(String name, int n, int m) {
        return name + ":n=" + n + (m == n ? "" : ",m=" + m);
    }

    static void check(String problem, String parameter, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(problem + ": " + parameter + " = " + value + ", expected "
                    + (most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to " + most));
        }
    }
}
