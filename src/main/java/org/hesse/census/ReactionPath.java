package org.hesse.census;

import java.util.List;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;

/**
 * A way from one minimum to another along steepest-descent curves, over saddles of index 1.
 *
 * @param stations minima and saddles in turn, first and last the minima, or points that
 *     a valley joins; where no way was found those two alone
 * @param curve points of the way, from the first minimum to the last; empty where none was found
 * @param why what stood in the way; empty where one was found
 */
public record ReactionPath(List<CensusPoint> stations, List<double[]> curve, String why) {
    /** Copies the lists. */
    public ReactionPath {
        stations = List.copyOf(stations);
        curve = List.copyOf(curve);
    }

    /**
     * Whether it is a way.
     *
     * @return true if minima and saddles follow each other without a gap
     */
    public boolean found() {
        return why.isEmpty();
    }

    /**
     * How high one must climb.
     *
     * @return the value at the highest saddle less that at the first minimum; 0 if both ends are one minimum, ∞ where no
     *     way was found
     */
    public double barrier() {
        double highest = stations.stream().mapToDouble(CensusPoint::value).max().orElseThrow();
        return found() ? highest - stations.get(0).value() : Double.POSITIVE_INFINITY;
    }

    /**
     * The page: all stations.
     *
     * @return some lines of text
     */
    public String report() {
        StringBuilder page = new StringBuilder(this + "\n");
        for (CensusPoint p : stations) {
            page.append("  ").append(p).append(", ").append(p.evidence()).append('\n');
        }
        return page.toString();
    }

    private long saddles() {
        return stations.stream().filter(p -> p.flat() == 0 && p.index() > 0).count();
    }

    @Override
    public String toString() {
        return Terminal.line(
                found()
                        ? "PATH over " + saddles() + (saddles() == 1 ? " saddle" : " saddles") + ", barrier "
                                + Numbers.rounded(barrier(), 9)
                        : "PATH not found: " + why);
    }
}
