/**
 * Quasi-Newton methods: curvature learnt from differences of gradients.
 *
 * <p>Begin with {@link org.hesse.method.quasinewton.Lbfgs}; {@link org.hesse.method.quasinewton.LimitedMemory} is its
 * two-loop recursion. {@link org.hesse.method.quasinewton.BroydenClass} is the step of BFGS and its relatives, {@link
 * org.hesse.method.quasinewton.Sr1} goes by a trust region. {@link org.hesse.method.quasinewton.Pairs} says which gradients make a curvature pair on
 * minibatches, and every pair is noted as a {@link org.hesse.method.quasinewton.CurvaturePair}.
 *
 * <p>May depend on {@code method}, {@code search}, {@code objective} and {@code linear}.
 */
package org.hesse.method.quasinewton;
