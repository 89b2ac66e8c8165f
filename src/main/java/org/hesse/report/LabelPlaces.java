package org.hesse.report;

import java.util.ArrayList;
import java.util.List;

/** Finds places for names in a picture: near what they name, over nothing else, within the frame. */
final class LabelPlaces {
    private static final double HEIGHT = 25; // of the letters on a phone, the largest, as is the width
    private static final double CHARACTER = 11.8;
    private static final int DIRECTIONS = 12;
    private static final double[] DISTANCES = {16, 30, 46, 64, 84, 108};

    /**
     * A place for a name.
     *
     * @param x where the name is fastened
     * @param y its middle
     * @param anchor which end of it is at x, as SVG says it: start, middle or end
     */
    record Place(double x, double y, String anchor) {}

    private final List<double[]> taken = new ArrayList<>(); // left, top, right, bottom
    private final double[] frame;

    LabelPlaces(double left, double top, double right, double bottom) {
        frame = new double[] {left + 4, top + 4, right - 4, bottom - 4};
    }

    /** Keeps names off a spot. */
    void keepOff(double x, double y, double radius) {
        taken.add(new double[] {x - radius, y - radius, x + radius, y + radius});
    }

    /** The nearest free place; a taken one where there is none. */
    Place place(String name, double x, double y) {
        double width = CHARACTER * name.length();
        Place best = null;
        double[] spot = null;
        int fewest = Integer.MAX_VALUE;
        for (double distance : DISTANCES) {
            for (int k = 0; k < DIRECTIONS; k++) {
                double angle = 2 * Math.PI * k / DIRECTIONS;
                double side = Math.cos(angle);
                String anchor = side > 0.1 ? "start" : side < -0.1 ? "end" : "middle";
                double at = x + distance * side;
                double left = at - (side > 0.1 ? 0 : side < -0.1 ? width : width / 2);
                double middle = y + distance * Math.sin(angle);
                double[] box = {left, middle - HEIGHT / 2, left + width, middle + HEIGHT / 2};
                int hits = hits(box);
                if (hits < fewest) {
                    fewest = hits;
                    best = new Place(at, middle, anchor);
                    spot = box;
                }
            }
        }
        taken.add(spot);
        return best;
    }

    private int hits(double[] box) {
        boolean inside = box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
        int hits = inside ? 0 : 1000;
        for (double[] t : taken) {
            if (box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3]) {
                hits++;
            }
        }
        return hits;
    }
}
