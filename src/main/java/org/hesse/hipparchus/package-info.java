/**
 * Our methods in the place of Hipparchus's optimizers.
 *
 * <p>Begin with {@link org.hesse.hipparchus.HesseOptimizer}: any method of ours as a {@code MultivariateOptimizer}. The
 * classes with Hipparchus's own names extend Hipparchus's and have their constructors: a program changes the import, and
 * runs. {@link org.hesse.hipparchus.Runs} is what they tell beyond Hipparchus's answer. The other direction, Hipparchus's
 * optimizers as algorithms of ours, is {@code org.hesse.hipparchus.opaque}.
 *
 * <p>{@link org.hesse.hipparchus.Distributions} has what the statistics of a fit need of Hipparchus's special functions.
 *
 * <p>May depend on {@code run}, {@code critical}, {@code method} and what they depend on, and on Hipparchus.
 */
package org.hesse.hipparchus;
