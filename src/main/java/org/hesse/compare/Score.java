package org.hesse.compare;

/**
 * How a point does on data it was not fitted to.
 *
 * @param loss mean loss without the regulariser
 * @param accuracy share of samples classified right, from 0 to 1; NaN where there are no classes
 */
public record Score(double loss, double accuracy) {}
