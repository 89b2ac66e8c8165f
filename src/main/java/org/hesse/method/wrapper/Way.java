package org.hesse.method.wrapper;

import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;

/**
 * A way down along a direction of negative curvature: of the lengths t = t₀, t₀/4, … the first with a value of at most
 * f + ¼·½λt² to one of the two sides, doubled as long as the value falls.
 *
 * @param x where it ends, length n
 * @param length how far
 * @param value f there
 */
record Way(double[] x, double length, double value) {
    private static final double SUFFICIENT = 0.25;
    private static final int DOUBLINGS = 10; // where the function is unbounded the method inside has to find out
    private static final double NOISE = 8 * Math.ulp(1.0);

    /** The way from an evaluated point along a unit vector v with vᵀHv = λ &lt; 0; empty if no value is lower. */
    static Optional<Way> along(Oracle f, Evaluation e, double[] v, double lambda) {
        double side = Vectors.dot(e.gradient(), v) > 0 ? -1 : 1; // downhill first, should both be equally good
        double first = 0.1 * Math.max(1, Vectors.normInf(e.x()));
        for (double t = first; -lambda * t * t / 2 > NOISE * Math.abs(e.value()) && t > NOISE * first; t /= 4) {
            Way here = to(f, e, v, side * t);
            Way there = to(f, e, v, -side * t);
            Way better = there.value < here.value || Double.isNaN(here.value) ? there : here;
            if (better.value <= e.value() + SUFFICIENT * lambda * t * t / 2) {
                return Optional.of(better == here ? farther(f, e, v, side, here) : farther(f, e, v, -side, there));
            }
        }
        return Optional.empty();
    }

    private static Way farther(Oracle f, Evaluation e, double[] v, double side, Way from) {
        Way way = from;
        for (int k = 0; k < DOUBLINGS; k++) {
            Way next = to(f, e, v, 2 * side * way.length);
            if (!(next.value < way.value)) {
                return way;
            }
            way = next;
        }
        return way;
    }

    private static Way to(Oracle f, Evaluation e, double[] v, double t) {
        double[] x = Vectors.plus(e.x(), t, v);
        f.domain().project(x);
        return new Way(x, Math.abs(t), f.value(x));
    }
}
