package org.hesse.problem;

import static org.hesse.problem.catalog.TestProblem.Point.minimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hesse.autodiff.reverse.Var;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.SumOfSquares;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.problem.catalog.Tridiagonal;

/**
 * Rosenbrock's valley, chained: f(x) = Σᵢ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², i = 1, …, n − 1. Minimum 0 at (1, …, 1); from
 * n = 4 to 7 there is a second minimum near (−1, 1, …, 1).
 *
 * <p>As {@link org.hesse.objective.LeastSquares}, whose f is ½‖r‖², it has the residuals 10√2(xᵢ₊₁ − xᵢ²) and √2(1 − xᵢ).
 * Sources: Rosenbrock, Computer Journal 3 (1960); the chained form and its second minimum: Shang and Qiu,
 * Evolutionary Computation 14 (2006); digits by Newton's method at 40 digits.
 *
 * @param n the number of variables, at least 2
 */
public record Rosenbrock(int n) implements Objective, Curved {
    /** Checks the dimension. */
    public Rosenbrock {
        if (n < 2) {
            throw new IllegalArgumentException("rosenbrock: n = " + n + ", expected at least 2");
        }
    }

    TestProblem problem() {
        double[] start = new double[n];
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        for (int i = 0; i < n; i++) {
            start[i] = i % 2 == 0 ? -1.2 : 1;
        }
        List<TestProblem.Point> points = new ArrayList<>(List.of(minimum(0, ones)));
        switch (n) {
            case 4 ->
                points.add(minimum(
                        3.7014286104300173,
                        -0.7756592265653526,
                        0.6130933654850435,
                        0.38206284633839316,
                        0.1459720185521946));
            case 5 ->
                points.add(minimum(
                        3.930839434133028,
                        -0.9620510206947501,
                        0.93573939597671,
                        0.8807136041943205,
                        0.7778776758544064,
                        0.6050936785926528));
            case 6 ->
                points.add(minimum(
                        3.973940500930295,
                        -0.9865749795709937,
                        0.9833982288361818,
                        0.9721066700530919,
                        0.947437436826436,
                        0.8986511848517297,
                        0.8075739520354176));
            case 7 ->
                points.add(minimum(
                        3.983600536424824,
                        -0.9917225725614055,
                        0.9935553935033713,
                        0.9921733215946921,
                        0.986898762690314,
                        0.975164756608873,
                        0.9514319827049926,
                        0.9052228177139535));
            default -> {} // no other is known
        }
        return new TestProblem(
                "rosenbrock:n=" + n, this, start, points, n == 2, "Rosenbrock (1960); Shang and Qiu (2006)");
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return Objective.super
                .as(type)
                .or(() -> new SumOfSquares("rosenbrock", n, 2 * n - 2, Rosenbrock::residuals).as(type));
    }

    private static Var[] residuals(Var[] x) {
        Var[] r = new Var[2 * x.length - 2];
        for (int i = 0; i + 1 < x.length; i++) {
            r[2 * i] = x[i + 1].subtract(x[i].square()).multiply(10);
            r[2 * i + 1] = x[i].negate().add(1);
        }
        return r;
    }

    @Override
    public double value(double[] x) {
        double f = 0;
        for (int i = 0; i + 1 < n; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            f += 100 * a * a + b * b;
        }
        return f;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double f = 0;
        g[0] = 0;
        for (int i = 0; i + 1 < n; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            f += 100 * a * a + b * b;
            g[i] -= 400 * x[i] * a + 2 * b;
            g[i + 1] = 200 * a;
        }
        return f;
    }

    @Override
    public Hessian hessianAt(double[] x) {
        double[] diagonal = new double[n];
        double[] below = new double[n - 1];
        for (int i = 0; i + 1 < n; i++) {
            diagonal[i] += 1200 * x[i] * x[i] - 400 * x[i + 1] + 2;
            diagonal[i + 1] = 200;
            below[i] = -400 * x[i];
        }
        return new Tridiagonal(diagonal, below);
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "): rosenbrock";
    }
}
