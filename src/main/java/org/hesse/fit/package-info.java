/**
 * Models fitted to data, with error bars: what a scientist reports.
 *
 * <p>Begin with {@link org.hesse.fit.Fit}, the settings, whose {@code run} minimises and returns {@link
 * org.hesse.fit.Fitted}: parameters ± standard errors, covariances, the quality of the fit, and what the data do not
 * determine. {@link org.hesse.fit.Solver} is the engine, {@link org.hesse.fit.Spread} the linear algebra of the errors, {@link
 * org.hesse.fit.Profiling} the profile likelihood.
 *
 * <p>May depend on {@code run}, {@code critical}, {@code problem}, {@code autodiff}, {@code data}, {@code hipparchus} (the
 * distributions) and what they depend on. Drawings are made in {@code report}.
 */
package org.hesse.fit;
