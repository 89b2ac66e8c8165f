package org.hesse.method.wrapper;

import org.hesse.method.State;
import org.hesse.objective.Evaluation;

/**
 * The state of a {@link Changing} method.
 *
 * @param <S> the state of the inner method
 * @param inner what the inner method remembers; its evaluations are changed ones
 * @param evaluation what the objective itself gave where the inner method made its last evaluation; null if nowhere
 */
public record Wrapped<S extends State>(S inner, Evaluation evaluation) implements Inside<S> {}
