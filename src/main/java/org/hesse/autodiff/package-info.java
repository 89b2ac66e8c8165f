/**
 * One function, every derivative. {@link org.hesse.autodiff.Expression} makes value, gradient, Hessian and products of a
 * text; {@link org.hesse.autodiff.Differentiable} makes them of code, a lambda on {@link org.hesse.autodiff.reverse.Var}s
 * or a function written for every field. Begin with {@code Expression}.
 *
 * <p>What they are made of, each package using only those named before it:
 *
 * <ul>
 *   <li>{@link org.hesse.autodiff.graph}: the functions, the operations, and a recorded function as a graph of them;
 *   <li>{@link org.hesse.autodiff.reverse}: numbers that record; gradients, Hessians and their sparsity;
 *   <li>{@link org.hesse.autodiff.interval}: intervals, and enclosures of a graph over a box;
 *   <li>{@link org.hesse.autodiff.series}: third and fourth derivatives of a graph along a direction;
 *   <li>{@link org.hesse.autodiff.text}: from a text to a program that runs over every field of numbers;
 *   <li>{@link org.hesse.autodiff.bytecode}: from a program to a class with value and gradient.
 * </ul>
 *
 * <p>May depend on {@code objective}, {@code linear} and {@code io}; the only package that imports hipparchus-core and asm.
 */
package org.hesse.autodiff;
