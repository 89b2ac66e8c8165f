package org.hesse.autodiff.interval;

import java.util.Arrays;

/**
 * Boxes, which are vectors of intervals, and what branch-and-prune and the Krawczyk operator K = m − Y·∇f(m) + (I −
 * Y·H(X))·(X − m) do with them. Source: Neumaier, Interval Methods for Systems of Equations (1990), section 5.1. Every
 * sum and product is rounded outward.
 */
public final class Boxes {
    private Boxes() {}

    /**
     * The box between two corners.
     *
     * @param lo the lower bounds, length n
     * @param hi the upper bounds, length n, none below its lower bound
     * @return n intervals
     * @throws IllegalArgumentException if the lengths differ, or an interval is none
     */
    public static Interval[] of(double[] lo, double[] hi) {
        same("upper bounds", hi.length, lo.length);
        Interval[] box = new Interval[lo.length];
        Arrays.setAll(box, i -> Interval.of(lo[i], hi[i]));
        return box;
    }

    /**
     * The box of one point.
     *
     * @param x the point, length n
     * @return n intervals of width 0
     */
    public static Interval[] of(double[] x) {
        return Arrays.stream(x).mapToObj(Interval::of).toArray(Interval[]::new);
    }

    /**
     * The point in the middle.
     *
     * @param box n intervals
     * @return the midpoints
     */
    public static double[] midpoint(Interval[] box) {
        return Arrays.stream(box).mapToDouble(Interval::midpoint).toArray();
    }

    /**
     * The widest direction, the first of equals.
     *
     * @param box n intervals, n at least 1
     * @return its index
     */
    public static int widest(Interval[] box) {
        int widest = 0;
        for (int i = 1; i < box.length; i++) {
            widest = box[i].width() > box[widest].width() ? i : widest;
        }
        return widest;
    }

    /**
     * The two halves of a box.
     *
     * @param box n intervals, not modified
     * @param i the direction to halve
     * @return two boxes that share a face
     */
    public static Interval[][] bisect(Interval[] box, int i) {
        Interval[][] halves = {box.clone(), box.clone()};
        Interval[] parts = box[i].bisect();
        halves[0][i] = parts[0];
        halves[1][i] = parts[1];
        return halves;
    }

    /**
     * What two boxes have in common.
     *
     * @param a n intervals
     * @param b n intervals
     * @return n intervals, all of them empty where one is
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Interval[] intersect(Interval[] a, Interval[] b) {
        same("box", b.length, a.length);
        Interval[] both = new Interval[a.length];
        Arrays.setAll(both, i -> a[i].intersect(b[i]));
        if (Arrays.stream(both).anyMatch(Interval::isEmpty)) {
            Arrays.fill(both, Interval.EMPTY);
        }
        return both;
    }

    /**
     * Whether a box lies in the interior of another one.
     *
     * @param a n intervals
     * @param b n intervals
     * @return true where each interval of {@code a} is {@link Interval#inside inside} that of {@code b}
     * @throws IllegalArgumentException if the lengths differ
     */
    public static boolean inside(Interval[] a, Interval[] b) {
        same("box", b.length, a.length);
        boolean inside = true;
        for (int i = 0; i < a.length; i++) {
            inside &= a[i].inside(b[i]);
        }
        return inside;
    }

    /**
     * A matrix times a vector.
     *
     * @param a intervals, m × n
     * @param x intervals, length n
     * @return intervals, length m, around A·x for all matrices and vectors in them
     * @throws IllegalArgumentException if a row is not of length n
     */
    public static Interval[] times(Interval[][] a, Interval[] x) {
        Interval[] y = new Interval[a.length];
        for (int i = 0; i < y.length; i++) {
            same("row " + i, a[i].length, x.length);
            y[i] = Interval.ZERO;
            for (int j = 0; j < x.length; j++) {
                y[i] = y[i].add(a[i][j].multiply(x[j]));
            }
        }
        return y;
    }

    /**
     * A matrix of numbers times one of intervals, as for preconditioning.
     *
     * @param y numbers, m × n
     * @param a intervals, n × p
     * @return intervals, m × p, around Y·A for all matrices in {@code a}
     * @throws IllegalArgumentException if a row of {@code y} is not as long as {@code a} is high
     */
    public static Interval[][] times(double[][] y, Interval[][] a) {
        Interval[][] product = new Interval[y.length][a[0].length];
        for (int i = 0; i < y.length; i++) {
            same("row " + i, y[i].length, a.length);
            Arrays.fill(product[i], Interval.ZERO);
            for (int k = 0; k < a.length; k++) {
                Interval factor = Interval.of(y[i][k]);
                for (int j = 0; j < a[k].length; j++) {
                    product[i][j] = product[i][j].add(factor.multiply(a[k][j]));
                }
            }
        }
        return product;
    }

    private static void same(String what, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(what + " of length " + length + ": expected " + expected);
        }
    }
}
