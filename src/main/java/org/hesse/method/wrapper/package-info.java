/**
 * Methods around any other method: they change what it sees of the objective, or where it goes on from.
 *
 * <p>Begin with {@link org.hesse.method.wrapper.Clipping}; {@link org.hesse.method.wrapper.Seen} says why the state of a
 * wrapper never shows the changed evaluations. Of two wrappers the outer one sees the objective first: {@code new
 * Clipping<>(new WeightDecay<>(m, λ), c)} clips the gradient of the loss and then adds the decay.
 *
 * <p>May depend on {@code method}, {@code critical}, {@code objective} and {@code linear} only.
 */
package org.hesse.method.wrapper;
