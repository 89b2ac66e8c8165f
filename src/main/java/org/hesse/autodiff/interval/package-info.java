/**
 * Statements about all points of a box. {@link org.hesse.autodiff.interval.Interval} is a number with outward rounding,
 * over which any generic function runs; {@link org.hesse.autodiff.interval.OnIntervals} is what a recorded function
 * offers: an {@link org.hesse.autodiff.interval.Enclosure} of value, gradient and Hessian.
 *
 * <p>Begin with {@code Interval} and {@code Enclosure}. The bounds themselves are in {@code Bounds} (functions) and {@code
 * Pairs} (operations), on bare doubles; {@code Sweeps} and {@code Partials} walk the graph, {@code Pieces} takes several
 * together behind a condition. May depend on {@code graph} and
 * {@code objective}.
 */
package org.hesse.autodiff.interval;
