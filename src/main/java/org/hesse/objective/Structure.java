package org.hesse.objective;

/**
 * What an objective offers beyond its gradient: second derivatives, residuals, …
 *
 * <p>A structure is asked for by type ({@link Objective#as}), never by {@code instanceof}, so that wrappers can forward
 * or withhold it. Each structure knows how to charge its own work, so the loop that counts needs to know none of them. An
 * objective with one structure may implement it; one with several gives an object for each.
 */
public interface Structure {
    /**
     * Returns the same structure with every evaluation run through {@code meter}.
     *
     * @param meter counts each evaluation before it is made, and may refuse it
     * @return a view of this structure, of the same structure type
     */
    Structure metered(Meter meter);
}
