/**
 * Methods made for minibatches, some with randomness of their own, drawn from the oracle.
 *
 * <p>Begin with {@link org.hesse.method.stochastic.AdaHessian}.
 *
 * <p>May depend on {@code method}, {@code search}, {@code objective} and {@code linear}.
 */
package org.hesse.method.stochastic;
