/**
 * The optimizers: one record, one file each, in {@code firstorder}, {@code quasinewton}, {@code newton}; {@code wrapper}
 * has those that work around any other.
 *
 * <p>Begin with {@link org.hesse.method.Method} and {@link org.hesse.method.State}, then read
 * {@link org.hesse.method.firstorder.Adam} as the example of a whole method.
 *
 * <p>May depend on {@code search}, {@code critical}, {@code objective}, {@code linear} and {@code io}; never on a clock,
 * a printer or randomness of its own.
 */
package org.hesse.method;
