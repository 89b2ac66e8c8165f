package org.hesse.critical;

/**
 * What stands between a verdict and a better one.
 *
 * @param term the term that blocks, such as {@code derivatives}
 * @param action the cheapest action that would decide
 */
public record Blocked(String term, String action) {
    @Override
    public String toString() {
        return term + ": " + action;
    }
}
