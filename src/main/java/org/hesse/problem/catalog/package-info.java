/**
 * What a named test function is made of: its line in the catalogue, the record that says where to start and what is known
 * of its critical points, and small Hessians.
 *
 * <p>Begin with {@link org.hesse.problem.catalog.TestProblem}.
 *
 * <p>May depend on {@code autodiff}, {@code objective}, {@code linear} and {@code io} only.
 */
package org.hesse.problem.catalog;
