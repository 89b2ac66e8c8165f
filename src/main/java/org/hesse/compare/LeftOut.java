package org.hesse.compare;

import java.util.List;

/**
 * A method that was not run.
 *
 * @param label the method
 * @param regimes where it was not run
 * @param reason why, with the numbers
 */
public record LeftOut(String label, List<Regime> regimes, String reason) {}
