package org.hesse.objective;

/**
 * Something a method tells the observers of a run: a curvature pair kept or skipped, a trial point, a restart. Each
 * event is a record beside the code that notes it.
 */
public interface Event {}
