/**
 * What to try the methods on: named test functions with all their known critical points, and losses over data.
 *
 * <p>Begin with {@link org.hesse.problem.Problems}, by which test functions are found by name, and
 * {@link org.hesse.problem.catalog.TestProblem}, then one of the functions, {@link org.hesse.problem.Himmelblau}. The losses are
 * finite sums: begin with {@link org.hesse.problem.SoftmaxRegression}; then
 * {@link org.hesse.problem.Perceptron}, which is not convex.
 *
 * <p>May depend on {@code data}, {@code autodiff}, {@code objective}, {@code linear} and {@code io} only.
 */
package org.hesse.problem;
