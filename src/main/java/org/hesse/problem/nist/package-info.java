/**
 * The nonlinear regressions of the Statistical Reference Datasets of the NIST, with certified parameters and standard
 * errors.
 *
 * <p>Begin with {@link org.hesse.problem.nist.Nist}; each of the files in the resources says all about one problem, its
 * model included.
 *
 * <p>May depend on {@code problem.catalog}, {@code data}, {@code autodiff}, {@code objective}, {@code linear} and {@code
 * io} only.
 */
package org.hesse.problem.nist;
