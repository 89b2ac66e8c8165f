package org.hesse.method;

import org.hesse.objective.Event;

/**
 * A direction was no good, or the line search along it failed: what was learnt from the steps so far is forgotten, and
 * the step tried once more along −g.
 *
 * @param why what stopped the search, with its numbers
 */
public record Restart(String why) implements Event {}
