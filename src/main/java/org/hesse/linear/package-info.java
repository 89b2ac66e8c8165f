/**
 * Linear algebra: vector kernels, matrix products on row arrays, spectra, Cholesky, QR. Matrices are arrays of rows.
 *
 * <p>A sparse symmetric matrix is a {@link org.hesse.linear.SparseSymmetric} on a
 * {@link org.hesse.linear.SymmetricPattern}; {@link org.hesse.linear.StarColouring} reads it from a few products,
 * {@link org.hesse.linear.SparseCholesky} factorises it, and {@link org.hesse.linear.ConjugateGradients} needs its products
 * alone, as does {@link org.hesse.linear.Lanczos} for the ends of a spectrum. Signs of eigenvalues without the
 * eigenvalues are counted by {@link org.hesse.linear.Inertia}.
 *
 * <p>Begin with {@link org.hesse.linear.Vectors}. The only package that imports ojAlgo.
 */
package org.hesse.linear;
