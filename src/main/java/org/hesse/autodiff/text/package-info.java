/**
 * From a text to its meaning. {@code Parser} reads what {@code Scanner} finds and writes a
 * {@link org.hesse.autodiff.text.Program}, {@link org.hesse.autodiff.text.Node}s in which sums stay loops; {@code Ranges}
 * checks its indices once and for all, and {@code Interpreter} runs it over any field of numbers.
 *
 * <p>Begin with {@code Program}, then {@code Parser}. May depend on {@code graph}, {@code objective} and {@code io}.
 */
package org.hesse.autodiff.text;
