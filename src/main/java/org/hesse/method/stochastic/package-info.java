/**
 * Methods made for minibatches: without the noise of gradients, with curvature that is safe from it, or with randomness of
 * their own, drawn from the oracle.
 *
 * <p>Begin with {@link org.hesse.method.stochastic.Sarah}, {@link org.hesse.method.stochastic.OnlineLbfgs} and {@link
 * org.hesse.method.stochastic.AdaHessian}.
 *
 * <p>May depend on {@code method} and its {@code quasinewton} and {@code wrapper}, {@code search}, {@code objective} and
 * {@code linear}.
 */
package org.hesse.method.stochastic;
