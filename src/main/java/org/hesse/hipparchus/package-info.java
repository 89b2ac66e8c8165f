/**
 * Hipparchus and Hesse together. {@link org.hesse.hipparchus.Distributions} has what the statistics of a fit need of its
 * special functions.
 *
 * <p>May depend on {@code run} and what it depends on, and on Hipparchus.
 */
package org.hesse.hipparchus;
