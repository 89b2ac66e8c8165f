/**
 * Methods made for minibatches: those that use randomness of their own, drawn from the oracle, and quasi-Newton methods
 * whose pairs are safe from the noise of batches.
 *
 * <p>Begin with {@link org.hesse.method.stochastic.AdaHessian} and {@link org.hesse.method.stochastic.OnlineLbfgs}.
 *
 * <p>May depend on {@code method} and its {@code quasinewton} and {@code wrapper}, {@code search}, {@code objective} and {@code linear}.
 */
package org.hesse.method.stochastic;
