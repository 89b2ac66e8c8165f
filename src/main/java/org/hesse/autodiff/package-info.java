/**
 * One function, every derivative. {@link org.hesse.autodiff.Expression} makes value, gradient, Hessian and products of a
 * text; {@link org.hesse.autodiff.Differentiable} makes them of code, a lambda on {@link org.hesse.autodiff.Var}s or a
 * function written for every field.
 *
 * <p>Begin with {@link org.hesse.autodiff.Expression}: its text is written by {@code Parser} as a {@code Program}, nodes
 * in which sums stay loops. {@code Compiler} makes that bytecode for values and gradients, {@code Interpreter} runs it over
 * every other field. Code is run by {@code Recording}, which keeps the derivatives that are wanted ({@code ReducedHessian} is
 * made of them), or what happened as a {@code Graph}: whatever wants more than numbers walks that.
 *
 * <p>May depend on {@code objective}, {@code linear} and {@code io}; the only package that imports hipparchus-core and asm.
 */
package org.hesse.autodiff;
