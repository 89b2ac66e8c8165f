/**
 * One function, every derivative. {@link org.hesse.autodiff.Expression} makes value, gradient, Hessian and products of a
 * text; {@link org.hesse.autodiff.Differentiable} makes them of code, a lambda on {@link org.hesse.autodiff.Var}s or a
 * function written for every field.
 *
 * <p>Begin with {@link org.hesse.autodiff.Expression}: its {@link org.hesse.autodiff.Node nodes} are written by the
 * parser, and run by {@code Tape}. Whatever else evaluates expressions (intervals, generated code) reads the same nodes
 * in one loop. Code is run by {@code Recording}, which keeps what happened as a {@code Graph}: {@code GraphHessian} and
 * whatever else wants more than numbers walks that.
 *
 * <p>May depend on {@code objective}, {@code linear} and {@code io}; the only package that imports hipparchus-core.
 */
package org.hesse.autodiff;
