package org.hesse.census;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Interval;
import org.hesse.io.Numbers;
import org.hesse.objective.Box;

/**
 * A part of a box. The arrays are shared, not copied.
 *
 * @param lower the lower ends, length n
 * @param upper the upper ends, length n
 */
public record Region(double[] lower, double[] upper) {
    private static final int SHOWN = 6;

    static Region of(Box box) {
        return new Region(box.lower(), box.upper());
    }

    static Region of(Interval[] box) {
        double[] lower = new double[box.length];
        double[] upper = new double[box.length];
        for (int i = 0; i < box.length; i++) {
            lower[i] = box[i].lo();
            upper[i] = box[i].hi();
        }
        return new Region(lower, upper);
    }

    /** The smallest region around some, at least one. */
    static Region hull(List<Region> regions) {
        double[] lower = regions.get(0).lower.clone();
        double[] upper = regions.get(0).upper.clone();
        for (Region r : regions) {
            for (int i = 0; i < lower.length; i++) {
                lower[i] = Math.min(lower[i], r.lower[i]);
                upper[i] = Math.max(upper[i], r.upper[i]);
            }
        }
        return new Region(lower, upper);
    }

    /** Boxes that together are what is left of this region without a part of it; none share more than a face. */
    List<Region> without(Region part) {
        List<Region> slabs = new ArrayList<>();
        double[] low = lower.clone();
        double[] high = upper.clone();
        for (int i = 0; i < low.length; i++) {
            if (low[i] < part.lower[i]) {
                double[] end = high.clone();
                end[i] = part.lower[i];
                slabs.add(new Region(low.clone(), end));
            }
            if (high[i] > part.upper[i]) {
                double[] begin = low.clone();
                begin[i] = part.upper[i];
                slabs.add(new Region(begin, high.clone()));
            }
            low[i] = part.lower[i];
            high[i] = part.upper[i];
        }
        return slabs;
    }

    /** Whether a point is in this region made larger by a part of its sides on each side. */
    boolean holds(double[] x, double part) {
        for (int i = 0; i < x.length; i++) {
            double margin = part * (upper[i] - lower[i]);
            if (!(x[i] >= lower[i] - margin && x[i] <= upper[i] + margin)) {
                return false;
            }
        }
        return true;
    }

    Interval[] box() {
        return Boxes.of(lower, upper);
    }

    /**
     * The part of the whole that it is.
     *
     * @param whole the whole box, with sides of positive length
     * @return the ratio of the volumes
     */
    public double share(Region whole) {
        double share = 1;
        for (int i = 0; i < lower.length; i++) {
            share *= (upper[i] - lower[i]) / (whole.upper[i] - whole.lower[i]);
        }
        return share;
    }

    @Override
    public String toString() {
        int shown = Math.min(SHOWN, lower.length);
        return IntStream.range(0, shown)
                .mapToObj(i -> Numbers.brief(lower[i]) + ":" + Numbers.brief(upper[i]))
                .collect(Collectors.joining(", ", "[", shown < lower.length ? ", ...]" : "]"));
    }
}
