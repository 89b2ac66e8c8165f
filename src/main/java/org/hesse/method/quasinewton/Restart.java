package org.hesse.method.quasinewton;

import org.hesse.objective.Event;

/**
 * A line search failed along the quasi-Newton direction: what was learnt of the curvature is forgotten, and the step
 * tried once more along −g.
 *
 * @param why what stopped the search, with its numbers
 */
public record Restart(String why) implements Event {}
