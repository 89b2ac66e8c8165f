package org.hesse.problem;

import static org.hesse.problem.catalog.TestProblem.Point.maximum;
import static org.hesse.problem.catalog.TestProblem.Point.minimum;
import static org.hesse.problem.catalog.TestProblem.Point.saddle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hesse.autodiff.Expression;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.Symmetric2;
import org.hesse.problem.catalog.TestProblem;

/**
 * The six-hump camel function 4x² − 2.1x⁴ + x⁶/3 + xy − 4y² + 4y⁴: six minima, seven saddles and two maxima, symmetric
 * in the origin.
 *
 * <p>Source: Dixon and Szegő, Towards Global Optimization 2 (1978). The critical points: Newton's method at 40 digits
 * from 300 starts; 6 − 7 + 2 = 1, as it must be of a coercive function.
 */
public final class SixHumpCamel implements Objective, Curved {
    private static final Objective WRITTEN = Expression.parse("4*x^2 - 2.1*x^4 + x^6/3 + x*y - 4*y^2 + 4*y^4");

    /** The function has no parameters. */
    public SixHumpCamel() {}

    TestProblem problem() {
        List<TestProblem.Point> half = List.of(
                minimum(-1.0316284534898774, 0.08984201310031806, -0.7126564030207396),
                minimum(-0.21546382438371764, 1.703606714969981, -0.7960835686726251),
                minimum(2.1042503103112584, 1.6071047529201972, 0.5686514548841314),
                saddle(0.5437186009781851, 1.1092053368047865, -0.7682680925095399),
                saddle(2.2293571975307147, 1.6380679841897785, 0.22867406904439408),
                saddle(2.22947081802986, 1.2960702671671092, 0.6050843880386585),
                maximum(2.496295351023577, 1.2302298765166526, 0.16233458445899496));
        List<TestProblem.Point> points = Stream.concat(
                        half.stream().flatMap(p -> Stream.of(p, p.mirrored())), Stream.of(saddle(0, 0, 0)))
                .toList();
        return new TestProblem("six-hump-camel", this, new double[] {-1, 1}, points, true, "Dixon and Szego (1978)");
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public double value(double[] x) {
        double xx = x[0] * x[0];
        double yy = x[1] * x[1];
        return xx * (4 + xx * (-2.1 + xx / 3)) + x[0] * x[1] + 4 * yy * (yy - 1);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double xx = x[0] * x[0];
        double yy = x[1] * x[1];
        g[0] = x[0] * (8 + xx * (-8.4 + 2 * xx)) + x[1];
        g[1] = x[0] + 8 * x[1] * (2 * yy - 1);
        return value(x);
    }

    @Override
    public Hessian hessianAt(double[] x) {
        double xx = x[0] * x[0];
        return new Symmetric2(8 + xx * (-25.2 + 10 * xx), 1, 48 * x[1] * x[1] - 8);
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
        return "f(" + layout().shown() + "): six-hump-camel";
    }
}
