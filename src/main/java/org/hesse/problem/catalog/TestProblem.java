package org.hesse.problem.catalog;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/**
 * A function to minimise, where to start, and what is known of its critical points.
 *
 * @param name the name it is looked up by, with its parameters
 * @param objective the function
 * @param start x₀, length n, not to be modified
 * @param points known critical points
 * @param complete whether those are all there are
 * @param values values of further local minima, where only the value is known or unique, or of an infimum at infinity;
 *     not to be modified
 * @param source where it comes from
 */
public record TestProblem(
        String name,
        Objective objective,
        double[] start,
        List<Point> points,
        boolean complete,
        double[] values,
        String source) {
    /**
     * A critical point, to full double precision.
     *
     * @param x the point, length n, not to be modified
     * @param kind what kind of point it is, by derivatives of higher order where the Hessian does not tell
     * @param index the number of negative eigenvalues
     * @param value f(x)
     */
    public record Point(double[] x, Kind kind, int index, double value) {
        /**
         * A minimum.
         *
         * @param value f(x)
         * @param x the point, length n
         * @return the point
         */
        public static Point minimum(double value, double... x) {
            return new Point(x, Kind.MINIMUM, 0, value);
        }

        /**
         * A saddle of index 1.
         *
         * @param value f(x)
         * @param x the point, length n
         * @return the point
         */
        public static Point saddle(double value, double... x) {
            return new Point(x, Kind.SADDLE, 1, value);
        }

        /**
         * A maximum.
         *
         * @param value f(x)
         * @param x the point, length n
         * @return the point
         */
        public static Point maximum(double value, double... x) {
            return new Point(x, Kind.MAXIMUM, x.length, value);
        }

        /**
         * The image of this point in the origin, for an even function.
         *
         * @return the critical point at −x
         */
        public Point mirrored() {
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = -x[i];
            }
            return new Point(y, kind, index, value);
        }
    }

    /** Copies the list. */
    public TestProblem {
        points = List.copyOf(points);
    }

    /**
     * A problem whose known minima are all among its points.
     *
     * @param name the name it is looked up by, with its parameters
     * @param objective the function
     * @param start x₀, length n, not to be modified
     * @param points known critical points
     * @param complete whether those are all there are
     * @param source where it comes from
     */
    public TestProblem(
            String name, Objective objective, double[] start, List<Point> points, boolean complete, String source) {
        this(name, objective, start, points, complete, new double[0], source);
    }

    /**
     * The values of all known local minima.
     *
     * @return the values, ascending, perhaps none
     */
    public double[] minima() {
        DoubleStream known =
                points.stream().filter(point -> point.kind == Kind.MINIMUM).mapToDouble(Point::value);
        return DoubleStream.concat(known, DoubleStream.of(values)).sorted().toArray();
    }

    @Override
    public String toString() {
        return name + " (n = " + objective.dimension() + ")";
    }
}
