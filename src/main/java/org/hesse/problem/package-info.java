/**
 * What there is to minimise: losses on data, named test functions.
 *
 * <p>Begin with {@link org.hesse.problem.LinearModel}: least squares, logistic and softmax regression are its three
 * losses. May depend on {@code io}, {@code linear}, {@code objective}, {@code autodiff} and {@code data}.
 */
package org.hesse.problem;
