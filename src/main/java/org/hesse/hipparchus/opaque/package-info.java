/**
 * Hipparchus's optimizers as algorithms of ours that own their loop: counted by the same oracle, ended by the same budgets,
 * in {@code minimize}, {@code compare} and on the command line by name, {@code hipparchus-cg} and so on.
 *
 * <p>Begin with {@link org.hesse.hipparchus.opaque.HipparchusCatalogue}, the list. Each is a record of the constructor
 * arguments of the optimizer it runs. What Hipparchus throws ends the run with the status FAILED, its message, and the best
 * point found; the oracle's own exception passes through its code, which catches none that it did not make. All run in the
 * caller's thread, but SQP, whose subproblems need not end: {@link org.hesse.hipparchus.opaque.HipparchusSqp}.
 *
 * <p>May depend on {@code method} and {@code objective}, and on hipparchus-optim.
 */
package org.hesse.hipparchus.opaque;
