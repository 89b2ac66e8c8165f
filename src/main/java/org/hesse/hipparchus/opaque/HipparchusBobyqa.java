package org.hesse.hipparchus.opaque;

import org.hesse.method.Hyperparameters;
import org.hesse.method.Opaque;
import org.hesse.objective.Domain;
import org.hesse.objective.Oracle;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Hipparchus's {@link BOBYQAOptimizer}: Powell's quadratic models of values in a trust region, within bounds. It needs at
 * least two variables, and fails with one.
 *
 * @param points values that a model interpolates, from n + 2 to (n + 1)(n + 2)/2; 0 for 2n + 1
 * @param first the radius of the first trust region, positive
 * @param last the radius at which it ends, positive and at most the first
 */
public record HipparchusBobyqa(int points, double first, double last) implements Opaque {
    /** Checks points and radii. */
    public HipparchusBobyqa {
        Hyperparameters.nonNegative("hipparchus-bobyqa", "points", points);
        Hyperparameters.positive("hipparchus-bobyqa", "first", first);
        Hyperparameters.check(last > 0 && last <= first, "hipparchus-bobyqa", "last", last, "0 < last <= first");
    }

    /** With 2n + 1 points and the radii of Hipparchus, 10 and 1e-8. */
    public HipparchusBobyqa() {
        this(0, BOBYQAOptimizer.DEFAULT_INITIAL_RADIUS, BOBYQAOptimizer.DEFAULT_STOPPING_RADIUS);
    }

    @Override
    public String name() {
        return "hipparchus-bobyqa";
    }

    @Override
    public boolean fits(Domain domain) {
        return !domain.isPenalised();
    }

    @Override
    public double[] run(Oracle f, double[] x0) {
        Asked asked = new Asked(f);
        double[] start = asked.start(x0);
        int used = points == 0 ? 2 * start.length + 1 : points;
        return asked.beginsByValue(start)
                ? new BOBYQAOptimizer(used, first, last)
                        .optimize(asked.data(start, asked.bounds()))
                        .getPoint()
                : start;
    }
}
