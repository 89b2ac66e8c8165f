package org.hesse.report;

import java.util.ArrayList;
import java.util.List;

/** Finds places for names in a picture: near what they name, over nothing else, within the frame. */
final class LabelPlaces {
    private static final double HEIGHT = 18;
    private static final double CHARACTER = 7.6;
    private static final int DIRECTIONS = 12;
    private static final double[] DISTANCES = {16, 30, 46, 64, 84, 108};

    /** A place for a name, and the middle of its left or right end, where a leader line goes. */
    record Place(double x, double y, double width) {
        /** The end nearer to what is named. */
        double leaderX(double toX) {
            return Math.abs(toX - x) < Math.abs(toX - x - width) ? x - 2 : x + width + 2;
        }
    }

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
        int fewest = Integer.MAX_VALUE;
        for (double distance : DISTANCES) {
            for (int k = 0; k < DIRECTIONS; k++) {
                double angle = 2 * Math.PI * k / DIRECTIONS;
                double side = Math.cos(angle);
                double left = x + distance * side - (side > 0.1 ? 0 : side < -0.1 ? width : width / 2);
                double middle = y + distance * Math.sin(angle);
                double[] box = {left, middle - HEIGHT / 2, left + width, middle + HEIGHT / 2};
                int hits = hits(box);
                if (hits < fewest) {
                    fewest = hits;
                    best = new Place(left, middle, width);
                }
            }
        }
        taken.add(new double[] {best.x, best.y - HEIGHT / 2, best.x + best.width, best.y + HEIGHT / 2});
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
