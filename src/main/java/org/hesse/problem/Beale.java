package org.hesse.problem;

import static org.hesse.problem.catalog.TestProblem.Point.minimum;
import static org.hesse.problem.catalog.TestProblem.Point.saddle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hesse.autodiff.reverse.Var;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.SumOfSquares;
import org.hesse.problem.catalog.Symmetric2;
import org.hesse.problem.catalog.TestProblem;

/**
 * Beale's function Σᵢ rᵢ² with rᵢ = cᵢ − x(1 − yⁱ), i = 1, 2, 3, and c = (1.5, 2.25, 2.625): a narrow curved valley.
 *
 * <p>As {@link org.hesse.objective.LeastSquares}, whose f is ½‖r‖², the residuals are √2·r. Source: Beale (1958); problem 5 of Moré, Garbow and Hillstrom, ACM TOMS 7(1), 1981. It has three critical points:
 * the resultant of both partial derivatives by x is a multiple of (y − 1)⁴(2y − 1)(7y² + 13y + 17)(3y³ + 11y² + 10y + 5).
 */
public final class Beale implements Objective, Curved {
    private static final double[] C = {1.5, 2.25, 2.625};
    private static final Objective WRITTEN = new SumOfSquares("beale", 2, C.length, Beale::residuals);

    /** The function has no parameters. */
    public Beale() {}

    TestProblem problem() {
        List<TestProblem.Point> points = List.of(
                minimum(0, 3, 0.5),
                saddle(9.86451228475556, 0.10053793732415836, -2.644513585023125),
                saddle(14.203125, 0, 1));
        return new TestProblem(
                "beale",
                this,
                new double[] {1, 1},
                points,
                true,
                "Beale (1958); More, Garbow and Hillstrom (1981), no. 5");
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return Objective.super.as(type).or(() -> WRITTEN.as(type)); // residuals, enclosures
    }

    private static Var[] residuals(Var[] x) {
        Var[] r = new Var[C.length];
        Arrays.setAll(r, k -> x[0].multiply(x[1].pow(k + 1).subtract(1)).add(C[k]));
        return r;
    }

    @Override
    public double value(double[] x) {
        double f = 0;
        double power = 1;
        for (double c : C) {
            power *= x[1];
            double r = c - x[0] * (1 - power);
            f += r * r;
        }
        return f;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double f = 0;
        double power = 1; // yⁱ
        double slope = 0; // i·yⁱ⁻¹
        g[0] = 0;
        g[1] = 0;
        for (double c : C) {
            slope = slope * x[1] + power;
            power *= x[1];
            double r = c - x[0] * (1 - power);
            f += r * r;
            g[0] -= 2 * r * (1 - power);
            g[1] += 2 * r * x[0] * slope;
        }
        return f;
    }

    @Override
    public Hessian hessianAt(double[] x) {
        double power = 1;
        double slope = 0;
        double bend = 0; // i(i−1)·yⁱ⁻²
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (double c : C) {
            bend = bend * x[1] + 2 * slope;
            slope = slope * x[1] + power;
            power *= x[1];
            double r = c - x[0] * (1 - power);
            xx += 2 * (1 - power) * (1 - power);
            xy += 2 * r * slope - 2 * (1 - power) * x[0] * slope;
            yy += 2 * x[0] * slope * x[0] * slope + 2 * r * x[0] * bend;
        }
        return new Symmetric2(xx, xy, yy);
    }

    @Override
    public Layout layout() {
        return Layout.scalars(List.of("x", "y"));
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "): beale";
    }
}
