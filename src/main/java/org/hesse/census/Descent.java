package org.hesse.census;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/**
 * The steepest-descent curve x' = −∇f(x) down to a minimum, by exact steps of local quadratics: over a time t a slope F with
 * curvature b moves by −F(1 − e^(−bt))/b. A step is at most a radius long, and taken again with half of it where the
 * gradient at its end is not as foreseen, so the curve does not jump from one valley into another.
 *
 * <p>Source: Page and McIver, J. Chem. Phys. 88 (1988).
 */
final class Descent {
    private static final int STEPS = 5000;
    private static final double SURPRISE = 0.1;

    private Descent() {}

    /**
     * Descends.
     *
     * @param f the function
     * @param start where from, not modified
     * @param longest the longest step
     * @param within where to go on
     * @return the points of the curve, the last one at a minimum; empty where there is none, or it leaves
     */
    static List<double[]> from(Objective f, double[] start, double longest, Predicate<double[]> within) {
        List<double[]> curve = new ArrayList<>(List.of(start));
        double radius = longest;
        Derivatives here = Derivatives.at(f, start);
        for (int k = 0; k < STEPS && here != null && within.test(here.x()); k++) {
            double time = time(here, radius);
            double[] step = step(here, time);
            double length = Vectors.norm(step);
            if (time == Double.POSITIVE_INFINITY && length <= 1e-9 * Math.max(1, Vectors.norm(here.x()))) {
                curve.add(Vectors.plus(here.x(), 1, step));
                return curve;
            }
            Derivatives there = Derivatives.at(f, Vectors.plus(here.x(), 1, step));
            double surprise = there == null ? Double.POSITIVE_INFINITY : surprise(here, there, time);
            if (surprise > SURPRISE && length > 1e-8 * longest) {
                radius = length / 2;
            } else if (there != null) {
                radius = surprise < SURPRISE / 4 ? Math.min(longest, 2 * radius) : radius;
                curve.add(there.x());
                here = there;
            }
        }
        return List.of();
    }

    /** The longest time of a step within the radius, infinite for the whole step to a minimum of the quadratic. */
    private static double time(Derivatives at, double radius) {
        if (Vectors.norm(step(at, Double.POSITIVE_INFINITY)) <= radius) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = radius / Vectors.norm(at.gradient());
        while (Vectors.norm(step(at, high)) < radius) {
            low = high;
            high *= 2;
        }
        for (int k = 0; k < 30; k++) {
            double middle = low + (high - low) / 2;
            if (Vectors.norm(step(at, middle)) < radius) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low > 0 ? low : high;
    }

    private static double[] step(Derivatives at, double time) {
        double[] step = new double[at.x().length];
        for (int i = 0; i < step.length; i++) {
            double b = at.spectrum().values()[i];
            if (at.slopes()[i] != 0 && !at.isFlat(i)) {
                double t =
                        b == 0 ? time : b < 0 && time == Double.POSITIVE_INFINITY ? time : -Math.expm1(-b * time) / b;
                Vectors.axpy(-at.slopes()[i] * t, at.spectrum().vectors()[i], step);
            }
        }
        return step;
    }

    private static double surprise(Derivatives here, Derivatives there, double time) {
        double[] difference = there.gradient().clone();
        for (int i = 0; i < difference.length; i++) {
            double b = here.spectrum().values()[i];
            double left = time == Double.POSITIVE_INFINITY ? 0 : Math.exp(-b * time);
            Vectors.axpy(-here.slopes()[i] * left, here.spectrum().vectors()[i], difference);
        }
        return Vectors.norm(difference) / Vectors.norm(here.gradient());
    }
}
