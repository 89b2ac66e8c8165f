/**
 * Methods for minibatches: they take the noise out of gradients, or draw randomness of their own from the oracle.
 *
 * <p>Begin with {@link org.hesse.method.stochastic.Sarah}, then {@link org.hesse.method.stochastic.AdaHessian}.
 *
 * <p>May depend on {@code method}, {@code search}, {@code objective} and {@code linear}.
 */
package org.hesse.method.stochastic;
