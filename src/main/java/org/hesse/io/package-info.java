/**
 * Files and formats: JSON, CSV, atomic writes.
 *
 * <p>Begin with {@link org.hesse.io.RecordCodec}, by which runs are saved. The only package that imports Jackson and
 * FastCSV; it depends on nothing of Hesse.
 */
package org.hesse.io;
