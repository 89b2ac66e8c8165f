package org.hesse.problem.scalable;

import java.util.Optional;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.TestProblem;

/**
 * Extended Rosenbrock: Σ 100(b − a²)² + (1 − a)² over pairs (a, b); n even; start (−1.2, 1); minimum 0 at (1, …, 1). MGH
 * no. 21. The function of the benchmarks: value and gradient in one plain loop, the rest by elements.
 *
 * @param elements the same function by its elements
 */
record ExtendedRosenbrock(Objective elements) implements Objective {
    /** The problem in n variables. */
    static TestProblem problem(int n) {
        TestProblem p = Family.of("extended-rosenbrock", n, 2, 2)
                .squares(n / 2, 2, Places.blocks(2), Elements.valley(10))
                .squares(n / 2, 1, Places.blocks(2), Elements.minus(1))
                .start(i -> i % 2 == 0 ? -1.2 : 1)
                .minimum(0, i -> 1)
                .from("Rosenbrock (1960); More, Garbow and Hillstrom (1981), no. 21");
        Objective f = new ExtendedRosenbrock(p.objective());
        return new TestProblem(p.name(), f, p.start(), p.points(), true, p.source());
    }

    @Override
    public int dimension() {
        return elements.dimension();
    }

    @Override
    public double value(double[] x) {
        double f = 0;
        for (int i = 0; i + 1 < x.length; i += 2) {
            double b = x[i + 1] - x[i] * x[i];
            double a = 1 - x[i];
            f += 100 * b * b + a * a;
        }
        return f;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double f = 0;
        for (int i = 0; i + 1 < x.length; i += 2) {
            double b = x[i + 1] - x[i] * x[i];
            double a = 1 - x[i];
            f += 100 * b * b + a * a;
            g[i] = -400 * x[i] * b - 2 * a;
            g[i + 1] = 200 * b;
        }
        return f;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return elements.as(type);
    }

    @Override
    public String toString() {
        return elements.toString();
    }
}
