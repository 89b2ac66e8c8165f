package org.hesse.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hesse.autodiff.reverse.Var;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.Recorded;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.problem.catalog.Tridiagonal;

/**
 * The Styblinski–Tang function ½ Σᵢ (xᵢ⁴ − 16xᵢ² + 5xᵢ): a sum over the coordinates, so its 3ⁿ critical points are all
 * combinations of the three of one coordinate.
 *
 * <p>Source: Styblinski and Tang, Neural Networks 3 (1990). The roots of 4t³ − 32t + 5: Newton's method at 40 digits.
 *
 * @param n the number of variables, at least 1
 */
public record StyblinskiTang(int n) implements Objective, Curved {
    private static final double[] ROOTS = {-2.903534027771177, 0.1567312567803401, 2.746802770990837};
    private static final double[] VALUES = {-39.166165703771414, 0.19561235905535807, -25.029446655283943};

    /** All critical points are listed up to here: 3⁵ = 243. */
    private static final int LISTED = 5;

    /** Checks the dimension. */
    public StyblinskiTang {
        if (n < 1) {
            throw new IllegalArgumentException("styblinski-tang: n = " + n + ", expected at least 1");
        }
    }

    TestProblem problem() {
        List<TestProblem.Point> points = new ArrayList<>();
        long count = n <= LISTED ? Math.round(Math.pow(3, n)) : 1; // beyond, only the global minimum
        for (long code = 0; code < count; code++) {
            double[] x = new double[n];
            double value = 0;
            int index = 0;
            long rest = code;
            for (int i = 0; i < n; i++, rest /= 3) {
                int root = (int) (rest % 3);
                x[i] = ROOTS[root];
                value += VALUES[root];
                index += root == 1 ? 1 : 0; // the middle one is the maximum of its coordinate
            }
            Kind kind = index == 0 ? Kind.MINIMUM : index == n ? Kind.MAXIMUM : Kind.SADDLE;
            points.add(new TestProblem.Point(x, kind, index, value));
        }
        double[] start = new double[n];
        Arrays.fill(start, -1);
        return new TestProblem(
                "styblinski-tang:n=" + n, this, start, points, n <= LISTED, "Styblinski and Tang (1990)");
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return Recorded.as(this, type, StyblinskiTang::formula);
    }

    private static Var formula(Var[] x) {
        Var f = x[0].multiply(0);
        for (Var t : x) {
            f = f.add(t.pow(4)
                    .subtract(t.square().multiply(16))
                    .add(t.multiply(5))
                    .divide(2));
        }
        return f;
    }

    @Override
    public double value(double[] x) {
        double f = 0;
        for (double t : x) {
            f += t * (5 + t * (t * t - 16)) / 2;
        }
        return f;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        for (int i = 0; i < n; i++) {
            g[i] = 2.5 + x[i] * (2 * x[i] * x[i] - 16);
        }
        return value(x);
    }

    @Override
    public Hessian hessianAt(double[] x) {
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = 6 * x[i] * x[i] - 16;
        }
        return new Tridiagonal(diagonal, new double[0]);
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "): styblinski-tang";
    }
}
