package org.hesse.critical;

import java.util.Arrays;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Interval;

/** Vectors and matrices of intervals, and upper bounds that rounding cannot break. */
final class Enclosures {
    private Enclosures() {}

    /** The box of half width r around x, rounded outward. */
    static Interval[] box(double[] x, double r) {
        Interval width = Interval.of(-r, r);
        return Arrays.stream(x).mapToObj(xi -> Interval.of(xi).add(width)).toArray(Interval[]::new);
    }

    static Interval[] minus(double[] x, double[] y) {
        Interval[] d = new Interval[x.length];
        Arrays.setAll(d, i -> Interval.of(x[i]).subtract(y[i]));
        return d;
    }

    static Interval[] minus(Interval[] a, double[] y) {
        Interval[] d = new Interval[y.length];
        Arrays.setAll(d, i -> a[i].subtract(y[i]));
        return d;
    }

    static Interval[] plus(Interval[] a, Interval[] b) {
        Interval[] sum = new Interval[a.length];
        Arrays.setAll(sum, i -> a[i].add(b[i]));
        return sum;
    }

    static Interval[][] minus(Interval[][] a, Interval[][] b) {
        Interval[][] d = new Interval[a.length][a.length];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                d[i][j] = a[i][j].subtract(b[i][j]);
            }
        }
        return d;
    }

    static Interval[][] transposed(Interval[][] a) {
        Interval[][] t = new Interval[a[0].length][a.length];
        for (int i = 0; i < t.length; i++) {
            for (int j = 0; j < a.length; j++) {
                t[i][j] = a[j][i];
            }
        }
        return t;
    }

    static Interval[][] of(double[][] a) {
        return Arrays.stream(a).map(Boxes::of).toArray(Interval[][]::new);
    }

    static double[][] middle(Interval[][] a) {
        return Arrays.stream(a).map(Boxes::midpoint).toArray(double[][]::new);
    }

    /** a + b from above. */
    static double sum(double a, double b) {
        return Interval.of(a).add(b).hi();
    }

    /** The Euclidean norm from above; ∞ where an interval is empty or unbounded. */
    static double norm(Interval[] v) {
        Interval squares = Interval.ZERO;
        for (Interval vi : v) {
            squares = squares.add(Interval.of(vi.magnitude()).square());
        }
        double norm = squares.sqrt().hi();
        return norm < Double.POSITIVE_INFINITY ? norm : Double.POSITIVE_INFINITY;
    }

    /** ‖A‖₂ from above for every matrix in A: the smaller of the Frobenius norm and √(‖A‖₁‖A‖∞), here of symmetric ones. */
    static double norm(Interval[][] a) {
        double rows = 0;
        double[] norms = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            Interval sum = Interval.ZERO;
            for (Interval aij : a[i]) {
                sum = sum.add(Interval.of(aij.magnitude()));
            }
            rows = Math.max(rows, sum.hi());
            norms[i] = norm(a[i]);
        }
        double norm = Math.min(rows, norm(Boxes.of(norms)));
        return norm < Double.POSITIVE_INFINITY ? norm : Double.POSITIVE_INFINITY;
    }
}
