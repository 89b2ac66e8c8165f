/**
 * {@link org.hesse.autodiff.series.HigherDerivatives} of a recorded function along a direction, to the fourth order, by
 * truncated Taylor series.
 *
 * <p>Begin with {@code HigherDerivatives}, then {@code GraphSeries}, which sweeps over the graph; {@code FunctionSeries} and
 * {@code OperationSeries} are the rules, {@code Series} the arithmetic. May depend on {@code graph}, {@code objective} and
 * {@code io}.
 */
package org.hesse.autodiff.series;
