/**
 * The words that all of autodiff speaks: {@link org.hesse.autodiff.graph.Function}s of one argument and
 * {@link org.hesse.autodiff.graph.Operation}s on two, with their derivatives, and a function recorded as a
 * {@link org.hesse.autodiff.graph.Graph} of them, which is what to read first. {@link org.hesse.autodiff.graph.Scalar} is a
 * number of any kind made of these words, {@link org.hesse.autodiff.graph.Pool} lends the buffers to evaluate in.
 *
 * <p>Depends on no other package of Hesse.
 */
package org.hesse.autodiff.graph;
