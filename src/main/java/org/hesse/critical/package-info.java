/**
 * What kind of point a point is, with error bars.
 *
 * <p>Begin with {@link org.hesse.critical.CriticalPoint}: it takes {@code Derivatives} at the point, their spectrum with
 * an {@link org.hesse.critical.ErrorBudget}, and asks {@code Verdict}, which decides by sizes and errors. {@code Analysis}
 * tells the whole way: where the verdict is DEGENERATE, {@code SplittingLemma} and {@code Valley}; {@code Polish} finds the
 * critical point near x, {@link org.hesse.critical.Certificate} proves it, {@code Exclusion} that there is none; {@code
 * OnBounds} does all this on a face of the box. {@link org.hesse.critical.TaylorModel} is the local quadratic.
 *
 * <p>May depend on {@code autodiff}, {@code objective}, {@code linear} and {@code io}.
 */
package org.hesse.critical;
