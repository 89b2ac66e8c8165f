/**
 * Methods that use gradients alone, on full batches and minibatches.
 *
 * <p>Begin with {@link org.hesse.method.firstorder.Adam}. May depend on what {@code method} may.
 */
package org.hesse.method.firstorder;
