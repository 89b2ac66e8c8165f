/**
 * Methods that use second derivatives, or the Jacobian of residuals.
 *
 * <p>Begin with {@link org.hesse.method.newton.Newton}, the pure step; then
 * {@link org.hesse.method.newton.LineSearchNewton}, which always descends, as does
 * {@link org.hesse.method.newton.SaddleFree}. {@link org.hesse.method.newton.TrustRegion} takes any Hessian,
 * {@link org.hesse.method.newton.Tron} bounds too. For residuals,
 * {@link org.hesse.method.newton.LevenbergMarquardt}, on what {@link org.hesse.method.newton.Linearisation} factorises.
 *
 * <p>May depend on {@code method}, {@code search}, {@code objective} and {@code linear}.
 */
package org.hesse.method.newton;
