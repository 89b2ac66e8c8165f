/**
 * Experiments: methods × batch regimes × seeds on one problem, on the same batches and from the same start, and what
 * came of them: goals reached or missed, medians and quartiles over the seeds.
 *
 * <p>Begin with {@link org.hesse.compare.Experiment} (what to run), then {@link org.hesse.compare.Comparison} (what came
 * of it); {@link org.hesse.compare.StandardExperiments} are ready to run.
 *
 * <p>Every run goes through {@link org.hesse.run.Minimization}: nothing here counts or times anything itself. Finished
 * runs are kept by {@link org.hesse.compare.RunDirectory}; pages are made by {@code org.hesse.report}, which this package
 * does not know.
 *
 * <p>May depend on {@code run}, {@code method}, {@code critical}, {@code problem}, {@code data} and what they depend on.
 */
package org.hesse.compare;
