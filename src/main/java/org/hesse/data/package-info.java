/**
 * Data sets: tables of numbers with a target, read from files or bundled.
 *
 * <p>Begin with {@link org.hesse.data.Dataset}, then {@link org.hesse.data.Datasets} (the bundled ones) and
 * {@link org.hesse.data.DataFile} (your own: CSV, LIBSVM, IDX).
 *
 * <p>May depend on {@code io}, {@code linear}, {@code objective} and {@code autodiff}.
 */
package org.hesse.data;
