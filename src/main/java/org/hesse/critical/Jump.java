package org.hesse.critical;

import static org.hesse.critical.ErrorBudget.error;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hesse.io.Numbers;
import org.hesse.linear.Vectors;
import org.hesse.objective.Layout;
import org.hesse.objective.Noise;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;

/**
 * A jump of f at a point, which derivatives there do not show: f(x + td) − f(x) − t∇fᵀd − ½t²dᵀHd, which is o(t²) where f is
 * smooth, goes to another limit on one side. Steps go from 128 to 4 ε·max(1, |xᵢ|), along variables (up to {@value
 * #VARIABLES}) and {@value #RANDOM} random directions.
 *
 * <p>What differs from step to step on one side is noise or steepness and no jump, and so are the steps of values rounded
 * coarsely, which {@link Noise} sees farther away. Takes 2 values a direction, and 12 more where these differ.
 *
 * @param size how far the limit is from f(x), with its sign
 * @param side the direction, length n
 */
record Jump(double size, double[] side) {
    private static final int VARIABLES = 50;
    private static final int RANDOM = 8;
    private static final int STEPS = 6;
    private static final double EPSILON = Math.ulp(1.0);
    private static final double CLEAR = 20; // times what it might be instead

    static Optional<Jump> at(Objective f, double[] x, Derivatives at) {
        RandomGenerator random = Seeds.random(12);
        int n = x.length;
        for (int k = 0; k < Math.min(n, VARIABLES) + (n > 1 ? RANDOM : 0); k++) {
            double[] d = new double[n];
            for (int i = 0; i < n; i++) {
                double scale = Math.max(1, Math.abs(x[i]));
                d[i] = k < Math.min(n, VARIABLES) ? (i == k ? scale : 0) : scale * (random.nextBoolean() ? 1 : -1);
            }
            Optional<Jump> jump = along(f, x, at, d);
            if (jump.isPresent()) {
                return jump;
            }
        }
        return Optional.empty();
    }

    private static Optional<Jump> along(Objective f, double[] x, Derivatives at, double[] d) {
        double rounding = 1e3 * EPSILON * (Math.abs(at.value()) + Math.abs(Vectors.dot(at.gradient(), x)));
        double farthest = 4 * EPSILON * Math.scalb(1.0, STEPS - 1);
        if (Math.abs(beyond(f, x, at, d, farthest)) <= rounding
                && Math.abs(beyond(f, x, at, d, -farthest)) <= rounding) {
            return Optional.empty();
        }
        for (int side = -1; side <= 1; side += 2) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < STEPS; k++) {
                double off = beyond(f, x, at, d, side * 4 * EPSILON * Math.scalb(1.0, k));
                least = Math.min(least, off);
                most = Math.max(most, off);
            }
            double size = least > 0 ? least : most < 0 ? most : 0;
            if (Math.abs(size) > Math.max(rounding, CLEAR * (most - least))
                    && Math.abs(size) > CLEAR * Noise.at(f::value, x).level()) {
                double[] way = new double[d.length];
                Vectors.axpy(side, d, way);
                return Optional.of(new Jump(size, way));
            }
        }
        return Optional.empty();
    }

    /** What the change of f over a step is beyond its Taylor polynomial; 0 where f is not finite. */
    private static double beyond(Objective f, double[] x, Derivatives at, double[] d, double t) {
        double[] y = Vectors.plus(x, t, d);
        double[] s = Vectors.minus(y, x);
        double[] hs = new double[s.length];
        for (int i = 0; i < s.length; i++) {
            hs[i] = Vectors.dot(at.hessian()[i], s);
        }
        double off = f.value(y) - at.value() - Vectors.dot(at.gradient(), s) - Vectors.dot(hs, s) / 2;
        return Double.isFinite(off) ? off : 0;
    }

    /** Such as {@code f jumps by -1 beside the point, where x is less}. */
    String why(Layout layout) {
        int first = 0;
        int moved = 0;
        for (int i = side.length - 1; i >= 0; i--) {
            first = side[i] == 0 ? first : i;
            moved += side[i] == 0 ? 0 : 1;
        }
        String where = moved > 1
                ? "in a direction across all variables"
                : "where " + layout.name(first) + " is " + (side[first] < 0 ? "less" : "greater");
        return "f jumps by " + (Math.abs(size) < 1e-2 ? error(size) : Numbers.brief(size)) + " right beside the point, "
                + where;
    }
}
