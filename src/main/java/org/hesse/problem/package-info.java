/**
 * Problems to minimise: named test functions with a start and known critical points, and losses on data.
 *
 * <p>Begin with {@link org.hesse.problem.Problems}, where every name is looked up, and
 * {@link org.hesse.problem.TestProblem}; {@link org.hesse.problem.Himmelblau} is the example of a whole one.
 *
 * <p>May depend on {@code data}, {@code autodiff}, {@code objective}, {@code linear} and {@code io}.
 */
package org.hesse.problem;
