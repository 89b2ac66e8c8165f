package org.hesse.hipparchus;

import org.hipparchus.analysis.MultivariateMatrixFunction;
import org.hipparchus.optim.OptimizationData;

/**
 * The Hessian of the objective function, beside Hipparchus's {@code ObjectiveFunctionGradient}; Hipparchus's own optimizers
 * do not look at it.
 *
 * @param hessian gives n rows of length n
 */
public record ObjectiveFunctionHessian(MultivariateMatrixFunction hessian) implements OptimizationData {}
