/**
 * How far to go: schedules of rates and line searches.
 *
 * <p>Begin with {@link org.hesse.search.Schedule} (a pure function of the clock) and {@link org.hesse.search.LineSearch}
 * (which sees nothing but a one-dimensional {@link org.hesse.search.Ray}).
 *
 * <p>May depend on {@code objective}, {@code linear} and {@code io} only.
 */
package org.hesse.search;
