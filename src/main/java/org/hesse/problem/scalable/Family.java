package org.hesse.problem.scalable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hesse.problem.catalog.TestProblem;

/** A member of a family being written down. */
final class Family {
    private final String name;
    private final int n;
    private final List<Terms> terms = new ArrayList<>();
    private final List<TestProblem.Point> points = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private Coupling coupling = Coupling.NONE;
    private double[] start;

    private Family(String name, int n) {
        this.name = name;
        this.n = n;
    }

    /** A member with n ≥ least variables. */
    static Family of(String name, int n, int least) {
        return of(name, n, least, 1);
    }

    /** A member with n ≥ least variables, in blocks. */
    static Family of(String name, int n, int least, int block) {
        if (n < least || n % block != 0) {
            throw new IllegalArgumentException(name + ": n = " + n + ", expected "
                    + (block == 1 ? "at least " + least : "a multiple of " + block + ", at least " + least));
        }
        return new Family(name, n);
    }

    /** Adds Σ φₖ, k = 0, …, count − 1. */
    Family sum(int count, int arity, Places places, Element element) {
        terms.add(new Terms(count, arity, false, places, element));
        return this;
    }

    /** Adds Σ φₖ², k = 0, …, count − 1. */
    Family squares(int count, int arity, Places places, Element element) {
        terms.add(new Terms(count, arity, true, places, element));
        return this;
    }

    /** Gives the sum that elements can have in the place n. */
    Family coupled(Coupling sum) {
        coupling = sum;
        return this;
    }

    /** Gives the start. */
    Family start(IntToDoubleFunction x0) {
        start = vector(x0);
        return this;
    }

    /** A known minimum with a Hessian that is positive definite. */
    Family minimum(double value, IntToDoubleFunction x) {
        points.add(TestProblem.Point.minimum(value, vector(x)));
        return this;
    }

    /** A known value of a minimum. */
    Family value(double value) {
        values.add(value);
        return this;
    }

    /** A value of a minimum known for one n only. */
    Family value(int only, double value) {
        return n == only ? value(value) : this;
    }

    private double[] vector(IntToDoubleFunction x) {
        double[] v = new double[n];
        Arrays.setAll(v, x);
        return v;
    }

    /** The finished problem. */
    TestProblem from(String source) {
        double[] known = values.stream().mapToDouble(Double::doubleValue).toArray();
        ElementSum f = new ElementSum(name, n, terms, coupling);
        return new TestProblem(name + ":n=" + n, f, start, points, false, known, source);
    }
}
