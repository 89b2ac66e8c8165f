package org.hesse.critical;

import java.util.Optional;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.linear.Lu;

/**
 * Newton's method for ∇f = 0 on a box W with middle m: with A = Y·H(W), b = Y·∇f(m), Y the inverse of the middle of H(W),
 * the Krawczyk operator K = m − b + (I − A)(W − m), and the sharper one of Hansen and Sengupta, which solves A·d = −b row
 * by row. Both contain every zero in W; if K lies inside W there is exactly one, and each matrix in H(W) is regular.
 *
 * <p>Source: Neumaier, Interval Methods for Systems of Equations (1990), sections 5.1 and 5.2.
 */
public final class IntervalNewton {
    private final double[] m;
    private final Interval[][] a;
    private final Interval[] b;
    private final Interval[] krawczyk;
    private final boolean unique;

    private IntervalNewton(Interval[] wide, double[] m, Interval[][] a, Interval[] b) {
        int n = m.length;
        this.m = m;
        this.a = a;
        this.b = b;
        krawczyk = new Interval[n];
        for (int i = 0; i < n; i++) {
            Interval sum = Interval.of(m[i]).subtract(b[i]);
            for (int j = 0; j < n; j++) {
                Interval rest = (i == j ? Interval.ONE : Interval.ZERO).subtract(a[i][j]);
                sum = sum.add(rest.multiply(wide[j].subtract(m[j])));
            }
            krawczyk[i] = sum;
        }
        unique = Boxes.inside(krawczyk, wide);
    }

    /**
     * Prepares the operators.
     *
     * @param wide W, n intervals
     * @param m a point in W, its middle
     * @param gradient an enclosure of ∇f in its middle
     * @param hessian an enclosure of ∇²f over it
     * @return the operators; empty where the middle of the enclosure is singular or not finite
     */
    public static Optional<IntervalNewton> on(Interval[] wide, double[] m, Interval[] gradient, Interval[][] hessian) {
        int n = wide.length;
        double[][] middle = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                middle[i][j] = hessian[i][j].isBounded() ? hessian[i][j].midpoint() : Double.NaN;
            }
        }
        return Lu.of(middle).map(lu -> {
            double[][] y = inverse(lu, n);
            Interval[][] column = new Interval[n][1];
            for (int i = 0; i < n; i++) {
                column[i][0] = gradient[i];
            }
            Interval[][] product = Boxes.times(y, column);
            Interval[] b = new Interval[n];
            for (int i = 0; i < n; i++) {
                b[i] = product[i][0];
            }
            return new IntervalNewton(wide, m, Boxes.times(y, hessian), b);
        });
    }

    /**
     * The same with the enclosures of a function.
     *
     * @param f the function
     * @param wide W, n intervals
     * @return the operators; empty also where f is not known to be smooth over W
     */
    public static Optional<IntervalNewton> on(OnIntervals f, Interval[] wide) {
        Enclosure over = f.over(wide);
        double[] m = Boxes.midpoint(wide);
        return over.obstacle().isPresent()
                ? Optional.empty()
                : on(wide, m, f.over(Boxes.of(m)).gradient(), over.hessian());
    }

    /** An approximate inverse, which is all a preconditioner has to be. */
    private static double[][] inverse(Lu lu, int n) {
        double[][] y = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] e = new double[n];
            e[j] = 1;
            double[] column = lu.solve(e);
            for (int i = 0; i < n; i++) {
                y[i][j] = column[i];
            }
        }
        return y;
    }

    /**
     * Whether the proof succeeds.
     *
     * @return whether K lies inside W, which then holds exactly one zero
     */
    public boolean isUnique() {
        return unique;
    }

    /**
     * The Krawczyk operator.
     *
     * @return K, n intervals, around every zero in W
     */
    public Interval[] krawczyk() {
        return krawczyk.clone();
    }

    /**
     * Narrows a box by both operators.
     *
     * @param x a box in W, not modified
     * @return the part of it that may hold zeros; empty intervals where none may
     */
    public Interval[] contract(Interval[] x) {
        Interval[] part = Boxes.intersect(krawczyk, x);
        for (int i = 0; i < m.length && !part[i].isEmpty(); i++) {
            if (!a[i][i].contains(0)) {
                Interval sum = b[i];
                for (int j = 0; j < m.length; j++) {
                    if (j != i) {
                        sum = sum.add(a[i][j].multiply(part[j].subtract(m[j])));
                    }
                }
                part[i] = part[i].intersect(Interval.of(m[i]).subtract(sum.divide(a[i][i])));
            }
        }
        return part;
    }
}
