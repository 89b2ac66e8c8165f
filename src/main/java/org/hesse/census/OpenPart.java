package org.hesse.census;

/**
 * A part of the box where neither a point is proved nor that there is none.
 *
 * @param region the hull of its boxes, which touch each other
 * @param boxes how many they are
 * @param why what is there, such as a valley; empty where that is not known
 */
public record OpenPart(Region region, long boxes, String why) {
    @Override
    public String toString() {
        return region + (boxes > 1 ? ", " + boxes + " boxes" : "") + (why.isEmpty() ? "" : ": " + why);
    }
}
