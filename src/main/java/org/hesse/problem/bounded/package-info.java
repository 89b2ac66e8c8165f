/**
 * Test problems with bounds, L1 penalties or both, of which some hold at the minimum, with reference minima.
 *
 * <p>Begin with {@link org.hesse.problem.bounded.Bounded} and the table {@code problems.txt} in its resources, which has the
 * functions as text. The reference minima beside it, {@code solutions.txt}, are written by {@code
 * src/test/python/bounded.py}.
 *
 * <p>May depend on {@code problem.catalog}, {@code autodiff}, {@code objective} and {@code io} only.
 */
package org.hesse.problem.bounded;
