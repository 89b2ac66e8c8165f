/**
 * All critical points of a function in a box, and how they are joined.
 *
 * <p>Begin with {@link org.hesse.census.Census}, what is found. {@link org.hesse.census.Exhaustive} searches the whole box
 * by intervals and proves its counts; {@link org.hesse.census.Multistart} searches from many starts and proves single
 * points. {@link org.hesse.census.Network} joins saddles to the minima below them, {@link
 * org.hesse.census.DisconnectivityTree} shows at which heights they meet, and {@link org.hesse.census.Paths} finds a way
 * between two of them.
 *
 * <p>May depend on {@code run}, {@code critical}, {@code autodiff} and what they depend on.
 */
package org.hesse.census;
