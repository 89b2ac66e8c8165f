/**
 * Reverse mode. Code is run on {@link org.hesse.autodiff.reverse.Var}s, and a
 * {@link org.hesse.autodiff.reverse.Recording} keeps what happened: partial derivatives for a gradient, or the whole
 * graph. {@link org.hesse.autodiff.reverse.GraphHessian} makes products and matrices of a graph, forward over reverse, and
 * {@link org.hesse.autodiff.reverse.Sparsity} finds how few products the matrix takes.
 *
 * <p>Begin with {@code Recording}. May depend on {@code graph}, and on {@code linear} and {@code objective}.
 */
package org.hesse.autodiff.reverse;
