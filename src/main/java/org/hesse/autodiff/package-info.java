/**
 * One function, every derivative. {@link org.hesse.autodiff.Expression} makes value, gradient, Hessian and products of a
 * text.
 *
 * <p>Begin with {@link org.hesse.autodiff.Expression}: its {@link org.hesse.autodiff.Node nodes} are written by the
 * parser, and run by {@code Tape}. Whatever else evaluates expressions (intervals, generated code) reads the same nodes
 * in one loop.
 *
 * <p>May depend on {@code objective}, {@code linear} and {@code io}; the only package that imports hipparchus-core.
 */
package org.hesse.autodiff;
