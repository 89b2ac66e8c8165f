/**
 * What is minimised, and what a method sees of it.
 *
 * <p>Begin with {@link org.hesse.objective.Objective}; then {@link org.hesse.objective.Structure} (what an objective
 * offers beyond its gradient), {@link org.hesse.objective.FiniteSum} and {@link org.hesse.objective.Batch} (a minibatch
 * is just an objective), and {@link org.hesse.objective.Oracle} (through which a method evaluates, and is charged).
 *
 * <p>Departs from the first design in three places: a structure charges its own work
 * ({@link org.hesse.objective.Structure#metered}), so the counting loop knows no structure by name; a function known by
 * its values alone says so by {@link org.hesse.objective.Objective#hasGradient}; and the change of a wrapper
 * ({@link org.hesse.objective.Change}) covers values without gradients too.
 *
 * <p>May depend on {@code io} and {@code linear} only.
 */
package org.hesse.objective;
