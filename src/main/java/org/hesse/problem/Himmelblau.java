package org.hesse.problem;

import static org.hesse.problem.catalog.TestProblem.Point.maximum;
import static org.hesse.problem.catalog.TestProblem.Point.minimum;
import static org.hesse.problem.catalog.TestProblem.Point.saddle;

import java.util.List;
import java.util.Optional;
import org.hesse.autodiff.Expression;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.Symmetric2;
import org.hesse.problem.catalog.TestProblem;

/**
 * Himmelblau's function (x² + y − 11)² + (x + y² − 7)²: four minima of equal value, four saddles and a maximum.
 *
 * <p>Source: Himmelblau, Applied Nonlinear Programming (1972). The critical points: Newton's method at 40 digits.
 */
public final class Himmelblau implements Objective, Curved {
    private static final Objective WRITTEN = Expression.parse("(x^2 + y - 11)^2 + (x + y^2 - 7)^2");

    /** The function has no parameters. */
    public Himmelblau() {}

    TestProblem problem() {
        List<TestProblem.Point> points = List.of(
                minimum(0, 3, 2),
                minimum(0, 3.5844283403304917, -1.8481265269644036),
                minimum(0, -2.805118086952745, 3.131312518250573),
                minimum(0, -3.779310253377747, -3.2831859912861696),
                saddle(13.31192627040559, 3.385154183607021, 0.07385187983774928),
                saddle(67.71915008752615, 0.08667750455539636, 2.884254701174776),
                saddle(104.0151629175581, -3.0730257507643897, -0.08135304428796751),
                saddle(178.33723920192747, -0.12796134673068008, -1.9537149802445763),
                maximum(181.6165215225827, -0.2708445906673476, -0.9230385564799815));
        return new TestProblem("himmelblau", this, new double[] {0, 0}, points, true, "Himmelblau (1972)");
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public double value(double[] x) {
        double a = x[0] * x[0] + x[1] - 11;
        double b = x[0] + x[1] * x[1] - 7;
        return a * a + b * b;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double a = x[0] * x[0] + x[1] - 11;
        double b = x[0] + x[1] * x[1] - 7;
        g[0] = 4 * x[0] * a + 2 * b;
        g[1] = 2 * a + 4 * x[1] * b;
        return a * a + b * b;
    }

    @Override
    public Hessian hessianAt(double[] x) {
        double a = x[0] * x[0] + x[1] - 11;
        double b = x[0] + x[1] * x[1] - 7;
        return new Symmetric2(4 * a + 8 * x[0] * x[0] + 2, 4 * (x[0] + x[1]), 4 * b + 8 * x[1] * x[1] + 2);
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
        return "f(" + layout().shown() + "): himmelblau";
    }
}
