/**
 * Hesse, a numerical second-order optimization toolkit. It runs first- and second-order methods on full batches and on
 * minibatches, side by side, and says of every run where it ended, what kind of point that is (minimum, saddle, maximum
 * or degenerate, with error bars on the eigenvalues), and what it cost in evaluations, gradients and Hessian products.
 */
package org.hesse;
