package org.hesse.problem;

import java.util.List;
import java.util.Optional;
import org.hesse.autodiff.Expression;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Kind;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.Symmetric2;
import org.hesse.problem.catalog.TestProblem;

/**
 * The monkey saddle x³ − 3xy²: its only critical point is a saddle with three valleys, where the Hessian is 0 and
 * says nothing; the cubic term does. Unbounded below.
 *
 * <p>Source: Hilbert and Cohn-Vossen, Anschauliche Geometrie (1932), section 29.
 */
public final class MonkeySaddle implements Objective, Curved {
    private static final Objective WRITTEN = Expression.parse("x^3 - 3*x*y^2");

    /** The function has no parameters. */
    public MonkeySaddle() {}

    TestProblem problem() {
        List<TestProblem.Point> points = List.of(new TestProblem.Point(new double[2], Kind.SADDLE, 0, 0));
        return new TestProblem(
                "monkey-saddle", this, new double[] {1, 0.5}, points, true, "Hilbert and Cohn-Vossen (1932)");
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public double value(double[] x) {
        return x[0] * (x[0] * x[0] - 3 * x[1] * x[1]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        g[0] = 3 * (x[0] - x[1]) * (x[0] + x[1]);
        g[1] = -6 * x[0] * x[1];
        return value(x);
    }

    @Override
    public Hessian hessianAt(double[] x) {
        return new Symmetric2(6 * x[0], -6 * x[1], -6 * x[0]);
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return Objective.super.as(type).or(() -> WRITTEN.as(type)); // enclosures, derivatives of higher order
    }

    @Override
    public Layout layout() {
        return Layout.scalars(List.of("x", "y"));
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "): monkey-saddle";
    }
}
