/**
 * The one loop that runs every method, and what it ends with.
 *
 * <p>Begin with {@link org.hesse.run.Minimization} (the settings), then {@code Loop} (the loop, a page), {@code Session}
 * (its book) and {@link org.hesse.run.Result}.
 *
 * <p>May depend on {@code method}, {@code critical} (for the verdict) and what they depend on.
 */
package org.hesse.run;
