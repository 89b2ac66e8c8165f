package org.hesse.critical;

import java.util.Arrays;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;

/**
 * The proof that no critical point is within ρ: an enclosure of the gradient over the box around the ball leaves out 0,
 * either itself or, along an eigenvector, in the mean value form v·∇f(x) + v·H(X)(X − x).
 */
final class Exclusion {
    private Exclusion() {}

    static boolean holds(OnIntervals f, double[] x, double rho, double[][] vectors) {
        Interval[] box = Enclosures.box(x, rho);
        Enclosure around = f.over(box);
        if (around.obstacle(1).isPresent()) {
            return false;
        }
        if (leavesOutZero(around.gradient())) {
            return true;
        }
        if (around.obstacle(2).isPresent()) {
            return false;
        }
        Interval[] offset = new Interval[x.length];
        Arrays.setAll(offset, i -> box[i].subtract(x[i]));
        Interval[][] change = Boxes.times(vectors, around.hessian());
        Interval[][] here = new Interval[][] {f.over(Boxes.of(x)).gradient()};
        Interval[][] slopes = Boxes.times(vectors, Enclosures.transposed(here));
        Interval[] moved = Boxes.times(change, offset);
        for (int k = 0; k < moved.length; k++) {
            moved[k] = moved[k].add(slopes[k][0]);
        }
        return leavesOutZero(moved);
    }

    private static boolean leavesOutZero(Interval[] g) {
        for (Interval gi : g) {
            if (!gi.isEmpty() && !gi.contains(0)) {
                return true;
            }
        }
        return false;
    }
}
