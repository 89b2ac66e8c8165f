package org.hesse.census;

import java.util.List;
import java.util.Optional;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.critical.IntervalNewton;

/**
 * What becomes of one box: excluded, since the gradient, enclosed directly or in mean value form, is not 0 in it; or its
 * critical point is proved; or it is contracted, and where that does little bisected. The operators work on a slightly
 * wider box, so that a point on the common face of two boxes is inside of one.
 *
 * @param rest the parts to go on with, perhaps none
 * @param root a proved critical point in or near the box, the only one; or null
 */
record Pruning(List<Interval[]> rest, Root root) {
    private static final Pruning EXCLUDED = new Pruning(List.of(), null);
    private static final double MARGIN = 1.0 / 16;
    private static final double ENOUGH = 0.6; // contracted to this part, a box is not bisected as well

    static Pruning of(OnIntervals f, Interval[] x, Region whole) {
        if (excludesZero(f.over(x).gradient())) {
            return EXCLUDED;
        }
        Interval[] wide = wider(x);
        Enclosure over = f.over(wide);
        if (over.obstacle().isPresent()) {
            return bisected(x, whole);
        }
        double[] m = Boxes.midpoint(wide);
        Interval[] gradient = f.over(Boxes.of(m)).gradient();
        Interval[][] hessian = over.hessian();
        if (excludesZero(meanValue(gradient, hessian, x, m))) {
            return EXCLUDED;
        }
        Optional<IntervalNewton> newton = IntervalNewton.on(wide, m, gradient, hessian);
        if (newton.isEmpty()) {
            return bisected(x, whole);
        }
        if (newton.get().isUnique()) {
            return new Pruning(List.of(), Root.in(f, wide, newton.get().krawczyk()));
        }
        Interval[] part = newton.get().contract(x);
        for (int i = 0; i < part.length; i++) {
            if (part[i].isEmpty()) {
                return EXCLUDED;
            }
        }
        boolean enough = part[Boxes.widest(part)].width() <= ENOUGH * x[Boxes.widest(x)].width();
        return enough ? new Pruning(List.<Interval[]>of(part), null) : bisected(part, whole);
    }

    private static boolean excludesZero(Interval[] g) {
        for (Interval gi : g) {
            if (!gi.contains(0)) {
                return true;
            }
        }
        return false;
    }

    private static Interval[] meanValue(Interval[] g, Interval[][] h, Interval[] x, double[] m) {
        Interval[] d = new Interval[m.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = x[i].subtract(m[i]);
        }
        Interval[] sum = Boxes.times(h, d);
        for (int i = 0; i < d.length; i++) {
            sum[i] = sum[i].add(g[i]);
        }
        return sum;
    }

    /** Some ulps at least, so that also a contracted box of one point gets an interior. */
    static Interval[] wider(Interval[] x) {
        Interval[] wide = new Interval[x.length];
        for (int i = 0; i < x.length; i++) {
            double margin = MARGIN * x[i].width() + 8 * Math.ulp(x[i].magnitude());
            wide[i] = Interval.of(x[i].lo() - margin, x[i].hi() + margin);
        }
        return wide;
    }

    /** In the direction that is widest as a part of the whole. */
    private static Pruning bisected(Interval[] x, Region whole) {
        int widest = 0;
        for (int i = 1; i < x.length; i++) {
            widest = part(x, i, whole) > part(x, widest, whole) ? i : widest;
        }
        return new Pruning(List.of(Boxes.bisect(x, widest)), null);
    }

    /** The width of a side as a part of the whole. */
    static double part(Interval[] x, int i, Region whole) {
        return x[i].width() / (whole.upper()[i] - whole.lower()[i]);
    }
}
