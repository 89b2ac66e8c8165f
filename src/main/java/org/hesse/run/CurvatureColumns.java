package org.hesse.run;

import java.util.function.ToDoubleFunction;
import org.hesse.critical.Curvature;
import org.hesse.method.State;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Hessian;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;

/**
 * The curvature along a run as columns of its trace. When it is looked at depends on the step alone, so that a resumed run
 * has the same rows.
 */
final class CurvatureColumns {
    private final Objective objective;
    private final long every;
    private Progress seen; // all columns of a row are asked with the same one
    private Curvature curvature;

    private CurvatureColumns(Objective objective, long every) {
        this.objective = objective;
        this.every = every;
    }

    static Minimization addTo(Minimization m, long every) {
        if (every < 1) {
            throw new IllegalArgumentException("curvature: everySteps = " + every + ", expected at least 1");
        }
        if (!m.objective.hasGradient()) {
            throw new IllegalArgumentException(
                    "curvature: the objective is known by its values alone, expected one with a gradient");
        }
        CurvatureColumns c = new CurvatureColumns(m.objective, every);
        return m.column("index", c.column(Curvature::index))
                .column("lowest", c.column(Curvature::lowest))
                .column("sharpness", c.column(Curvature::sharpness))
                .column(
                        "edge",
                        p -> isDue(p, every) && p.state() != null ? p.state().edge() : Double.NaN);
    }

    private ToDoubleFunction<Progress> column(ToDoubleFunction<Curvature> of) {
        return p -> isDue(p, every) ? of.applyAsDouble(at(p)) : Double.NaN;
    }

    private synchronized Curvature at(Progress p) { // settings may be shared by runs in several threads
        if (p != seen) {
            double[] x = p.x();
            Hessian h = objective
                    .as(Curved.class)
                    .map(c -> c.hessianAt(x))
                    .orElseGet(() -> FiniteDifferences.hessian((y, g) -> objective.valueAndGradient(y, g), x));
            curvature = Curvature.of(h, Seeds.random(1));
            seen = p;
        }
        return curvature;
    }

    /** By the steps that led to the point: a method that evaluates first and then moves is one ahead of it. */
    private static boolean isDue(Progress p, long every) {
        State s = p.state();
        boolean ahead = s != null && s.evaluation() != null && s.evaluation().x() == p.x() && s.x() != p.x();
        return (p.clock().steps() - (ahead ? 1 : 0)) % every == 0;
    }
}
