/**
 * The test problems of Moré, Garbow and Hillstrom (1981), each as the formula of its residuals, its start and its minima.
 *
 * <p>Begin with {@link org.hesse.problem.mgh.MoreGarbowHillstrom}, then one of the problems, such as those in {@code
 * Valleys}.
 *
 * <p>May depend on {@code problem.catalog}, {@code autodiff} and {@code objective} only.
 */
package org.hesse.problem.mgh;
