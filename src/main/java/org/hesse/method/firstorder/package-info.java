/**
 * First-order methods whose rate is a schedule: no line search, full batch and minibatch alike.
 *
 * <p>Begin with {@link org.hesse.method.firstorder.GradientDescent}, then {@link org.hesse.method.firstorder.Adam}. Each
 * evaluates first and then moves, so a state's {@code last()} is the evaluation that its last step started from.
 *
 * <p>May depend on {@code method}, {@code search}, {@code objective} and {@code linear} only.
 */
package org.hesse.method.firstorder;
