package org.hesse.search;

/** What a line search ends with. Numerical trouble is a value, not an exception. */
public sealed interface Searched {
    /**
     * A step length that satisfies the conditions of the search.
     *
     * @param trial the accepted trial, with its slope (and evaluation)
     * @param trials how many step lengths were tried, this one included
     */
    record Found(Trial trial, int trials) implements Searched {}

    /**
     * No acceptable step length.
     *
     * @param why what stopped the search, with its numbers
     * @param best the best trial with a finite value below φ(0), or null
     * @param trials how many step lengths were tried
     */
    record NotFound(String why, Trial best, int trials) implements Searched {}
}
