package org.hesse.census;

/**
 * A saddle of index 1 and where the two ways down from it end.
 *
 * @param saddle its place in the list of points
 * @param first the minimum on one side, its place; −1 where that way leaves the box or does not end at a minimum
 * @param second the minimum on the other side, perhaps the same; or −1
 */
public record Link(int saddle, int first, int second) {
    /** Whether both ways end at minima. */
    boolean isWhole() {
        return first >= 0 && second >= 0;
    }
}
