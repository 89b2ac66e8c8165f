/**
 * What kind of point a point is, with error bars.
 *
 * <p>Begin with {@link org.hesse.critical.CriticalPoint}: it takes {@code Derivatives} at the point, their spectrum with
 * an {@link org.hesse.critical.ErrorBudget}, and asks {@code Verdict}, the one place where a kind is decided. Stronger
 * evidence has its place there: a certificate (an interval bound in place of the sampled drift of the Hessian) and, where
 * the verdict is DEGENERATE, derivatives of higher order. {@link org.hesse.critical.TaylorModel} is the local quadratic.
 *
 * <p>May depend on {@code autodiff}, {@code objective}, {@code linear} and {@code io}.
 */
package org.hesse.critical;
