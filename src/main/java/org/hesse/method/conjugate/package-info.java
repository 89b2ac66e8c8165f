/**
 * Nonlinear conjugate gradients: a direction made of the gradient and the direction before it, four vectors in all.
 *
 * <p>Begin with {@link org.hesse.method.conjugate.ConjugateGradient}, the step they share; {@link
 * org.hesse.method.conjugate.CgDescent} is the one to use.
 *
 * <p>May depend on {@code method}, {@code search}, {@code objective} and {@code linear}.
 */
package org.hesse.method.conjugate;
