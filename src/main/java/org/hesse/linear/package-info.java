/**
 * Linear algebra: vector kernels, matrix products on row arrays, spectra, Cholesky. Matrices are arrays of rows.
 *
 * <p>Begin with {@link org.hesse.linear.Vectors}. The only package that imports ojAlgo.
 */
package org.hesse.linear;
