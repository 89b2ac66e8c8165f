package org.hesse.search;

/**
 * Finds an acceptable step length along a ray. Line searches are records of their constants, without state.
 */
@FunctionalInterface
public interface LineSearch {
    /**
     * Searches.
     *
     * @param phi the ray; its slope at 0 is negative
     * @param first the first step length to try, positive; the longest of the ray if that is less
     * @return a step length, or why there is none
     */
    Searched search(Ray phi, double first);
}
