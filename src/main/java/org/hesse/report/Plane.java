package org.hesse.report;

import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/**
 * A plane, or a line, through a point.
 *
 * @param x0 the point, length n
 * @param u the first direction, length n, of unit length
 * @param v the second, likewise, orthogonal to it; null for a line
 */
record Plane(double[] x0, double[] u, double[] v) {
    private static final double PARALLEL = 1e-8;

    /** The plane that two directions span; the second is made orthogonal to the first. */
    static Plane spanned(double[] x0, double[] u, double[] v) {
        double[] first = unit("first direction", x0, u);
        double[] second = unit("second direction", x0, v);
        Vectors.axpy(-Vectors.dot(first, second), first, second);
        double length = Vectors.norm(second);
        if (!(length > PARALLEL)) {
            throw new IllegalArgumentException("second direction: parallel to the first, expected another");
        }
        Vectors.scale(1 / length, second);
        return new Plane(x0, first, second);
    }

    private static double[] unit(String what, double[] x0, double[] d) {
        if (d.length != x0.length) {
            throw new IllegalArgumentException(what + ": length " + d.length + ", expected " + x0.length);
        }
        double length = Vectors.norm(d);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + ": norm " + length + ", expected a finite number > 0");
        }
        double[] unit = d.clone();
        Vectors.scale(1 / length, unit);
        return unit;
    }

    /** f(x₀ + su + tv). */
    double value(Objective f, double s, double t) {
        double[] x = x0.clone();
        Vectors.axpy(s, u, x);
        if (v != null) {
            Vectors.axpy(t, v, x);
        }
        return f.value(x);
    }
}
