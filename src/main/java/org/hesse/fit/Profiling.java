package org.hesse.fit;

import java.util.Arrays;
import org.hesse.io.Numbers;
import org.hesse.linear.Vectors;

/**
 * The ends of an interval by profile likelihood. For a value t of the parameter the others are fitted anew; wanted is where
 * the profile S(t) = min ‖r‖² has risen by the threshold: τ(t) = ±√(S(t) − S) is almost linear in t, so its root is found in
 * a few fits. Each fit begins where the last one led to.
 *
 * <p>Source: Bates and Watts, Nonlinear Regression Analysis and Its Applications (1988), section 6.1 and appendix A3.5.
 * Departs from the source: the root by bisection and the Illinois rule instead of cubic splines through a grid.
 */
final class Profiling {
    private static final int DOUBLINGS = 40;
    private static final int REFINEMENTS = 60;
    private static final double EXACT = 1e-9; // of the root, relative to the width
    private static final double ROUNDINGS = 10;
    private static final double BELOW = 1e-6; // of S: a better minimum

    private final Solver solver;
    private final double[] best;
    private final boolean[] fixed;
    private final int j;
    private final double sum;
    private final double root;
    private String note = "";

    Profiling(Solver solver, double[] best, boolean[] fixed, int j, double sum, double threshold) {
        this.solver = solver;
        this.best = best;
        this.fixed = fixed.clone();
        this.fixed[j] = true;
        this.j = j;
        this.sum = sum;
        this.root = Math.sqrt(threshold);
    }

    String note() {
        return note;
    }

    /** One fit: the others at their best, τ less its wanted value. */
    private record Point(double t, double[] b, double excess) {}

    private Point at(double t, double[] from) {
        double[] b = from.clone();
        b[j] = t;
        double before = solver.sum(b);
        if (!Double.isFinite(before)) {
            return new Point(t, from, Double.NaN);
        }
        Solved s = solver.solve(b, fixed);
        if (s.sum() + rounding(s) < sum * (1 - BELOW)) {
            note = "a lower chi2 " + Numbers.brief(s.sum()) + " at "
                    + solver.names().get(j) + " = " + Numbers.brief(t) + ": start there";
        }
        return new Point(t, s.b(), Math.sqrt(Math.max(0, s.sum() - sum)) - root);
    }

    /** What the sum loses by the rounding of the terms whose differences residuals are, about as large as bⱼ‖Jⱼ‖. */
    private double rounding(Solved s) {
        double[][] columns = LinearParameters.columns(solver.residuals(), s.b());
        double[] terms = new double[columns.length];
        Arrays.setAll(terms, k -> s.b()[k] * Vectors.norm(columns[k]));
        double error = ROUNDINGS * Math.ulp(1.0) * Vectors.norm(terms);
        return error * (2 * Math.sqrt(s.sum()) + error);
    }

    /** The end on one side: direction −1 or 1, the first step of length {@code width}. */
    double end(int direction, double width) {
        double bound =
                direction < 0 ? solver.domain().lower()[j] : solver.domain().upper()[j];
        Point inside = new Point(best[j], best, -root);
        Point outside = null;
        double step = width;
        for (int k = 0; k < DOUBLINGS && outside == null; k++) {
            double t = best[j] + direction * step;
            boolean last = direction * (t - bound) >= 0;
            Point next = at(last ? bound : t, inside.b());
            if (next.excess() < 0) {
                inside = next;
                if (last) {
                    note = join("chi2 does not rise as far up to the bound " + Numbers.brief(bound));
                    return bound;
                }
                step *= 2;
            } else {
                outside = next;
            }
        }
        if (outside == null) {
            note = join((direction < 0 ? "no lower end: down to " : "no upper end: up to ")
                    + Numbers.brief(inside.t()) + " chi2 rises by "
                    + Numbers.brief(Math.pow(inside.excess() + root, 2)) + " only");
            return direction * Double.POSITIVE_INFINITY;
        }
        return refine(inside, outside, width);
    }

    private double refine(Point first, Point last, double width) {
        Point inside = first;
        Point outside = last;
        double low = inside.excess();
        double high = outside.excess();
        for (int k = 0; k < REFINEMENTS && Math.abs(outside.t() - inside.t()) > EXACT * width; k++) {
            double middle = (inside.t() + outside.t()) / 2;
            double secant = inside.t() - low * (outside.t() - inside.t()) / (high - low);
            Point next = at(Double.isFinite(secant) && k % 8 != 7 ? secant : middle, inside.b());
            if (Math.abs(next.excess()) <= EXACT * root) {
                return next.t();
            }
            if (next.excess() < 0) {
                inside = next;
                low = next.excess();
                high /= 2; // the Illinois rule
            } else {
                outside = next;
                high = next.excess();
                low /= 2;
            }
        }
        if (Double.isNaN(outside.excess())) {
            note = join("the model is not finite beyond " + Numbers.brief(inside.t()));
        }
        return inside.t();
    }

    private String join(String more) {
        return note.isEmpty() ? more : note + "; " + more;
    }
}
